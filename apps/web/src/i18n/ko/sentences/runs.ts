import type { Sentence } from '../../../server-words/sentence.rules.js';
import { outcomes } from './words.js';

/** What a step of a run says of itself. */
const steps: Sentence[] = [
  ...Object.entries(outcomes).map(([code, name]): Sentence => [`${code}: {*reason}`, `${name}: {reason}`]),
  ['step {#n} of {#all}, {#rate} images/s', '{all}스텝 중 {n}, 초당 {rate}장'],
  [
    '{#training} training and {#validation} validation pictures of {#classes} classes: {verdict}',
    '학습 {training}장, 검증 {validation}장, 클래스 {classes}개: {verdict}',
  ],
  ['{#n} batches of {#size} can be filled; {*rest}', '{size}장짜리 배치 {n}개를 모두 채울 수 있음. {rest}'],
  ['{#n} batches of {#size} can be filled', '{size}장짜리 배치 {n}개를 모두 채울 수 있음'],
  [
    '{#right} of {#n} validation pictures right; nearest neighbour {#other}',
    '검증 {n}장 중 {right}장 정답, 최근접 이웃 {other}장',
  ],
  [
    '{#n} steps on {=engine}, {#rate} images/s, validation accuracy {#share} % at the last of {#looks} looks, stopped early',
    '{n}스텝, {engine}, 초당 {rate}장, 마지막 검증 정확도 {share} % ({looks}번 확인), 일찍 멈춤',
  ],
  [
    '{#n} steps on {=engine}, {#rate} images/s, validation accuracy {#share} % at the last of {#looks} looks',
    '{n}스텝, {engine}, 초당 {rate}장, 마지막 검증 정확도 {share} % ({looks}번 확인)',
  ],
  ['version {#n} {stage}; {note}', 'v{n} {stage}. {note}'],
  [
    '{#golden} golden pictures on {=engine}, ONNX Runtime within {=gap}',
    '기준 사진 {golden}장, {engine}, ONNX 오차 {gap}',
  ],
  [
    '{#golden} golden pictures on {=engine}, ONNX not tried: {why}',
    '기준 사진 {golden}장, {engine}, ONNX는 시험하지 않음: {why}',
  ],
  ['version {#n} live', 'v{n} 서비스 중'],
  [
    'smoke test passed; waits for promoteModel because automatic deployment is off',
    '스모크 시험 통과. 자동 배포가 꺼져 있어 사람이 승급하기를 기다림',
  ],
  ['shadow beside the live version', '섀도: 서비스 중인 버전 옆에서 시험'],
  ['canary beside the live version', '카나리: 서비스 중인 버전 옆에서 시험'],
  ['attempt {#n}', '{n}번째 시도'],
  ['not deployed: {outcome}. {*advice}', '배포하지 않음: {outcome}. {advice}'],
  ['not deployed: {outcome}', '배포하지 않음: {outcome}'],
  [
    'nothing new: this data has been trained with this configuration already',
    '새로운 것 없음: 이 설정으로 이미 학습한 데이터',
  ],
  ['held for a person: {*reason}', '사람의 확인을 기다림: {reason}'],
  ['cancelled by {=who}', '{who} 취소'],
  ['back after a rollback', '되돌린 뒤 다시 서비스'],
  ['superseded by a newer version', '더 새로운 버전으로 대체됨'],
  ['{#n} steps, {#rate} images/s', '{n}스텝, 초당 {rate}장'],
];

/** Why a run failed, apart from its data. */
const failures: Sentence[] = [
  ['the data checks failed', '데이터 검사에서 실패했습니다'],
  ['the candidate was never registered', '후보 모델이 등록되지 않았습니다'],
  ['the gate says {outcome}', '승급 판정: {outcome}'],
  ['the weights file changed between training and storing', '학습과 저장 사이에 가중치 파일이 바뀌었습니다'],
  ['a model was not evaluated on this validation set', '이 검증 사진으로 평가하지 않은 모델이 있습니다'],
  [
    'the two models were evaluated on different validation sets',
    '두 모델을 서로 다른 검증 사진으로 평가했습니다',
  ],
  ['every worker that tried {step} died on it.', '{step} 단계를 맡은 작업자가 모두 도중에 죽었습니다.'],
  ['training stopped at step {#n}', '{n}스텝에서 학습이 멈췄습니다'],
  ['a newer attempt trains this run', '더 새로운 시도가 이 실행을 학습하고 있습니다'],
  ['the check {=id} is gone', '검사 {id} 기록이 없습니다'],
  ['the checks of the dataset broke: {*why}', '데이터셋 검사가 중단됐습니다: {why}'],
  [
    'What the check has read is no longer kept: validate the dataset again.',
    '검사가 읽은 것이 더는 남아 있지 않습니다. 데이터셋을 다시 검사하세요.',
  ],
  [
    '"{=path}" (row {#n}) has changed since it was checked: validate the dataset again.',
    '"{path}" 파일({n}행)이 검사 뒤에 바뀌었습니다. 데이터셋을 다시 검사하세요.',
  ],
  [
    '"{=path}" has changed since it was checked: validate the dataset again.',
    '"{path}" 파일이 검사 뒤에 바뀌었습니다. 데이터셋을 다시 검사하세요.',
  ],
  ['The version has no contract.json.', '이 버전에는 contract.json이 없습니다.'],
  [
    'The exported labels differ from the classes of the version.',
    '내보낸 라벨이 이 버전의 클래스와 다릅니다.',
  ],
  [
    'The model has {#n} outputs, the label map {#labels}.',
    '모델의 출력은 {n}개인데 라벨은 {labels}개입니다.',
  ],
  ['The preprocessing of the model and of the server differ.', '모델과 서버의 전처리가 다릅니다.'],
  ['The model answers NaN to golden pictures.', '모델이 기준 사진에 NaN으로 답합니다.'],
  [
    'A golden answer is off by {=gap}, more than {=most}.',
    '기준 답과 {gap} 차이가 납니다. 허용은 {most}입니다.',
  ],
];

