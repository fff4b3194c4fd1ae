import type { Sentence } from '../../server-words/sentence.rules.js';

/** Words that stand alone inside a sentence of the server. */
export const words: Record<string, string> = {
  training: '학습',
  validation: '검증',
  PASS: '통과',
  WARN: '주의',
  FAIL: '실패',
  'Accepted.': '수락했습니다.',
  on: '켜짐',
  off: '꺼짐',
  over: '지남',
  passes: '가능',
  fails: '불가',
  paused: '일시 정지됨',
  'no run': '실행 없음',
  'nothing waits': '기다리는 사진 없음',
  'cool-down over': '대기 시간 지남',
  'pipeline paused': '파이프라인 일시 정지됨',
  service: '서비스',
  person: '사람',
  dataset: '데이터셋',
  automation: '자동화',
  pipeline: '파이프라인',
  'task type': '작업 유형',
};

const outcomes = {
  FIRST: '첫 모델',
  HOLD: '보류',
  PROMOTE_BETTER: '승급',
  PROMOTE_NOT_WORSE: '승급, 더 나쁘지 않음',
  REJECT_WORSE: '거부, 더 나쁨',
  REJECT_FLOOR: '거부, 하한 미달',
};

// Particles that would depend on the word before them are avoided.
const steps: Sentence[] = [
  ...Object.entries(outcomes).map(([code, name]): Sentence => [`${code}: {reason}`, `${name}: {reason}`]),
  ['step {n} of {all}, {rate} images/s', '{all}스텝 중 {n}, 초당 {rate}장'],
  [
    '{training} training and {validation} validation pictures of {classes} classes: {verdict}',
    '학습 {training}장, 검증 {validation}장, 클래스 {classes}개: {verdict}',
  ],
  ['{n} batches of {size} can be filled, {rest}', '{size}장짜리 배치 {n}개를 모두 채울 수 있음, {rest}'],
  ['{n} batches of {size} can be filled', '{size}장짜리 배치 {n}개를 모두 채울 수 있음'],
  [
    '{right} of {n} validation pictures right; nearest neighbour {other}',
    '검증 {n}장 중 {right}장 정답, 최근접 이웃 {other}장',
  ],
  [
    '{n} steps on {engine}, {#rate} images/s, validation accuracy {share} % at the last of {looks} looks',
    '{n}스텝, {engine}, 초당 {rate}장, 마지막 검증 정확도 {share} % ({looks}번 확인)',
  ],
  [
    'version {n} live; {golden} golden pictures on {engine}, ONNX Runtime within {gap}',
    'v{n} 서비스 중. 기준 사진 {golden}장, {engine}, ONNX 오차 {gap}',
  ],
  [
    'version {n} live; {golden} golden pictures on {engine}',
    'v{n} 서비스 중. 기준 사진 {golden}장, {engine}',
  ],
  ['version {n} live', 'v{n} 서비스 중'],
  ['attempt {n}', '{n}번째 시도'],
  ['back after a rollback', '되돌린 뒤 다시 서비스'],
  ['{n} steps, {#rate} images/s', '{n}스텝, 초당 {rate}장'],
];

const clauses: Sentence[] = [
  ['a run is queued or running', '대기 중이거나 진행 중인 실행 있음'],
  ['no run queued or running', '대기 중이거나 진행 중인 실행 없음'],
  ['every batch of training and validation can be filled', '학습과 검증의 모든 배치를 채울 수 있음'],
  ['automatic on, pipeline active', '자동 실행 켜짐, 파이프라인 활성'],
  ['{n} new, {most} of them {name}', '새 사진 {n}장, 그중 {name} {most}장'],
  ['{n} new', '새 사진 {n}장'],
  [
    '{all} new, or {some} of one class, or a new class with {training} training and {validation} validation pictures',
    '새 사진 {all}장, 또는 한 클래스에 {some}장, 또는 학습 {training}장과 검증 {validation}장이 있는 새 클래스',
  ],
  [
    'quiet for {quiet} s, or the first waits {wait} s',
    '{quiet}초 동안 조용하거나 첫 사진이 {wait}초를 기다림',
  ],
  ['quiet for {quiet} s, first waits {wait} s', '{quiet}초째 조용함, 첫 사진은 {wait}초째 기다림'],
  ['{n} s left', '{n}초 남음'],
  ['nothing to look at', '살펴볼 것 없음'],
  [
    'no drift above its limit that nobody has accepted',
    '한계를 넘은 변화 가운데 아무도 수락하지 않은 것 없음',
  ],
];

