import type { Sentence } from '../../../server-words/sentence.rules.js';

const datasets: Sentence[] = [
  ['A dataset with the key "{=key}" exists already.', '이미 쓰고 있는 데이터셋 키입니다: "{key}".'],
  ['A dataset with the key "{=key}" has been made meanwhile.', '그사이 만들어진 데이터셋 키입니다: "{key}".'],
  [
    'There is no dataset with the key "{=key}"; a zip with one folder for each class makes one.',
    '없는 데이터셋 키입니다: "{key}". 클래스마다 폴더가 있는 zip을 올리면 만들어집니다.',
  ],
  [
    'A key has 1 to 63 of a-z, 0-9 and "-", and starts with a letter or digit.',
    '키는 소문자, 숫자, 하이픈 1자에서 63자이고 소문자나 숫자로 시작합니다.',
  ],
  ['root names a folder.', '루트는 폴더여야 합니다.'],
  ['trainingManifest names a file.', '학습 목록은 파일이어야 합니다.'],
  ['validationManifest names a file.', '검증 목록은 파일이어야 합니다.'],
  ['"{=path}" is not a folder.', '폴더가 아닙니다: "{path}".'],
  ['The manifest "{=path}" is not a file.', '목록이 파일이 아닙니다: "{path}".'],
  ['The manifest "{=path}" is larger than 128 MiB.', '목록이 128 MiB보다 큽니다: "{path}".'],
  [
    'No import roots are configured: set UNTOIL_IMPORT_ROOTS.',
    '가져오기 폴더가 정해지지 않았습니다. UNTOIL_IMPORT_ROOTS를 정하세요.',
  ],
  [
    '"{=path}" lies under none of the import roots (UNTOIL_IMPORT_ROOTS).',
    '가져오기 폴더(UNTOIL_IMPORT_ROOTS) 밖에 있습니다: "{path}".',
  ],
  ['"{=path}" does not exist.', '없는 경로입니다: "{path}".'],
  [
    'The manifest is no longer the one that was previewed: look at it again.',
    '미리 본 뒤에 목록이 바뀌었습니다. 다시 보세요.',
  ],
  ['There is nothing in this manifest that can be repaired.', '이 목록에는 복구할 것이 없습니다.'],
  ['This dataset has no {split} manifest to repair.', '이 데이터셋에는 복구할 {split} 목록이 없습니다.'],
  ['Send one zip, or pictures, not both.', 'zip 하나 또는 사진만 보내세요.'],
  ['There is no picture in this upload.', '올린 것에 사진이 없습니다.'],
  ['split: TRAINING or VALIDATION.', '용도는 학습이나 검증입니다.'],
  ['There is no file in this upload.', '올린 것에 파일이 없습니다.'],
  [
    'None of {#n} pictures could be taken, e.g. {=name}: {!fault}.',
    '사진 {n}장 중 받은 것이 없습니다. 예: {name}: {fault}.',
  ],
  ['The upload is larger than 1 GiB.', '올린 것이 1 GiB보다 큽니다.'],
  ['"{=name}" is larger than 32 MiB.', '32 MiB보다 큰 파일입니다: "{name}".'],
  ['The archive cannot be read: {=cause}', '압축 파일을 읽을 수 없습니다: {cause}'],
  [
    'The archive has {#n} entries; the most is {#most}.',
    '압축 파일의 항목이 {n}개입니다. 최대 {most}개입니다.',
  ],
  [
    'The archive holds a path that leads outside: "{=path}".',
    '압축 파일에 밖을 가리키는 경로가 있습니다: "{path}".',
  ],
  ['The archive unpacks to more than 4 GiB.', '압축 파일을 풀면 4 GiB가 넘습니다.'],
  [
    'There is no such picture in the last check of this dataset.',
    '이 데이터셋의 마지막 검사에 없는 사진입니다.',
  ],
  [
    'picture: the last check of the dataset has no picture with these pixels.',
    '이 데이터셋의 마지막 검사에 없는 사진입니다.',
  ],
  [
    'The checks broke off: validate again. The log of the worker has the cause ({=what}).',
    '검사가 중단됐습니다. 다시 검사하세요. 원인은 워커 로그에 있습니다({what}).',
  ],
  ['given up after a day', '하루가 지나 그만둠'],
  [
    'checks is an object of thresholds by code, e.g. {=example}.',
    'checks는 코드마다 기준을 적은 객체입니다. 예: {example}.',
  ],
  ['{=code} is no check. Thresholds exist for {=codes}.', '없는 검사입니다: {code}. 있는 기준: {codes}.'],
  ['{=code}.stop is true or false.', '{code}.stop은 true 또는 false입니다.'],
  [
    'EXPOSURE.low is at most EXPOSURE.high ({#n}): every picture would be too dark or too bright.',
    'EXPOSURE.low는 EXPOSURE.high({n}) 이하여야 합니다. 아니면 모든 사진이 너무 어둡거나 너무 밝습니다.',
  ],
  ['{=code} takes an object such as {=example}.', '{code}: {example}처럼 객체로 적으세요.'],
  [
    '{=code} has no threshold "{=name}"; it has {=names}.',
    '{code}에 없는 기준입니다: "{name}". 있는 기준: {names}.',
  ],
];

