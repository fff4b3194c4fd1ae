import type { Sentence } from '../../../server-words/sentence.rules.js';

/** What the inspector says about a layer, or about the first one that does not fit. */
const layers: Sentence[] = [
  [
    '{=kernel} is [height, width, in, out]: {#n} filters of {=side} over {#channels} channels; {=from} becomes {=to}, pooled {=pool} to {=half}',
    '{kernel}의 순서는 [높이, 너비, 입력, 출력]: 채널 {channels}개를 보는 {side} 필터 {n}개. {from} → {to}, {pool} 풀링 뒤 {half}',
  ],
  [
    '{=kernel} is [height, width, in, out]: {#n} filters of {=side} over {#channels} channels; {=from} becomes {=to}',
    '{kernel}의 순서는 [높이, 너비, 입력, 출력]: 채널 {channels}개를 보는 {side} 필터 {n}개. {from} → {to}',
  ],
  [
    '{=shape} laid out as {#n} numbers, each joined to each of {#units} outputs',
    '{shape} 값을 숫자 {n}개로 펼쳐 출력 {units}개 모두와 연결',
  ],
  ['{#n} numbers, each joined to each of {#units} outputs', '숫자 {n}개를 출력 {units}개 모두와 연결'],
  [
    'sets a share of the numbers to 0 in training, does nothing afterwards',
    '학습 때 일부 숫자를 0으로 만들고, 그 뒤에는 아무것도 하지 않습니다',
  ],
  ['puts {=shape} into one row of {#n} numbers', '{shape} 값을 숫자 {n}개의 한 줄로 펼칩니다'],
  [
    'keeps the largest of each {=pool} numbers: {=from} becomes {=to}',
    '{pool}마다 가장 큰 값만 남깁니다: {from} → {to}',
  ],
  [
    '{=layer}: filter {=filter} takes {#kin} channels, but {#channels} arrive ({=shape}); it must be {=right}.',
    '{layer}: 필터 {filter}의 입력 채널은 {kin}개인데 {channels}개가 옵니다({shape}). 맞는 필터: {right}.',
  ],
  [
    '{=layer}: a convolution needs a picture, but {=shape} numbers without height and width arrive.',
    '{layer}: 합성곱에는 높이와 너비가 있는 입력이 필요한데 숫자 {shape}개가 옵니다.',
  ],
  [
    '{=layer}: a convolution needs filter [height, width, in channels, out channels], four whole numbers above 0.',
    '{layer}: 합성곱에는 필터 [높이, 너비, 입력 채널, 출력 채널]이 필요합니다. 0보다 큰 정수 넷입니다.',
  ],
  [
    '{=layer}: a pool needs a picture, but {=shape} numbers without height and width arrive.',
    '{layer}: 풀링에는 높이와 너비가 있는 입력이 필요한데 숫자 {shape}개가 옵니다.',
  ],
  [
    '{=layer}: a pool needs a picture, but a dense layer gives one row of numbers.',
    '{layer}: 풀링에는 높이와 너비가 있는 입력이 필요한데 dense 층은 숫자 한 줄을 냅니다.',
  ],
  [
    '{=layer}: a pool layer needs pool, its size and stride.',
    '{layer}: pool 층에는 크기이자 간격인 pool 값이 필요합니다.',
  ],
  ['{=layer}: pool must be a whole number above 0.', '{layer}: pool 값은 0보다 큰 정수입니다.'],
  [
    '{=layer}: a dense layer needs units, a whole number above 0.',
    '{layer}: dense 층에는 units 값이 필요합니다. 0보다 큰 정수입니다.',
  ],
  [
    '{=layer}: unknown kind "{=kind}"; known are conv, dense, pool, flatten and dropout.',
    '{layer}: 모르는 종류 "{kind}". conv, dense, pool, flatten, dropout만 압니다.',
  ],
  [
    '{=layer}: the sums pass 2^53, no machine could run this.',
    '{layer}: 합이 2^53을 넘습니다. 어떤 기계도 돌릴 수 없습니다.',
  ],
];

