import type { Sentence } from '../../../server-words/sentence.rules.js';

// A long list of classes ends in "and 7 more".
const listing = (from: string, to: string, ...names: string[]): Sentence[] =>
  names.reduce<Sentence[]>(
    (before, name) =>
      before.flatMap(([one, other]): Sentence[] => [
        [
          one.replace(`{=${name}}`, `{=${name}} and {#${name}More} more`),
          other.replace(`{${name}}`, `{${name}} 외 {${name}More}개`),
        ],
        [one, other],
      ]),
    [[from, to]],
  );

/** What a check of a data set found. */
export const findings: Sentence[] = [
  [
    'No validation split was given: a run holds {#n} of {#all} pictures back for validation, pictures that look alike on one side.',
    '검증 사진이 없습니다. 실행할 때 사진 {all}장 중 {n}장을 검증용으로 남기며, 비슷한 사진은 한쪽에 둡니다.',
  ],
  [
    '{#n} of {#all} validation labels ({#share} %) are contradicted by the live model, e.g. {=path}: {=given}, looks like {=likely}.',
    '검증 라벨 {all}개 중 {n}개({share} %)가 서비스 중인 모델과 다릅니다. 예: {path}, 라벨은 {given}, 닮은 쪽은 {likely}입니다.',
  ],
  [
    '{#n} of {#all} training labels ({#share} %) are outvoted by their {#k} nearest neighbours, e.g. {=path}: {=given}, looks like {=likely}.',
    '학습 라벨 {all}개 중 {n}개({share} %)가 가장 가까운 이웃 {k}장과 다릅니다. 예: {path}, 라벨은 {given}, 닮은 쪽은 {likely}입니다.',
  ],
  [
    'at least {#n} pair{|s} of the {split} split look alike (at most {#bits} of 64 bits differ).',
    '{split} 사진 {n}쌍 이상이 서로 비슷합니다 (64비트 중 최대 {bits}비트 차이).',
  ],
  [
    '{#n} pair{|s} of the {split} split look alike (at most {#bits} of 64 bits differ).',
    '{split} 사진 {n}쌍이 서로 비슷합니다 (64비트 중 최대 {bits}비트 차이).',
  ],
  [
    '{more} across the splits look alike (at most {#bits} of 64 bits differ), {#mirrored} of them mirrored: {#leaks} of {#all} validation pictures ({#share} %).',
    '학습과 검증에 걸쳐 {more}이 비슷합니다 (64비트 중 최대 {bits}비트 차이, 좌우가 뒤집힌 {mirrored}쌍 포함). 검증 {all}장 중 {leaks}장({share} %)입니다.',
  ],
  [
    '{more} across the splits look alike (at most {#bits} of 64 bits differ): {#leaks} of {#all} validation pictures ({#share} %).',
    '학습과 검증에 걸쳐 {more}이 비슷합니다 (64비트 중 최대 {bits}비트 차이). 검증 {all}장 중 {leaks}장({share} %)입니다.',
  ],
  ['at least {#n} pair{|s}', '최소 {n}쌍'],
  ['{#n} pair{|s}', '{n}쌍'],
  ['{#n} pair{|s} look alike.', '{n}쌍이 서로 비슷합니다.'],
  [
    '{#n} picture{|s} of the {split} split repeat another one pixel for pixel.',
    '{split} 사진 {n}장이 다른 사진과 픽셀까지 같습니다.',
  ],
  [
    '{#n} validation picture{|s} are in training too, pixel for pixel: the validation would measure memory.',
    '검증 사진 {n}장이 학습에도 있습니다. 검증이 실력 대신 암기를 재게 됩니다.',
  ],
  [
    '{#n} picture{|s} {has|have} the pixels of another one and a different label.',
    '사진 {n}장이 다른 사진과 픽셀은 같고 라벨은 다릅니다.',
  ],
  [
    '{#n} {split} picture{ was|s were} taken out of use by people: nothing here counts {it|them}.',
    '사람이 뺀 {split} 사진 {n}장은 여기서 세지 않습니다.',
  ],
  ['{#n} of {#all} files not found, e.g. {path}.', '파일 {all}개 중 {n}개를 찾을 수 없습니다. 예: {path}.'],
  [
    '{#n} of {#all} files are in a format that is not read: {example}.',
    '파일 {all}개 중 {n}개는 읽지 않는 형식입니다. 예: {example}.',
  ],
  [
    '{#n} of {#all} files are not what their names say: {example}.',
    '파일 {all}개 중 {n}개는 이름과 내용이 다릅니다. 예: {example}.',
  ],
  [
    'Read by content; a decoder for one format would stop here.',
    '내용대로 읽었지만, 한 형식만 아는 디코더는 여기서 멈춥니다.',
  ],
  ['{#n} of {#all} files are damaged: {example}.', '파일 {all}개 중 {n}개가 손상됐습니다. 예: {example}.'],
  [
    '{#n} of {#all} files could not be opened: {example}.',
    '파일 {all}개 중 {n}개를 열지 못했습니다. 예: {example}.',
  ],
  [
    '{#n} of {#all} images are {shapes}, the model wants 96x96x3.',
    '사진 {all}장 중 {n}장이 {shapes}입니다. 모델은 96x96x3을 받습니다.',
  ],
  ['First bad: {where}.', '처음: {where}.'],
  ['{=shape} (and {#n} other size{|s})', '{shape} 등 다른 크기({n}가지 더)'],
  [
    '{#n} {kinds} image{|s} of {#all}, first {where}; the model wants 3 channels.',
    '사진 {all}장 중 {n}장의 채널이 다릅니다({kinds}). 처음: {where}. 모델은 채널 3개를 받습니다.',
  ],
  [
    '{#n} {kinds} image{|s} of {#all}, first {where}: read as RGB.',
    '사진 {all}장 중 {n}장의 채널이 다릅니다({kinds}). 처음: {where}. RGB로 읽었습니다.',
  ],
  [
    '{#n} of {#all} images are greyscale: expanded to three equal channels.',
    '사진 {all}장 중 {n}장이 흑백입니다. 같은 채널 셋으로 넓혔습니다.',
  ],
  [
    '{#n} of {#all} images have 16 bits: rescaled to 8.',
    '사진 {all}장 중 {n}장이 16비트입니다. 8비트로 줄였습니다.',
  ],
  ['{#n} of {#all} images are blurred: {example}.', '사진 {all}장 중 {n}장이 흐립니다. 예: {example}.'],
  [
    '{#n} of {#all} images are badly exposed: {example}.',
    '사진 {all}장 중 {n}장의 노출이 좋지 않습니다. 예: {example}.',
  ],
  ...listing(
    '{#n} of {#all} classes have no usable {split} picture: {=names}.',
    '클래스 {all}개 중 {n}개에 쓸 수 있는 {split} 사진이 없습니다: {names}.',
    'names',
  ),
  [
    '{#n} of {#all} classes have fewer than {#least} {split} pictures; the smallest is {=name} with {#count}.',
    '클래스 {all}개 중 {n}개는 {split} 사진이 {least}장보다 적습니다. 가장 적은 것은 {name} {count}장입니다.',
  ],
  [
    'There is one class only, {=name}: a model would have nothing to tell apart.',
    '클래스가 {name} 하나뿐입니다. 모델이 구별할 것이 없습니다.',
  ],
  [
    '{=most} has {#a} training pictures, {=least} {#b}: {#ratio} to 1, above {#limit}.',
    '학습 사진이 {most}에는 {a}장, {least}에는 {b}장입니다: {ratio} 대 1, 기준 {limit}.',
  ],
  ...listing(
    '{=names}: grey and colour pictures are mixed, in {=worst} {#grey} grey of {#all}.',
    '{names}: 흑백과 컬러 사진이 섞였습니다. {worst}에는 {all}장 중 {grey}장이 흑백입니다.',
    'names',
  ),
  ['Colour would give the class away.', '색만 보고 클래스를 맞히게 됩니다.'],
  ...listing(
    '{=grey} {is|are} grey, {=coloured} coloured: colour gives the class away.',
    '흑백: {grey}, 컬러: {coloured}. 색만 보고 클래스를 맞히게 됩니다.',
    'grey',
    'coloured',
  ),
  [
    'The rows are sorted by class and shuffle is off: batches hold one class each.',
    '행이 클래스 순서대로이고 섞기가 꺼져 있습니다. 배치마다 한 클래스만 들어갑니다.',
  ],
  [
    'The rows are sorted by class and the shuffle buffer of {#buffer} is smaller than {#n} rows.',
    '행이 클래스 순서대로인데 섞기 버퍼 {buffer}행이 전체 {n}행보다 작습니다.',
  ],
  [
    '{#n} new pictures differ from the training pictures in their {what}: stability index {#index}, above {#limit}: automatic training waits for a person.',
    '새 사진 {n}장이 학습 사진과 다릅니다({what}): 안정성 지수 {index}, 기준 {limit}. 자동 학습은 사람의 확인을 기다립니다.',
  ],
  [
    '{#n} new pictures differ from the training pictures in their {what}: stability index {#index}, above {#limit}.',
    '새 사진 {n}장이 학습 사진과 다릅니다({what}): 안정성 지수 {index}, 기준 {limit}.',
  ],
  ['The classes differ from version {#version}: {change}.', '버전 {version}의 클래스와 다릅니다: {change}.'],
  ['Models know classes by their number.', '모델은 클래스를 번호로 압니다.'],
  ['class "{=name}" was {#before} and is now {#now}', '클래스 "{name}"의 번호 {before} → {now}'],
  ['class "{=name}" ({#label}) is gone', '사라진 클래스 "{name}"({label})'],
  ['class {#label} was "{=before}" and is now "{=now}"', '클래스 {label}의 이름 "{before}" → "{now}"'],
  ['The {split} list is empty.', '{split} 목록이 비었습니다.'],
  [
    'No training row has the label {#label}, with {#n} classes',
    '클래스는 {n}개인데 라벨 {label}인 학습 행이 없습니다',
  ],
  ['The {split} manifest is not there any more', '{split} 목록 파일이 더는 없습니다'],
  ['Dropped by quarantine.', '격리로 제외했습니다.'],
  [
    'Not dropped by quarantine: no row of this split would be left.',
    '격리로 제외하지 않았습니다. 남는 행이 없기 때문입니다.',
  ],
  [
    'Not dropped: quarantine takes at most {#limit} %, and {#bad} of {#rows} rows are bad.',
    '제외하지 않았습니다. 격리는 최대 {limit} %까지인데 {rows}행 중 {bad}행이 잘못됐습니다.',
  ],
  ['Accepted.', '수락했습니다.'],
  ['Accepted by {=who}: {=why}', '{who} 수락: {why}'],
];