const reviews: Sentence[] = [
  [
    '{=code} cannot be accepted: {remedy}. Single pictures can be quarantined.',
    '{code}: 수락할 수 없습니다. {remedy}. 사진을 하나씩 뺄 수는 있습니다.',
  ],
  ['{=code} names none of these pictures.', '{code}: 이 사진들은 해당하지 않습니다.'],
  ['{=code} names no single pictures.', '{code}: 사진 하나하나에 대한 것이 아닙니다.'],
  ['None of these is an acceptance of this dataset.', '이 데이터셋에서 수락한 것이 아닙니다.'],
  ['None of these pictures is in quarantine in this dataset.', '이 데이터셋에서 뺀 사진이 아닙니다.'],
  ['The last report has not seen a picture with the pixels {=sha}.', '마지막 검사에 없는 사진입니다: {sha}.'],
  [
    'Line {#n} of the {split} manifest held no picture in the last report; a line that could not be read is repaired in the manifest.',
    '마지막 검사에서 {split} 목록의 {n}행에는 사진이 없었습니다. 읽지 못한 줄은 목록에서 고치세요.',
  ],
  [
    'The dataset has no report yet: validateDataset makes one, and its pictures can then be decided about.',
    '아직 검사하지 않은 데이터셋입니다. 검사한 뒤에 사진을 정할 수 있습니다.',
  ],
  ['The report has no open finding {=code} of {split}.', '검사 결과에 없습니다: {split} {code}.'],
  ['Say why: the reason is kept with the decision.', '이유를 적으세요. 결정과 함께 보관합니다.'],
  ['A reason has at most {#n} characters.', '이유는 최대 {n}자입니다.'],
  [
    'pixelSha has 64 hexadecimal digits, as Picture.pixelSha gives them.',
    'pixelSha는 Picture.pixelSha가 주는 16진수 64자리입니다.',
  ],
  ['A row belongs to TRAINING or VALIDATION.', '행은 학습이나 검증에 속합니다.'],
  ['row: 1 or more.', '행은 1 이상입니다.'],
  ['Name pictures by pixelShas or rows, or a finding.', '사진이나 행, 또는 발견 사항을 고르세요.'],
  ['At most {#n} pictures at a time.', '한 번에 사진 {n}장까지입니다.'],
  ['Give the name of the class whose pictures shall be erased.', '사진을 지울 클래스의 이름을 적으세요.'],
  [
    'No dataset has a class or a picture of that name.',
    '그런 이름의 클래스나 사진이 있는 데이터셋이 없습니다.',
  ],
  [
    'The pictures are read by {=what}: wait for it, or cancel it.',
    '{what}에서 사진을 읽고 있습니다. 기다리거나 취소하세요.',
  ],
  ['There is no erasure {=id}.', '없는 삭제 기록입니다: {id}.'],
];

const pipelines: Sentence[] = [
  ['A pipeline "{=key}" exists already.', '이미 있는 파이프라인입니다: "{key}".'],
  ['There is no pipeline "{=key}".', '없는 파이프라인입니다: "{key}".'],
  ['There is no {!kind} "{=key}".', '없는 {kind}입니다: "{key}".'],
  ['schedule is too long.', '일정이 너무 깁니다.'],
  ['schedule names a time that never comes.', '일정이 결코 오지 않는 때를 가리킵니다.'],
  ['schedule is no cron expression: {=cause}.', '일정이 cron 식이 아닙니다: {cause}.'],
  ['There is no run {=id}.', '없는 실행입니다: {id}.'],
  ['The run has ended already: {status}.', '실행이 이미 끝났습니다: {status}.'],
  [
    'The pipeline is {state}; resumePipeline lets it run again.',
    '파이프라인 상태: {state}. 재개하면 다시 실행할 수 있습니다.',
  ],
  [
    'This data has been trained with this configuration already; the result would be the same.',
    '이 설정으로 이미 학습한 데이터라 결과가 같습니다.',
  ],
  [
    'Add pictures, or validate the dataset again if its files have changed.',
    '사진을 추가하거나, 파일이 바뀌었다면 데이터셋을 다시 검사하세요.',
  ],
  [
    'A run of this pipeline is queued or running.',
    '이 파이프라인의 실행이 이미 대기 중이거나 진행 중입니다.',
  ],
  ['usableRows: 0 or more.', '행은 0 이상입니다.'],
  ['batchSize: 1 or more.', '배치는 1 이상입니다.'],
  ['epochs: 1 or more; leave it out to repeat for ever.', '에포크는 1 이상입니다. 비우면 끝없이 반복합니다.'],
  ['steps: 1 or more.', '스텝은 1 이상입니다.'],
  ['input.batchesServed: 0 or more.', '제공한 배치는 0 이상입니다.'],
  [
    'inputShape: [height, width, channels], three whole numbers above 0.',
    '입력 모양은 [높이, 너비, 채널], 0보다 큰 정수 셋입니다.',
  ],
  ['layers: at most {#n}.', '층은 최대 {n}개입니다.'],
  ['wantedAccuracy: above 0 and at most 1.', '원하는 정확도는 0보다 크고 1 이하입니다.'],
];

