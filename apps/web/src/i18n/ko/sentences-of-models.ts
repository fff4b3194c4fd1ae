import type { Sentence } from '../../server-words/sentence.rules.js';

/** What the inspector says about a layer. */
export const layers: Sentence[] = [
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

/** Why the gate decided so, and what would change it. */
export const gates: Sentence[] = [
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
    'Replacing the champion gains at least {gain} of accuracy (95 % bound), margin {margin} %; the run brings new data.',
    '교체하면 정확도가 적어도 {gain} 오릅니다(95 % 한계), 허용 {margin} %. 새 데이터가 있는 실행입니다.',
  ],
  [
    'Replacing the champion costs at most {loss} of accuracy (95 % bound), margin {margin} %; the run brings new data.',
    '교체해도 정확도 손실은 최대 {loss}(95 % 한계), 허용 {margin} %. 새 데이터가 있는 실행입니다.',
  ],
  [
    'Replacing the champion gains at least {gain} of accuracy (95 % bound), margin {margin} %; the run brings no new data.',
    '교체하면 정확도가 적어도 {gain} 오릅니다(95 % 한계), 허용 {margin} %. 새 데이터가 없는 실행입니다.',
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

/** What rejecting unsure answers costs and brings. */
export const rejections: Sentence[] = [
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
