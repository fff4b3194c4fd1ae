import type { Sentence } from '../../server-words/sentence.rules.js';

/** What is wrong with one line of a manifest; alone, or as the first of several. */
const lines: Sentence[] = [
  ['the file starts with a byte order mark', '파일이 BOM으로 시작합니다'],
  ['line {#n} ends in a carriage return', '{n}행이 캐리지 리턴으로 끝납니다'],
  ['line {#n} is written in CP949, not in UTF-8', '{n}행이 UTF-8이 아니라 CP949입니다'],
  ['line {#n} is blank', '{n}행이 비어 있습니다'],
  ['line {#n} looks like a header', '{n}행은 머리글로 보입니다'],
  ['line {#n} is delimited by {mark}, not by comma', '{n}행은 쉼표가 아니라 {mark}로 나뉘어 있습니다'],
  ['line {#n} has {#count} columns, not 3', '{n}행은 열이 3개가 아니라 {count}개입니다'],
  [
    'line {#n} has {#count} columns, not 3 (a comma in a path needs quotes)',
    '{n}행은 열이 3개가 아니라 {count}개입니다 (경로의 쉼표에는 따옴표가 필요합니다)',
  ],
  ['line {#n} has 1 column, not 3', '{n}행은 열이 3개가 아니라 1개입니다'],
  ['line {#n} has an empty path', '{n}행의 경로가 비어 있습니다'],
  ['line {#n} has an empty label name', '{n}행의 라벨 이름이 비어 있습니다'],
  ['line {#n} has the label "{label}", which is not an integer', '{n}행의 라벨 "{label}"은 정수가 아닙니다'],
  [
    'line {#n} has a comma inside quotes: read as one field, cut in two by readers that split at commas',
    '{n}행의 따옴표 안에 쉼표가 있습니다. 한 칸으로 읽었지만 쉼표로만 자르는 프로그램은 둘로 나눕니다',
  ],
];