const models: Sentence[] = [
  ['There is no model version {=id}.', '없는 모델 버전입니다: {id}.'],
  ['There is no such version.', '없는 버전입니다.'],
  ['This version has no such file.', '이 버전에 없는 파일입니다.'],
  ['There is no such layer; this version has {=layers}.', '없는 층입니다. 이 버전의 층: {layers}.'],
  ['Version {#n} is live already.', '버전 {n}은 이미 서비스 중입니다.'],
  [
    'Version {#n} is being tried in a fresh process; wait until that has ended.',
    '버전 {n}을 새 프로세스에서 시험하고 있습니다. 끝날 때까지 기다리세요.',
  ],
  [
    'Version {#n} is {state} and never serves again; train another.',
    '버전 {n}의 상태: {state}. 다시 서비스할 수 없습니다. 새로 학습하세요.',
  ],
  ['Send content-type application/json.', 'content-type application/json으로 보내세요.'],
  ['Version {#n} is {state}.', '버전 {n}의 상태: {state}.'],
  ['The gate says {outcome} for version {#n}.', '버전 {n}의 승급 판정: {outcome}.'],
  ['Only an admin may promote against the gate.', '판정과 다르게 승급하는 것은 관리자만 할 수 있습니다.'],
  ['Say why, in a few words.', '이유를 짧게 적으세요.'],
  ['No model is live yet.', '아직 서비스 중인 모델이 없습니다.'],
  ['No earlier model is on standby to go back to.', '되돌릴 이전 모델이 없습니다.'],
];

const predictions: Sentence[] = [
  ['Pipeline "{=key}" has no live model yet.', '"{key}" 파이프라인에는 아직 서비스 중인 모델이 없습니다.'],
  [
    'The live model of "{=key}" could not be loaded: {*why}',
    '"{key}"의 서비스 중인 모델을 불러오지 못했습니다: {why}',
  ],
  ['it is not there yet.', '아직 준비되지 않았습니다.'],
  ['The weights file is not the one that was registered.', '가중치 파일이 등록한 것과 다릅니다.'],
  [
    'The model was trained with another preprocessing than this server has.',
    '모델을 학습할 때의 전처리가 이 서버와 다릅니다.',
  ],
  ['The model answered with values that are no numbers.', '모델이 숫자가 아닌 값으로 답했습니다.'],
  ['instances[{#n}]: {@code}: {!fault}.', '보낸 사진: {fault}.'],
  ['{@code}: {!fault}.', '{fault}.'],
  ['instances[{#n}]: must be {=form}.', '보낸 사진: {form} 형식이어야 합니다.'],
  ['instances[{#n}].b64: is empty.', '보낸 사진: 비어 있습니다.'],
  ['instances[{#n}].b64: is no base64.', '보낸 사진: base64가 아닙니다.'],
  ['instances: at least one picture is needed.', '사진이 하나 이상 필요합니다.'],
  ['instances: exactly one picture.', '사진은 하나여야 합니다.'],
  [
    'instances: {#n} pictures; at most {#most} in one request.',
    '사진이 {n}장입니다. 한 번에 최대 {most}장입니다.',
  ],
  ['The body must be {=form}.', '본문 형식: {form}.'],
  ['The body is no JSON object.', '본문이 JSON 객체가 아닙니다.'],
  ['The body is too large.', '본문이 너무 큽니다.'],
  ['The prediction failed.', '예측하지 못했습니다.'],
  ['This prediction is not remembered.', '기억하지 않는 예측입니다.'],
  [
    'This prediction is not remembered: its picture stays in memory for some time only (UNTOIL_REMEMBER_MINUTES and _MIB). Send the picture itself.',
    '기억하지 않는 예측입니다. 사진은 얼마 동안만 메모리에 남습니다(UNTOIL_REMEMBER_MINUTES, _MIB). 사진을 직접 보내세요.',
  ],
  ['Too many drawings are waiting; try again.', '기다리는 그림이 너무 많습니다. 다시 시도하세요.'],
  ['No worker runs that could draw this; try again.', '그림을 그릴 워커가 없습니다. 다시 시도하세요.'],
  [
    'No serving process answers for "{=key}"; try again.',
    '"{key}" 모델 프로세스가 답하지 않습니다. 다시 시도하세요.',
  ],
  ['Send 1 to {#n} pictures at a time.', '한 번에 사진을 1장에서 {n}장까지 보내세요.'],
  ['requestKey has at most {#n} characters.', 'requestKey는 최대 {n}자입니다.'],
  [
    'A label is the name of a class, 1 to {#n} characters.',
    '라벨은 클래스 이름이고 1자에서 {n}자까지입니다.',
  ],
  ['There is no labelled picture {=id} of this pipeline.', '이 파이프라인에 없는 라벨 사진입니다: {id}.'],
];

/** Refusals about data sets, pipelines and models. */
export const refusalsOfLearning: Sentence[] = [
  ...datasets,
  ...reviews,
  ...pipelines,
  ...models,
  ...predictions,
];
