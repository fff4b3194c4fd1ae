import type { Sentence } from '../../server-words/sentence.rules.js';
import { findings, remedies } from './sentences-of-data.js';
import { gates, layers, rejections } from './sentences-of-models.js';
import { notices, refusals } from './sentences-of-toil.js';

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
  BLOCKED: '막힘',
  STARVED: '데이터 부족',
  LOW: '낮음',
  FAILED: '실패',
  ENGAGED: '대응',
  HANDS_ON: '직접 작업',
  WALL: '열림',
  'engaged time': '대응 시간',
  'open time': '열린 시간',
  'hands-on time': '직접 작업 시간',
  engaged: '대응',
  open: '열림',
  'hands-on': '직접 작업',
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

const queues: Sentence[] = [
  ['closed early: {n} of {all} rows arrived', '일찍 닫힘: {all}행 중 {n}행만 도착'],
  ['the input has ended; {n} rows are left', '입력이 끝났습니다. {n}행이 남았습니다'],
  ['the training has stopped', '학습이 멈췄습니다'],
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

const alerts: Sentence[] = [
  [
    'Pipeline {key} failed in {step}: {reason} Blocked after the same failure three times in a row.',
    '파이프라인 {key}, {step} 단계 실패: {reason} 같은 실패가 세 번 이어져 막혔습니다.',
  ],
  ['Pipeline {key} failed in {step}: {reason}', '파이프라인 {key}, {step} 단계 실패: {reason}'],
  ['Pipeline {key} waits for a person: {reason}', '파이프라인 {key}, 사람의 확인을 기다립니다: {reason}'],
  ['Queue {queue} of {key} is {state}: {cause}', '{key}의 {queue} 큐, {state}: {cause}'],
  ['A model of {key} was rolled back: {reason}', '{key}의 모델을 되돌렸습니다: {reason}'],
  ['{service}: the toil budget is used up ({share} %)', '{service}: 토일 예산을 다 썼습니다({share} %)'],
  [
    '{service}: toil burns {pace} times as fast as budgeted ({share} % used)',
    '{service}: 토일이 예산보다 {pace}배 빠르게 늘어납니다({share} % 사용)',
  ],
];

/** What the server says in English, in Korean; the first that fits is taken, so the longer ones stand first. */
export const sentences: readonly Sentence[] = [
  ...alerts,
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
  // a finding that stopped a run: its code, which its page names, and its sentence
  ['{@code}: {finding}', '{code}: {finding}'],
];
