import type { Sentence } from '../../../server-words/sentence.rules.js';

/** Services, people and task types, and what is merged, archived or taken already. */
const directory: Sentence[] = [
  ['There is no {!kind} with the key "{=key}".', '없는 {kind} 키입니다: "{key}".'],
  ['There is {a|an} {!kind} with the key "{=key}" already.', '이미 쓰고 있는 {kind} 키입니다: "{key}".'],
  [
    'The {!kind} "{=key}" is archived: its hours stay, and it takes no new ones. Restore it first, or name another.',
    '보관된 {kind}입니다: "{key}". 시간은 남지만 새로 받지 않습니다. 먼저 되돌리거나 다른 것을 고르세요.',
  ],
  [
    'The {!kind} "{=key}" is archived. Restore it first, or merge the other way round.',
    '보관된 {kind}입니다: "{key}". 먼저 되돌리거나 반대로 합치세요.',
  ],
  [
    'The {!kind} "{=key}" has changed since: version {#n} is current. Read it again, then decide.',
    '그사이 바뀐 {kind}입니다: "{key}". 지금 버전은 {n}입니다. 다시 읽고 정하세요.',
  ],
  [
    'The {!kind} "{=key}" was merged into another: change that one.',
    '다른 것에 합쳐진 {kind}입니다: "{key}". 합쳐진 쪽을 바꾸세요.',
  ],
  [
    'The {!kind} "{=key}" was merged into another: it cannot come back on its own.',
    '다른 것에 합쳐진 {kind}입니다: "{key}". 혼자 되돌릴 수 없습니다.',
  ],
  ['The {!kind} "{=key}" has been merged before.', '이미 합쳐진 {kind}입니다: "{key}".'],
  ['A {kind} cannot be merged into itself.', '자기 자신에는 합칠 수 없습니다({kind}).'],
  ['A timer runs for "{=key}". Stop it first.', '"{key}" 타이머가 돌고 있습니다. 먼저 멈추세요.'],
  [
    'A timer of "{=key}" has been running since this week or before. Stop it first.',
    '"{key}"의 타이머가 이 주나 그 전부터 돌고 있습니다. 먼저 멈추세요.',
  ],
  ['A timer of "{=key}" is running. Stop it first.', '"{key}"의 타이머가 돌고 있습니다. 먼저 멈추세요.'],
  [
    '{#n} timer(s) run for "{=key}". Stop them first.',
    '"{key}" 타이머 {n}개가 돌고 있습니다. 먼저 멈추세요.',
  ],
  [
    '"{=key}" has {#n} open incident(s). Resolve them first.',
    '"{key}"에 열린 인시던트가 {n}건 있습니다. 먼저 해결하세요.',
  ],
  [
    'A timer runs for both "{=a}" and "{=b}". Stop one of them first.',
    '"{a}", "{b}" 둘 다 타이머가 돌고 있습니다. 하나를 먼저 멈추세요.',
  ],
  [
    'Together they would be allocated {#sum} % from {=date} on; 100 % is all there is. Change a share of one of them first.',
    '합치면 {date}부터 배정이 {sum} %가 됩니다. 100 %가 전부이니 한쪽 비율을 먼저 바꾸세요.',
  ],
  [
    'From {=date} on, {=who} would be allocated {#sum} %; 100 % is all there is.',
    '{date}부터 {who}의 배정이 {sum} %가 됩니다. 100 %가 전부입니다.',
  ],
  [
    'From {=date} on somebody would be allocated more than 100 %. Lower another share first.',
    '{date}부터 배정이 100 %를 넘는 사람이 생깁니다. 다른 비율을 먼저 낮추세요.',
  ],
  [
    'Days off end after they begin; `to` is the first day back.',
    '쉬는 날의 끝은 시작보다 뒤여야 합니다. 끝 날짜는 다시 일하는 첫날입니다.',
  ],
  [
    "Say whose days off these are; only a HOLIDAY can be everybody's.",
    '누가 쉬는지 정하세요. 모두에게 해당하는 것은 공휴일뿐입니다.',
  ],
  [
    'Name at least one person, or leave `people` out for a public holiday.',
    '사람을 한 명 이상 고르거나, 공휴일이면 비워 두세요.',
  ],
  [
    'Either the criteria decide or a class is forced; say one of both.',
    '기준에 따르거나 분류를 직접 정하세요. 둘 중 하나만 됩니다.',
  ],
  ['Nobody is their own lead.', '자기 자신의 리드가 될 수 없습니다.'],
  ['Nothing is mapped from "{=name}".', '짝지은 것이 없습니다: "{name}".'],
  ['instances is a whole number from 0 to {#n}.', '크기는 0에서 {n}까지의 정수입니다.'],
];

