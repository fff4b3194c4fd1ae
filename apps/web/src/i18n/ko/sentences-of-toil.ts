import type { Sentence } from '../../server-words/sentence.rules.js';

/** What a report has to say beside its figures. */
export const notices: Sentence[] = [
  [
    'PROVISIONAL: work is still running; it is counted up to the as-of instant.',
    '아직 진행 중인 작업이 있어 기준 시각까지만 셌습니다.',
  ],
  [
    'TIER_MIX: incident time was asked for as {mode}; it is known as {mix}.',
    '인시던트 시간({mode})은 이렇게 알려져 있습니다: {mix}.',
  ],
  ['{#share} % {tier} time, {rest}', '{tier} {share} %, {rest}'],
  ['{#share} % {tier} time', '{tier} {share} %'],
  [
    'NO_CLOCK: work without clock times counts as business hours on weekdays and as off hours at the weekend.',
    '시각 없는 작업은 평일에는 업무 시간, 주말에는 업무 외 시간으로 셉니다.',
  ],
  [
    'STALE_INCIDENTS: open, but nobody said anything for long ({numbers}); their time stops counting after the last sign until somebody corrects their end.',
    '열려 있지만 오래 소식이 없는 인시던트가 있습니다({numbers}). 종료 시각을 바로잡을 때까지 마지막 소식 이후의 시간은 세지 않습니다.',
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
  [
    'How long did it take? Type 45m, 1:30, 2h27m, 1.5, or from when to when: 9am-10:30am.',
    '얼마나 걸렸나요? 45분, 1:30, 1.5 또는 오전 9시-10시 30분처럼 적으세요.',
  ],
  ['It must have taken some time.', '걸린 시간이 0일 수 없습니다.'],
  [
    '"{word}" is longer than a day. Minutes look like 45m; split longer work over its dates.',
    '"{word}": 하루보다 깁니다. 분은 45m처럼 쓰고, 더 긴 작업은 날짜별로 나누세요.',
  ],
  [
    '"{word}": A time looks like 9am, 9:30, 14:00 or 오전 9시; a range like 9am-10:30am.',
    '"{word}": 시각은 9am, 9:30, 14:00, 오전 9시처럼, 범위는 9am-10:30am처럼 씁니다.',
  ],
  [
    '"{word}": It ends before it starts. Is it afternoon? Say 17:30 or 5:30pm; over midnight a range has at most 12 hours.',
    '"{word}": 끝이 시작보다 앞섭니다. 오후라면 17:30 또는 오후 5시 30분으로 쓰세요. 자정을 넘는 범위는 12시간까지입니다.',
  ],
  ['There is no task type "{name}".', '"{name}" 작업 유형이 없습니다.'],
  ['A date is today, yesterday, a weekday or 2026-03-04.', '날짜는 오늘, 어제, 요일, 2026-03-04처럼 씁니다.'],
  ['A line has at most {n} characters.', '한 줄은 최대 {n}자입니다.'],
  ['Work in the future cannot be logged yet.', '앞으로 할 일은 아직 기록할 수 없습니다.'],
  ['Work that ends in the future cannot be logged yet.', '아직 끝나지 않은 작업은 기록할 수 없습니다.'],
  [
    'The clocks of {zone} skip {local}; the next time that exists is {next}.',
    '{zone}의 시계는 {local}을 건너뜁니다. 다음으로 있는 시각은 {next}입니다.',
  ],
  [
    'The clocks of {zone} show {local} twice. A line cannot say which one: write how long it took, as 45m.',
    '{zone}의 시계는 {local}을 두 번 가리킵니다. 걸린 시간을 45분처럼 적으세요.',
  ],
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
  ['Version {n} is live already.', '버전 {n}은(는) 이미 서비스 중입니다.'],
  [
    'Version {n} is being tried in a fresh process; wait until that has ended.',
    '버전 {n}을(를) 새 프로세스에서 시험하는 중입니다. 끝날 때까지 기다리세요.',
  ],
  [
    'Version {n} is {state} and never serves again; train another.',
    '버전 {n}은(는) {state} 상태라 다시 서비스할 수 없습니다. 새로 학습하세요.',
  ],
  [
    'A WEBHOOK channel takes an http or https address.',
    'WEBHOOK 채널에는 http 또는 https 주소가 필요합니다.',
  ],
  [
    'A SLACK channel takes the address of an incoming webhook.',
    'SLACK 채널에는 수신 웹훅 주소가 필요합니다.',
  ],
  ['An EMAIL channel takes one e-mail address.', 'EMAIL 채널에는 이메일 주소 하나가 필요합니다.'],
  [
    'A GITHUB_ISSUE channel takes owner/repository.',
    'GITHUB_ISSUE 채널에는 owner/repository 형식이 필요합니다.',
  ],
  [
    'An address must hold no user name or password: it is shown to leads. Sign with a secret instead.',
    '주소에 사용자 이름이나 비밀번호를 넣을 수 없습니다. 리더에게 보이기 때문입니다. 대신 비밀 값으로 서명하세요.',
  ],
  ['What follows "whsec_" must be the key in base64.', '"whsec_" 뒤에는 base64로 쓴 키가 와야 합니다.'],
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