/** What a check of a data set found. */
export const findings: Sentence[] = [
  // Before all that end in a name: what follows a name would pass for a part of it.
  ['{what} Dropped by quarantine.', '{what} 격리로 제외했습니다.'],
  [
    '{what} Not dropped by quarantine: no row of this split would be left.',
    '{what} 격리로 제외하지 않았습니다. 남는 행이 없습니다.',
  ],
  [
    '{what} Not dropped: quarantine takes at most {limit} %, and {#bad} of {#rows} rows are bad.',
    '{what} 제외하지 않았습니다. 격리는 최대 {limit} %까지인데 {rows}행 중 {bad}행이 잘못됐습니다.',
  ],
  [
    'No validation split was given: a run holds {#n} of {#all} pictures back for validation, pictures that look alike on one side.',
    '검증 사진이 없습니다. 실행할 때 사진 {all}장 중 {n}장을 검증용으로 남기며, 비슷한 사진은 한쪽에 둡니다.',
  ],
  [
    '{n} of {all} training labels ({share} %) are outvoted by their {k} nearest neighbours, e.g. {path}: {given}, looks like {likely}.',
    '학습 라벨 {all}개 중 {n}개({share} %)가 가장 가까운 이웃 {k}장과 다릅니다. 예: {path}, 라벨은 {given}, {likely}와 비슷합니다.',
  ],
  [
    '{n} pair of the {split} split look alike (at most {bits} of 64 bits differ).',
    '{split} 사진 {n}쌍이 서로 비슷합니다 (64비트 중 최대 {bits}비트 차이).',
  ],
  [
    '{n} pairs of the {split} split look alike (at most {bits} of 64 bits differ).',
    '{split} 사진 {n}쌍이 서로 비슷합니다 (64비트 중 최대 {bits}비트 차이).',
  ],
  [
    '{n} pairs across the splits look alike (at most {bits} of 64 bits differ): {leaks} of {all} validation pictures ({share} %).',
    '학습과 검증에 걸쳐 {n}쌍이 비슷합니다 (64비트 중 최대 {bits}비트 차이). 검증 {all}장 중 {leaks}장({share} %)입니다.',
  ],
  [
    '{n} pair across the splits look alike (at most {bits} of 64 bits differ): {leaks} of {all} validation pictures ({share} %).',
    '학습과 검증에 걸쳐 {n}쌍이 비슷합니다 (64비트 중 최대 {bits}비트 차이). 검증 {all}장 중 {leaks}장({share} %)입니다.',
  ],
  ['{n} pairs look alike.', '{n}쌍이 서로 비슷합니다.'],
  ['{n} pair look alike.', '{n}쌍이 서로 비슷합니다.'],
  [
    '{n} pictures of the {split} split repeat another one pixel for pixel.',
    '{split} 사진 {n}장이 다른 사진과 픽셀까지 같습니다.',
  ],
  [
    '{n} picture of the {split} split repeat another one pixel for pixel.',
    '{split} 사진 {n}장이 다른 사진과 픽셀까지 같습니다.',
  ],
  [
    '{n} validation pictures are in training too, pixel for pixel: the validation would measure memory.',
    '검증 사진 {n}장이 학습에도 있습니다. 검증이 실력 대신 암기를 재게 됩니다.',
  ],
  [
    '{n} validation picture are in training too, pixel for pixel: the validation would measure memory.',
    '검증 사진 {n}장이 학습에도 있습니다. 검증이 실력 대신 암기를 재게 됩니다.',
  ],
  [
    '{n} pictures have the pixels of another one and a different label.',
    '사진 {n}장이 다른 사진과 픽셀은 같고 라벨은 다릅니다.',
  ],
  [
    '{n} picture has the pixels of another one and a different label.',
    '사진 {n}장이 다른 사진과 픽셀은 같고 라벨은 다릅니다.',
  ],
  ['{n} of {all} files not found, e.g. {path}.', '파일 {all}개 중 {n}개를 찾을 수 없습니다. 예: {path}.'],
  [
    '{n} of {all} files are in a format that is not read: {example}.',
    '파일 {all}개 중 {n}개는 읽지 않는 형식입니다: {example}.',
  ],
  [
    '{n} of {all} files are not what their names say: {example}. Read by content; a decoder for one format would stop here.',
    '파일 {all}개 중 {n}개는 이름과 내용이 다릅니다: {example}. 내용대로 읽었지만, 한 형식만 아는 해독기는 여기서 멈춥니다.',
  ],
  ['{n} of {all} files are damaged: {example}.', '파일 {all}개 중 {n}개가 손상됐습니다: {example}.'],
  [
    '{n} of {all} files could not be opened: {example}.',
    '파일 {all}개 중 {n}개를 열지 못했습니다: {example}.',
  ],
  [
    '{n} of {all} images are {shapes}, the model wants 96x96x3. First bad: {where}.',
    '사진 {all}장 중 {n}장이 {shapes}입니다. 모델은 96x96x3을 받습니다. 처음: {where}.',
  ],
  [
    '{n} of {all} images are greyscale: expanded to three equal channels.',
    '사진 {all}장 중 {n}장이 회색조입니다. 같은 채널 셋으로 넓혔습니다.',
  ],
  [
    '{n} of {all} images have 16 bits: rescaled to 8.',
    '사진 {all}장 중 {n}장이 16비트입니다. 8비트로 줄였습니다.',
  ],
  ['{n} of {all} images are blurred: {example}.', '사진 {all}장 중 {n}장이 흐립니다: {example}.'],
  [
    '{n} of {all} images are badly exposed: {example}.',
    '사진 {all}장 중 {n}장의 노출이 좋지 않습니다: {example}.',
  ],
  ['{where} has sharpness {n}, below {least}', '{where}, 선명도 {n}, 기준 {least}'],
  ['{where} is too dark: mean grey {n}, below {least}', '{where}, 너무 어두움: 평균 밝기 {n}, 기준 {least}'],
  ['{where} is too bright: mean grey {n}, above {most}', '{where}, 너무 밝음: 평균 밝기 {n}, 기준 {most}'],
  ['{where} is flat: deviation {n}, below {least}', '{where}, 밋밋함: 편차 {n}, 기준 {least}'],
  ['row {n} ({path})', '{n}행 ({path})'],
  [
    '{#n} of {#all} classes have no usable validation picture: {names}.',
    '클래스 {all}개 중 {n}개에 쓸 수 있는 검증 사진이 없습니다: {names}.',
  ],
  [
    '{#n} of {#all} classes have no usable training picture: {names}.',
    '클래스 {all}개 중 {n}개에 쓸 수 있는 학습 사진이 없습니다: {names}.',
  ],
  [
    '{#n} of {#all} classes have fewer than {least} {split} pictures; the smallest is {name} with {count}.',
    '클래스 {all}개 중 {n}개는 {split} 사진이 {least}장보다 적습니다. 가장 적은 것은 {name} {count}장입니다.',
  ],
  [
    '{most} has {a} training pictures, {least} {b}: {ratio} to 1, above {limit}.',
    '학습 사진이 {most}에는 {a}장, {least}에는 {b}장입니다: {ratio} 대 1, 기준 {limit}.',
  ],
  ['{n} rows of {all}: {example}.', '{all}행 중 {n}행: {example}.'],
  ['{n} row of {all}: {example}.', '{all}행 중 {n}행: {example}.'],
  [
    '{n} pairs across the splits look alike (at most {bits} of 64 bits differ), {flips} of them mirrored: {leaks} of {all} validation pictures ({share} %).',
    '학습과 검증에 걸쳐 {n}쌍이 비슷합니다 (64비트 중 최대 {bits}비트 차이, 좌우가 뒤집힌 쌍 {flips}). 검증 {all}장 중 {leaks}장({share} %)입니다.',
  ],
  [
    '{n} pair across the splits look alike (at most {bits} of 64 bits differ), {flips} of them mirrored: {leaks} of {all} validation pictures ({share} %).',
    '학습과 검증에 걸쳐 {n}쌍이 비슷합니다 (64비트 중 최대 {bits}비트 차이, 좌우가 뒤집힌 쌍 {flips}). 검증 {all}장 중 {leaks}장({share} %)입니다.',
  ],
  [
    '{#n} new pictures differ from the training pictures in their brightness: stability index {index}, above {limit}: automatic training waits for a person.',
    '새 사진 {n}장의 밝기가 학습 사진과 다릅니다. 안정성 지수 {index}, 기준 {limit}. 사람이 볼 때까지 자동 학습을 멈춥니다.',
  ],
  [
    '{#n} new pictures differ from the training pictures in their share of the classes: stability index {index}, above {limit}: automatic training waits for a person.',
    '새 사진 {n}장의 클래스 비율이 학습 사진과 다릅니다. 안정성 지수 {index}, 기준 {limit}. 사람이 볼 때까지 자동 학습을 멈춥니다.',
  ],
  [
    '{#n} new pictures differ from the training pictures in their brightness: stability index {index}, above {limit}.',
    '새 사진 {n}장의 밝기가 학습 사진과 다릅니다. 안정성 지수 {index}, 기준 {limit}.',
  ],
  [
    '{#n} new pictures differ from the training pictures in their share of the classes: stability index {index}, above {limit}.',
    '새 사진 {n}장의 클래스 비율이 학습 사진과 다릅니다. 안정성 지수 {index}, 기준 {limit}.',
  ],
  [
    'The rows are sorted by class and shuffle is off: batches hold one class each.',
    '행이 클래스 순서이고 섞지 않습니다. 배치마다 한 클래스만 들어갑니다.',
  ],
  [
    'The rows are sorted by class and the shuffle buffer of {buffer} is smaller than {#n} rows.',
    '행이 클래스 순서인데 섞는 버퍼 {buffer}이 {n}행보다 작습니다.',
  ],
  [
    'There is one class only, {name}: a model would have nothing to tell apart.',
    '클래스가 {name} 하나뿐이라 모델이 구별할 것이 없습니다.',
  ],
  [
    '{names}: grey and colour pictures are mixed, in {worst} {#n} grey of {#all}. Colour would give the class away.',
    '{names}: 회색조와 컬러가 섞여 있습니다. {worst}에서는 {all}장 중 {n}장이 회색조입니다. 색이 클래스를 알려 주게 됩니다.',
  ],
  [
    '{grey} is grey, {coloured} coloured: colour gives the class away.',
    '{grey}만 회색조이고 {coloured}는 컬러입니다. 색이 클래스를 알려 주게 됩니다.',
  ],
  [
    '{grey} are grey, {coloured} coloured: colour gives the class away.',
    '{grey}는 회색조이고 {coloured}는 컬러입니다. 색이 클래스를 알려 주게 됩니다.',
  ],
  ['The {split} list is empty.', '{split} 목록이 비어 있습니다.'],
  [
    'No training row has the label {#n}, with {#all} classes.',
    '클래스가 {all}개인데 라벨 {n}인 학습 행이 없습니다.',
  ],
  ...lines.flatMap(([from, to]): Sentence[] => [
    [from, to],
    [`${from}.`, `${to}.`],
  ]),
  ['{what}, and {#more} more line.', '{what} 외 {more}줄.'],
  ['{what}, and {#more} more lines.', '{what} 외 {more}줄.'],
];