/** The organisation, its calendars, and how long things are kept. */
const organization: Sentence[] = [
  ['A week starts on MONDAY or SUNDAY.', '한 주는 월요일이나 일요일에 시작합니다.'],
  ['A locale is a language tag such as en or ko-KR.', '로캘은 en이나 ko-KR 같은 언어 태그입니다.'],
  [
    '"{=zone}" is no time zone. Use an IANA name such as Asia/Seoul.',
    '시간대가 아닙니다: "{zone}". Asia/Seoul 같은 IANA 이름을 쓰세요.',
  ],
  ['This is kept for {#n} to {#most} days, or for ever.', '{n}일에서 {most}일까지, 또는 영구히 보존합니다.'],
  ['There is no calendar "{=name}".', '없는 달력입니다: "{name}".'],
  ['Nobody lives in these zones.', '이 시간대에 사는 사람이 없습니다.'],
  ['A calendar file has at most 1 MB.', '달력 파일은 최대 1 MB입니다.'],
  ['A range ends after it begins, within a century.', '기간의 끝은 시작보다 뒤이고 100년 안이어야 합니다.'],
  [
    'This is no iCalendar file: it has to begin with BEGIN:VCALENDAR.',
    'iCalendar 파일이 아닙니다. BEGIN:VCALENDAR로 시작해야 합니다.',
  ],
  ['A line needs a name, a colon and a value.', '한 줄에는 이름, 콜론, 값이 필요합니다.'],
  ['This event has no END:VEVENT.', '이 일정에 END:VEVENT가 없습니다.'],
  ['The file breaks off: END:VCALENDAR is missing.', '파일이 중간에 끊겼습니다. END:VCALENDAR가 없습니다.'],
  ['This event does not say when it begins (DTSTART).', '이 일정에 시작 날짜가 없습니다(DTSTART).'],
  ['"{=text}" is no date of the form 20260101.', '20260101처럼 쓴 날짜가 아닙니다: "{text}".'],
  [
    'This event has clock times; only whole days are taken.',
    '이 일정에는 시각이 있습니다. 하루 단위 일정만 받습니다.',
  ],
  ['This event ends before it begins.', '이 일정은 끝이 시작보다 앞섭니다.'],
  [
    'This event takes {#n} days; a holiday takes at most {#most}.',
    '이 일정은 {n}일입니다. 공휴일은 최대 {most}일입니다.',
  ],
  ['Only yearly repetition is read (FREQ=YEARLY).', '해마다 되풀이되는 것만 읽습니다(FREQ=YEARLY).'],
  ['Repetition by {=part} is not read.', '{part} 되풀이는 읽지 않습니다.'],
  [
    'Weekdays are read with their number in the month, such as 4TH.',
    '요일은 4TH처럼 그 달의 몇째인지와 함께 읽습니다.',
  ],
  ['This repetition cannot be read.', '이 되풀이는 읽을 수 없습니다.'],
];

/** Accounts, passwords, links and tokens. */
const accounts: Sentence[] = [
  ['There is no such account.', '없는 계정입니다.'],
  ['An account with this name or e-mail address exists.', '같은 이름이나 이메일의 계정이 이미 있습니다.'],
  [
    'This is the last admin who can sign in. Make another one first.',
    '로그인할 수 있는 마지막 관리자입니다. 다른 관리자를 먼저 만드세요.',
  ],
  ['You cannot give the role {role}.', '줄 수 없는 역할입니다: {role}.'],
  ['This is not an e-mail address.', '이메일 주소가 아닙니다.'],
  ['There is no person with this key.', '이 키의 사람이 없습니다.'],
  ['Only an admin makes tokens for somebody else.', '다른 사람의 토큰은 관리자만 만듭니다.'],
  ['A token cannot have expired before it is made.', '토큰의 기한은 지금보다 뒤여야 합니다.'],
  ['You have no such token.', '내 토큰 가운데 없습니다.'],
  ['Name the account that the token is for.', '누구의 토큰인지 계정을 정하세요.'],
  ['The current password is wrong.', '지금 비밀번호가 맞지 않습니다.'],
  [
    'A password has {#n} to {#most} characters, and at least four different ones.',
    '비밀번호는 {n}자에서 {most}자까지이고, 서로 다른 글자가 넷 이상이어야 합니다.',
  ],
  ['This invitation has been used or has expired.', '이미 썼거나 기한이 지난 초대입니다.'],
  ['The account is disabled. Enable it first.', '사용이 중지된 계정입니다. 먼저 다시 켜세요.'],
  [
    'This link has been used or has expired. Ask for a new one.',
    '이미 썼거나 기한이 지난 링크입니다. 새 링크를 요청하세요.',
  ],
  [
    'This setup link has been used or has expired. Start Untoil again for a new one.',
    '이미 썼거나 기한이 지난 설정 링크입니다. Untoil을 다시 시작하면 새 링크가 나옵니다.',
  ],
  ['Name or password is wrong.', '이름 또는 비밀번호가 맞지 않습니다.'],
  ['Too many attempts. Try again in {#n} s.', '시도가 너무 많습니다. {n}초 뒤에 다시 하세요.'],
];

const sample: Sentence[] = [
  ['There is no sample data.', '샘플 데이터가 없습니다.'],
  [
    'There are services, work or datasets already. Sample data is only loaded into an empty installation, because every number would contain it.',
    '서비스, 작업 기록, 데이터셋 중에 이미 있는 것이 있습니다. 모든 수치에 섞이므로 샘플 데이터는 빈 설치에만 넣습니다.',
  ],
];

/** Refusals about people, accounts, the organisation and its sample. */
export const refusalsOfPeople: Sentence[] = [...directory, ...organization, ...accounts, ...sample];