/** Which floors a candidate misses. */
const floors: Sentence[] = [
  [
    '{#right} of {#n} ({#share} %) right proves no more than {#low} % (Wilson 95 % lower bound), below the floor of {#floor} %.',
    '{n}장 중 {right}장 정답({share} %)으로 증명되는 것은 {low} %까지입니다(윌슨 95 % 하한). 하한 {floor} %에 못 미칩니다.',
  ],
  [
    'Class {=name}: {#right} of {#n} ({#share} %) right, below {#floor} %.',
    '클래스 {name}: {n}장 중 {right}장 정답({share} %), 기준 {floor} % 미달.',
  ],
  [
    'Always naming the most frequent class gets {#right} of {#n} ({#share} %) right; the candidate is no better.',
    '가장 흔한 클래스로만 답해도 {n}장 중 {right}장({share} %)을 맞힙니다. 후보가 더 낫지 않습니다.',
  ],
  [
    'The nearest neighbour gets {#right} of {#n} ({#share} %) right; the candidate is more than {#points} points behind.',
    '최근접 이웃이 {n}장 중 {right}장({share} %)을 맞힙니다. 후보는 {points}점 넘게 뒤집니다.',
  ],
];

/** Why the gate decided so, and what would change it. */
const gates: Sentence[] = [
  [
    '{#right} of {#n} right ({#share} %), Wilson 95 % interval {#low} % to {#high} %, floor {#floor} %.',
    '{n}장 중 {right}장 정답({share} %), 윌슨 95 % 구간 {low} %–{high} %, 하한 {floor} %.',
  ],
  ['No model is live yet: only the floors count.', '아직 서비스 중인 모델이 없어 하한만 봅니다.'],
  [
    'Right where the champion is wrong: {#a}; wrong where it is right: {#b}; exact one-sided p = {=p} for better and {=q} for worse, alpha {=alpha} at look {#looks}.',
    '지금 모델이 틀린 것을 맞힘: {a}, 맞힌 것을 틀림: {b}. 정확 단측 p는 더 좋음 {p}, 더 나쁨 {q}, {looks}번째 비교의 α는 {alpha}.',
  ],
  [
    'Replacing the champion gains at least {gain} of accuracy (95 % bound), margin {#margin} %; the run brings new data.',
    '교체하면 정확도가 적어도 {gain} 오릅니다(95 % 한계), 허용 {margin} %. 새 데이터가 있는 실행입니다.',
  ],
  [
    'Replacing the champion costs at most {loss} of accuracy (95 % bound), margin {#margin} %; the run brings new data.',
    '교체해도 정확도 손실은 최대 {loss}(95 % 한계), 허용 {margin} %. 새 데이터가 있는 실행입니다.',
  ],
  [
    'Replacing the champion gains at least {gain} of accuracy (95 % bound), margin {#margin} %; the run brings no new data.',
    '교체하면 정확도가 적어도 {gain} 오릅니다(95 % 한계), 허용 {margin} %. 새 데이터가 없는 실행입니다.',
  ],
  [
    'Replacing the champion costs at most {loss} of accuracy (95 % bound), margin {#margin} %; the run brings no new data.',
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
    'To show that the candidate is not worse by more than {#margin} %, add at least {#n} validation image{|s} (now {#now}).',
    '후보가 {margin} %보다 더 나쁘지 않음을 보이려면 검증 사진을 {n}장 이상 더하세요 (지금 {now}장).',
  ],
  [
    '"Not worse" promotes only a run that brings new data or a new class.',
    '"더 나쁘지 않음"은 새 데이터나 새 클래스가 있는 실행만 승급시킵니다.',
  ],
  [
    'To count as better it must be right on at least {#n} pictures that the champion gets wrong (now {#now}, against {#other} the other way round).',
    '더 좋다고 보려면 지금 모델이 틀린 사진을 {n}장 이상 맞혀야 합니다 (지금 {now}장, 반대는 {other}장).',
  ],
  [
    'At the same accuracy, add at least {#n} validation image{|s} to prove the floor.',
    '같은 정확도라면 하한을 증명하는 데 검증 사진이 {n}장 이상 더 필요합니다.',
  ],
  [
    'Validation set worn out: {#n} comparisons were made on it.',
    '검증 사진이 낡았습니다. {n}번 비교에 썼습니다.',
  ],
  ['Collect a fresh one.', '새로 모으세요.'],
];

/** What rejecting unsure answers costs and brings. */
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

/** What is said of models. */
export const models: Sentence[] = [...layers, ...floors, ...gates, ...rejections];