/** What helps against a finding. */
export const remedies: Sentence[] = [
  ['add {#n} picture of {name}', '{name}의 사진 {n}장을 추가하세요'],
  ['add {#n} pictures of {name}', '{name}의 사진 {n}장을 추가하세요'],
  ['add pictures of {name}', '{name}의 사진을 추가하세요'],
  ['give a validation manifest to choose them yourself', '직접 고르려면 검증 목록을 주세요'],
  ['keep one of each pair', '쌍마다 하나만 남기세요'],
  ['look at these pictures and correct their labels', '사진을 보고 라벨을 고치세요'],
  ['put pictures that look alike into one split', '비슷한 사진은 학습이나 검증 한쪽에만 두세요'],
  ['drop the copies', '사본을 지우세요'],
  ['drop them from one split', '한쪽에서 빼세요'],
  ['decide on one label and drop the other row', '라벨 하나로 정하고 다른 행은 빼세요'],
  ['set the root, or rewrite the manifest', '루트 폴더를 정하거나 목록 파일을 다시 쓰세요'],
  ['exclude the row', '이 행을 빼세요'],
  ['convert them', '변환하세요'],
  ['rename them, or decode by content', '이름을 바꾸거나 내용대로 해독하세요'],
  ['quarantine, or fetch the file again', '격리하거나 파일을 다시 받으세요'],
  [
    'resize (sizePolicy RESIZE) or crop (CENTER_CROP), or change the contract',
    '크기를 바꾸거나(RESIZE) 가운데를 자르거나(CENTER_CROP) 모델의 입력을 바꾸세요',
  ],
  ['expand grey to RGB (expandGrey) / drop alpha', '회색조를 RGB로 넓히거나(expandGrey) 알파를 버리세요'],
  ['rescale', '8비트로 줄이세요'],
  ['replace them with sharper pictures', '더 선명한 사진으로 바꾸세요'],
  ['replace them, or correct their brightness', '바꾸거나 밝기를 고치세요'],
  [
    'free the resource, or give the account of this product the right to read',
    '자원을 비우거나 읽기 권한을 주세요',
  ],
  ['number the classes 0 to classes - 1', '클래스 번호를 0부터 차례로 매기세요'],
  [
    'give every name one number, and every number one name',
    '이름마다 번호 하나, 번호마다 이름 하나를 주세요',
  ],
  ['add training pictures of the class, or drop the rows', '이 클래스의 학습 사진을 더하거나 행을 빼세요'],
  ['add validation pictures of the class', '이 클래스의 검증 사진을 더하세요'],
  ['add training pictures of the class', '이 클래스의 학습 사진을 더하세요'],
  ['make all pictures grey, or all of them coloured', '모두 회색조로, 또는 모두 컬러로 맞추세요'],
  ['shuffle all rows', '모든 행을 섞으세요'],
  [
    'look at the new pictures, then accept the finding or start a run by hand',
    '새 사진을 살펴본 뒤 이 항목을 수락하거나 직접 실행하세요',
  ],
  ['left out as if it were not there; delete the line', '없는 것으로 보고 읽었습니다. 줄을 지우세요'],
  ['left out; delete the line', '빼고 읽었습니다. 줄을 지우세요'],
  [
    'read as if it were not there; save without byte order mark',
    '없는 것으로 보고 읽었습니다. BOM 없이 저장하세요',
  ],
  [
    'read as if it were not there; save with LF line ends',
    '없는 것으로 보고 읽었습니다. 줄바꿈을 LF로 저장하세요',
  ],
  ['read as CP949; save in UTF-8', 'CP949로 읽었습니다. UTF-8로 저장하세요'],
  ['write path,name,label', '경로,이름,라벨 순서로 쓰세요'],
  ['delimit by commas', '쉼표로 나누세요'],
  ['write the number of the class in the third column', '셋째 열에 클래스 번호를 쓰세요'],
  ['rename the file without a comma for readers that split at commas', '파일 이름에서 쉼표를 빼세요'],
  ['add rows to the manifest', '목록에 행을 추가하세요'],
  ['add pictures of a second class', '둘째 클래스의 사진을 추가하세요'],
  [
    'keep the whole log: the first exception in it counts',
    '로그 전체를 보관하세요. 처음 나온 예외가 원인입니다',
  ],
  [
    'smaller batch / repeat / allow partial / add {n} images',
    '배치를 줄이거나, 반복을 켜거나, 남은 배치를 허용하거나, 사진 {n}장을 더하세요',
  ],
  ['repeat, more epochs, or at most {n}', '반복을 켜거나, 에포크를 늘리거나, 최대 {n}까지만 돌리세요'],
];
