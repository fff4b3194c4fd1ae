import type { Sentence } from '../../server-words/sentence.rules.js';

/** What a report has to say beside its figures. */
export const notices: Sentence[] = [
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

/** Why the server refused something. */
export const refusals: Sentence[] = [
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