const findings: Sentence[] = [
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
    '{n} of {all} classes have no usable validation picture: {names}.',
    '클래스 {all}개 중 {n}개에 쓸 수 있는 검증 사진이 없습니다: {names}.',
  ],
  [
    '{n} of {all} classes have no usable training picture: {names}.',
    '클래스 {all}개 중 {n}개에 쓸 수 있는 학습 사진이 없습니다: {names}.',
  ],
  [
    '{n} of {all} classes have fewer than {least} {split} pictures; the smallest is {name} with {count}.',
    '클래스 {all}개 중 {n}개는 {split} 사진이 {least}장보다 적습니다. 가장 적은 것은 {name} {count}장입니다.',
  ],
  [
    '{most} has {a} training pictures, {least} {b}: {ratio} to 1, above {limit}.',
    '학습 사진이 {most}에는 {a}장, {least}에는 {b}장입니다: {ratio} 대 1, 기준 {limit}.',
  ],
  ['{n} rows of {all}: {example}.', '{all}행 중 {n}행: {example}.'],
  ['{n} row of {all}: {example}.', '{all}행 중 {n}행: {example}.'],
];

const remedies: Sentence[] = [
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
  ['look at the new pictures, then start a run by hand', '새 사진을 살펴본 뒤 직접 실행하세요'],
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

const layers: Sentence[] = [
  [
    '{kernel} is [height, width, in, out]: {n} filters of {side} over {channels} channels; {from} becomes {to}, pooled {pool} to {half}',
    '{kernel}의 순서는 [높이, 너비, 입력, 출력]: 채널 {channels}개를 보는 {side} 필터 {n}개. {from}에서 {to}로 바뀌고, {pool} 풀링을 거쳐 {half}가 됩니다',
  ],
  [
    '{kernel} is [height, width, in, out]: {n} filters of {side} over {channels} channels; {from} becomes {to}',
    '{kernel}의 순서는 [높이, 너비, 입력, 출력]: 채널 {channels}개를 보는 {side} 필터 {n}개. {from}에서 {to}로 바뀝니다',
  ],
  [
    '{shape} laid out as {n} numbers, each joined to each of {units} outputs',
    '{shape}을 숫자 {n}개로 펼쳐 출력 {units}개 모두와 연결',
  ],
  ['{n} numbers, each joined to each of {units} outputs', '숫자 {n}개를 출력 {units}개 모두와 연결'],
  [
    'sets a share of the numbers to 0 in training, does nothing afterwards',
    '학습 때 일부 숫자를 0으로 만들고, 그 뒤에는 아무것도 하지 않습니다',
  ],
  ['puts {shape} into one row of {n} numbers', '{shape}을 숫자 {n}개의 한 줄로 펼칩니다'],
  [
    'keeps the largest of each {pool} numbers: {from} becomes {to}',
    '{pool}마다 가장 큰 값만 남깁니다: {from}에서 {to}로 바뀝니다',
  ],
  [
    '{layer}: filter {filter} takes {kin} channels, but {channels} arrive ({shape}); it must be {right}.',
    '{layer}: 필터 {filter}는 채널 {kin}개를 받는데 {channels}개가 옵니다 ({shape}). {right}이어야 합니다.',
  ],
  [
    '{layer}: a convolution needs a picture, but {shape} numbers without height and width arrive.',
    '{layer}: 합성곱에는 높이와 너비가 있는 입력이 필요한데 숫자 {shape}개가 옵니다.',
  ],
  [
    '{layer}: a pool needs a picture, but {shape} numbers without height and width arrive.',
    '{layer}: 풀링에는 높이와 너비가 있는 입력이 필요한데 숫자 {shape}개가 옵니다.',
  ],
];

const queues: Sentence[] = [
  ['closed early: {n} of {all} rows arrived', '일찍 닫힘: {all}행 중 {n}행만 도착'],
  ['the input has ended; {n} rows are left', '입력이 끝났습니다. {n}행이 남았습니다'],
  [
    '{ready} of {batch} rows are there and nothing has arrived for {n} s',
    '{batch}행 중 {ready}행만 있고 {n}초째 도착한 것이 없습니다',
  ],
  [
    '{ready} of {batch} rows are there and the consumer has waited for {n} s',
    '{batch}행 중 {ready}행만 있고 학습이 {n}초째 기다립니다',
  ],
  ['{ready} rows are there, a batch takes {batch}', '{ready}행이 있고 배치에는 {batch}행이 필요합니다'],
  [
    'the queue is full and nothing has been taken for {n} s: the consumer is stuck',
    '큐가 가득 찼고 {n}초째 꺼내 가지 않습니다. 소비자가 멈췄습니다',
  ],
  ['capacity {n} below batch {batch}', '용량 {n}이 배치 {batch}보다 작습니다'],
  ['data ends after {n}, loop wants {steps}', '데이터는 {n} 뒤에 끝나는데 {steps}스텝이 필요합니다'],
  ['{split} list is empty: 0 usable images', '{split} 목록이 비었습니다. 쓸 수 있는 사진이 0장입니다'],
];

const notices: Sentence[] = [
  [
    'PROVISIONAL: work is still running; it is counted up to the as-of instant.',
    '아직 진행 중인 작업이 있어 기준 시각까지만 셌습니다.',
  ],
  [
    'TIER_MIX: incident time asked for as {mode} is known as {mix}.',
    '인시던트 시간({mode})은 이렇게 알려져 있습니다: {mix}.',
  ],
  [
    'ZERO_CAPACITY: service {name} has {h} h of toil and no capacity in this range.',
    '{name}: 이 기간에 토일은 {h}시간인데 가용 시간이 없습니다.',
  ],
  [
    'NO_SERVICE: {h} h of toil belong to no service; they count in the total and in no row.',
    '토일 {h}시간은 서비스가 정해지지 않아 합계에만 들어갑니다.',
  ],
  [
    "CAPPED: entries without clock times exceeded 24 h of a person's day and were cut, on {days}.",
    '시각 없는 기록이 하루 24시간을 넘어 줄였습니다: {days}.',
  ],
];

const rejections: Sentence[] = [
  [
    'Below {#below} this version says "unknown" to {#n} of {#all} validation pictures; {#share} % of the others are right.',
    '{below}보다 확신이 낮으면 모름이라 답합니다. 검증 {all}장 중 {n}장이 그렇고, 나머지는 {share} %가 정답입니다.',
  ],
  [
    'No threshold reaches {#target} %: its confidence does not tell right answers from wrong ones.',
    '어떤 기준도 {target} %에 이르지 못합니다. 확신이 정답과 오답을 가리지 못합니다.',
  ],
  ['That reaches {#target} %.', '{target} %에 이릅니다.'],
  [
    'That reaches {#target} %, and so would {#below} already.',
    '{target} %에 이르며, {below}로도 충분합니다.',
  ],
  [
    'For {#target} % reject below {#below}: {#share} % of the pictures would be unknown.',
    '{target} %가 되려면 {below} 아래를 모름으로 보세요. 사진의 {share} %가 모름이 됩니다.',
  ],
  ['No validation answers are kept for this version.', '이 버전의 검증 답이 남아 있지 않습니다.'],
];

const gates: Sentence[] = [
  [
    '{right} of {n} right ({share}), Wilson 95 % interval {low} to {high}, floor {floor} %.',
    '{n}장 중 {right}장 정답({share}), 윌슨 95 % 구간 {low}–{high}, 하한 {floor} %.',
  ],
  ['No model is live yet: only the floors count.', '아직 서비스 중인 모델이 없어 하한만 봅니다.'],
  [
    'Right where the champion is wrong: {a}; wrong where it is right: {b}; exact one-sided p = {p} for better and {q} for worse, alpha {alpha} at look {looks}.',
    '지금 모델이 틀린 것을 맞힘: {a}, 맞힌 것을 틀림: {b}. 정확 단측 p는 더 좋음 {p}, 더 나쁨 {q}, {looks}번째 비교의 α는 {alpha}.',
  ],
  [
    'Replacing the champion costs at most {loss} of accuracy (95 % bound), margin {margin} %; the run brings new data.',
    '교체해도 정확도 손실은 최대 {loss}(95 % 한계), 허용 {margin} %. 새 데이터가 있는 실행입니다.',
  ],
  [
    'Replacing the champion costs at most {loss} of accuracy (95 % bound), margin {margin} %; the run brings no new data.',
    '교체해도 정확도 손실은 최대 {loss}(95 % 한계), 허용 {margin} %. 새 데이터가 없는 실행입니다.',
  ],
  [
    'Keep the champion: the candidate is worse on the same pictures.',
    '지금 모델을 유지하세요. 후보는 같은 사진에서 더 나쁩니다.',
  ],
  [
    'No number of validation images can prove this margin; widen marginPercent.',
    '검증 사진을 아무리 늘려도 이 허용 범위는 증명할 수 없습니다. marginPercent를 넓히세요.',
  ],
  [
    'To show that the candidate is not worse by more than {margin} %, add at least {n} validation images (now {now}).',
    '후보가 {margin} %보다 더 나쁘지 않음을 보이려면 검증 사진을 {n}장 이상 더하세요 (지금 {now}장).',
  ],
  [
    'To show that the candidate is not worse by more than {margin} %, add at least {n} validation image (now {now}).',
    '후보가 {margin} %보다 더 나쁘지 않음을 보이려면 검증 사진을 {n}장 이상 더하세요 (지금 {now}장).',
  ],
  [
    '"Not worse" promotes only a run that brings new data or a new class.',
    '"더 나쁘지 않음"은 새 데이터나 새 클래스가 있는 실행만 승급시킵니다.',
  ],
  [
    'To count as better it must be right on at least {n} pictures that the champion gets wrong (now {now}, against {other} the other way round).',
    '더 좋다고 보려면 지금 모델이 틀린 사진을 {n}장 이상 맞혀야 합니다 (지금 {now}장, 반대는 {other}장).',
  ],
  [
    'At the same accuracy, add at least {n} validation images to prove the floor.',
    '같은 정확도라면 하한을 증명하는 데 검증 사진이 {n}장 이상 더 필요합니다.',
  ],
  [
    'Validation set worn out: {n} comparisons were made on it. Collect a fresh one.',
    '검증 사진이 낡았습니다. {n}번 비교에 썼습니다. 새로 모으세요.',
  ],
];

const refusals: Sentence[] = [
  ['There is no {kind} with the key "{key}".', '키가 "{key}"인 {kind}가 없습니다.'],
  ['There is a {kind} with the key "{key}" already.', '키가 "{key}"인 {kind}가 이미 있습니다.'],
  ['There is an {kind} with the key "{key}" already.', '키가 "{key}"인 {kind}가 이미 있습니다.'],
  ['A dataset with the key "{key}" exists already.', '키가 "{key}"인 데이터셋이 이미 있습니다.'],
  ['A pipeline "{key}" exists already.', '"{key}" 파이프라인이 이미 있습니다.'],
  ['There is no pipeline "{key}".', '"{key}" 파이프라인이 없습니다.'],
  ['There is no {kind} "{key}".', '"{key}" {kind}가 없습니다.'],
  ['A duration is 45m, 1:30, 2h27m or 1.5.', '시간은 45m, 1:30, 2h27m, 1.5처럼 씁니다.'],
  [
    'A duration looks like 45m, 3h, 2h27m, 1:30 or 1.5 (hours).',
    '시간은 45m, 3h, 2h27m, 1:30, 1.5(시간)처럼 씁니다.',
  ],
  ['A name must not be blank.', '이름을 적어야 합니다.'],
  ['A name has 1 to {n} characters.', '이름은 1자에서 {n}자까지입니다.'],
  ['A name has at most {n} characters.', '이름은 최대 {n}자입니다.'],
  ['A range ends after it begins.', '기간의 끝은 시작보다 뒤여야 합니다.'],
  [
    'A run of this pipeline is queued or running.',
    '이 파이프라인의 실행이 이미 대기 중이거나 진행 중입니다.',
  ],
  ['An account with this name or e-mail address exists.', '같은 이름이나 이메일의 계정이 이미 있습니다.'],
  ['An amendment needs a reason.', '정정에는 이유가 필요합니다.'],
  ['No model is live yet.', '아직 서비스 중인 모델이 없습니다.'],
  ['No earlier model is on standby to go back to.', '되돌릴 이전 모델이 없습니다.'],
  ['Only an admin may promote against the gate.', '판정과 다르게 승급하는 것은 관리자만 할 수 있습니다.'],
  ['Say why, in a few words.', '이유를 짧게 적으세요.'],
  ['Send one zip, or pictures, not both.', 'zip 하나 또는 사진만 보내세요.'],
  ['The alert is resolved already.', '이미 해결된 알림입니다.'],
  ['The current password is wrong.', '지금 비밀번호가 맞지 않습니다.'],
  ['The entry was deleted.', '이 기록은 삭제됐습니다.'],
  ['There is nothing to repeat yet.', '되풀이할 기록이 아직 없습니다.'],
  ['This invitation has been used or has expired.', '이미 썼거나 기한이 지난 초대입니다.'],
  ['This is not an e-mail address.', '이메일 주소가 아닙니다.'],
  ['This week has not begun yet.', '아직 시작되지 않은 주입니다.'],
  ['Work ends after it starts.', '작업의 끝은 시작보다 뒤여야 합니다.'],
  ['The run has ended already: {status}.', '실행이 이미 끝났습니다: {status}.'],
  ['No timer of {person} is running.', '{person}의 타이머가 돌고 있지 않습니다.'],
  ['{name} goes from {low} to {high}.', '{name}: {low}에서 {high}까지입니다.'],
  ['{name} lies between {low} and {high}.', '{name}: {low}에서 {high} 사이입니다.'],
  ['{name} must not be empty.', '{name}: 비워 둘 수 없습니다.'],
  ['{name} must be above 0.', '{name}: 0보다 커야 합니다.'],
  ['{name} holds at most {n} characters.', '{name}: 최대 {n}자입니다.'],
  ['{name} is a plain decimal with at most four decimals.', '{name}: 소수점 아래 네 자리까지의 수입니다.'],
];

/** What the server says in English, in Korean; the first that fits is taken, so the longer ones stand first. */
export const sentences: readonly Sentence[] = [
  ...steps,
  ...clauses,
  ...findings,
  ...remedies,
  ...layers,
  ...queues,
  ...notices,
  ...gates,
  ...rejections,
  ...refusals,
];