/** Why a version left its trial, or stays in it. */
const trials: Sentence[] = [
  ['The canary answered NaN.', '카나리가 NaN으로 답했습니다.'],
  [
    'The canary fails {#share} % of its requests, more than 5 %.',
    '카나리 요청의 {share} %가 실패합니다. 한도는 5 %입니다.',
  ],
  [
    'The canary fails more often than the live model (Fisher p = {=p}).',
    '카나리가 서비스 중인 모델보다 더 자주 실패합니다(피셔 p = {p}).',
  ],
  [
    "The canary's p95 latency is {#a} ms, the live model's {#b} ms.",
    '카나리의 p95 지연은 {a} ms, 서비스 중인 모델은 {b} ms입니다.',
  ],
  [
    'The canary names other classes than the live model (PSI {#psi} > 0.25).',
    '카나리가 서비스 중인 모델과 다른 클래스로 답합니다(PSI {psi} > 0.25).',
  ],
  [
    'The canary rejects {#share} % more of its pictures than the live model.',
    '카나리가 서비스 중인 모델보다 사진의 {share} %를 더 모름으로 답합니다.',
  ],
  [
    'Labelled feedback proves the canary worse than the live model.',
    '라벨을 단 피드백에서 카나리가 서비스 중인 모델보다 나쁩니다.',
  ],
  [
    'agrees with the live model on {#n} of {#all} requests',
    '요청 {all}건 중 {n}건에서 서비스 중인 모델과 답이 같음',
  ],
  ['it learned from pictures of a person who was erased', '지워진 사람의 사진으로 학습했습니다'],
];

/** What a pipeline waits for before it trains by itself. */
const clauses: Sentence[] = [
  ['a run is queued or running', '대기 중이거나 진행 중인 실행 있음'],
  ['no run queued or running', '대기 중이거나 진행 중인 실행 없음'],
  ['every batch of training and validation can be filled', '학습과 검증의 모든 배치를 채울 수 있음'],
  ['automatic on, pipeline active', '자동 실행 켜짐, 파이프라인 활성'],
  ['a time of its schedule, pipeline active', '일정의 시각, 파이프라인 활성'],
  ['by its schedule only', '일정으로만'],
  [
    '{#all} new, or {#some} of one class, or a new class with {#training} training and {#validation} validation pictures',
    '새 사진 {all}장, 또는 한 클래스에 {some}장, 또는 학습 {training}장과 검증 {validation}장이 있는 새 클래스',
  ],
  ['{#n} new, {#most} of them {=name}, {more}', '새 사진 {n}장, 그중 {name} {most}장, {more}'],
  ['{#n} new, {#most} of them {=name}', '새 사진 {n}장, 그중 {name} {most}장'],
  ['{#n} new, {more}', '새 사진 {n}장, {more}'],
  ['{#n} new', '새 사진 {n}장'],
  [
    'new class {=name} with {#training} + {#validation}, {more}',
    '새 클래스 {name} 학습 {training}장과 검증 {validation}장, {more}',
  ],
  [
    'new class {=name} with {#training} + {#validation}',
    '새 클래스 {name} 학습 {training}장과 검증 {validation}장',
  ],
  [
    'quiet for {#quiet} s, or the first waits {#wait} s',
    '{quiet}초 동안 조용하거나 첫 사진이 {wait}초를 기다림',
  ],
  ['quiet for {#quiet} s, first waits {#wait} s', '{quiet}초째 조용함, 첫 사진은 {wait}초째 기다림'],
  ['{#n} s left', '{n}초 남음'],
  ['nothing to look at', '살펴볼 것 없음'],
  [
    'no drift above its limit that nobody has accepted',
    '한계를 넘은 변화 가운데 아무도 수락하지 않은 것 없음',
  ],
];

/** What is said of runs and of the way of a version to its requests. */
export const runs: Sentence[] = [...steps, ...clauses, ...failures, ...trials];
