import type { Sentence } from '../../../server-words/sentence.rules.js';

const incidents: Sentence[] = [
  ['There is no incident {=id}.', '없는 인시던트입니다: {id}.'],
  [
    'The incident was changed meanwhile: it is at version {#n} now.',
    '그사이 인시던트가 바뀌었습니다. 지금 버전은 {n}입니다.',
  ],
  [
    'The event ({=at}) lies before the incident was opened ({=opened}).',
    '이벤트({at})가 인시던트를 연 시각({opened})보다 앞섭니다.',
  ],
  ['An incident cannot have ended in the future.', '인시던트가 앞으로의 시각에 끝날 수 없습니다.'],
  ['severity goes from 1 (worst) to 5.', '심각도는 1(가장 심각)에서 5까지입니다.'],
  ['handsOnMinutes goes from 0 to {#n} (a week).', '직접 작업한 분은 0에서 {n}(일주일)까지입니다.'],
  ['handsOnMinutes belong to a person: name them.', '누가 직접 작업했는지 정하세요.'],
  ['Name at least one other incident.', '다른 인시던트를 하나 이상 고르세요.'],
  ['This incident was merged into another one itself.', '이 인시던트도 이미 다른 것에 합쳐졌습니다.'],
  [
    'Name the incident: by its id, or by source and externalId.',
    '인시던트를 정하세요: id, 또는 source와 externalId.',
  ],
  ['OPENED of a new incident needs its {name}.', '새 인시던트를 열려면 필요합니다: {name}.'],
  ['{event} is about a person: name them.', '{event}: 누구인지 정하세요.'],
  ['An incident has its service: name one of them.', '인시던트에는 서비스가 있습니다. 하나만 정하세요.'],
  ['Activity in the future cannot be told yet.', '앞으로의 활동은 아직 적을 수 없습니다.'],
  ['There is no alert {=id}.', '없는 알림입니다: {id}.'],
  ['The alert is resolved already.', '이미 해결된 알림입니다.'],
  ['There is no such channel.', '없는 채널입니다.'],
  ['A WEBHOOK channel takes an http or https address.', 'WEBHOOK 채널의 대상은 http 또는 https 주소입니다.'],
  ['A SLACK channel takes the address of an incoming webhook.', 'SLACK 채널의 대상은 수신 웹훅 주소입니다.'],
  ['An EMAIL channel takes one e-mail address.', 'EMAIL 채널의 대상은 이메일 주소 하나입니다.'],
  ['A GITHUB_ISSUE channel takes owner/repository.', 'GITHUB_ISSUE 채널의 대상은 owner/name입니다.'],
  ['A target has at most {#n} characters.', '대상은 최대 {n}자입니다.'],
  [
    'An address must hold no user name or password: it is shown to leads. Sign with a secret instead.',
    '주소는 리드에게 보이므로 사용자 이름이나 비밀번호를 넣을 수 없습니다. 대신 비밀 값으로 서명하세요.',
  ],
  ['{fault}, which is never called.', '{fault}. 절대 부르지 않습니다.'],
  ['Leave the secret out where there is none.', '비밀 값이 없으면 비워 두지 말고 빼세요.'],
  ['A secret has at most {#n} characters.', '비밀 값은 최대 {n}자입니다.'],
  ['What follows "whsec_" must be the key in base64.', '"whsec_" 뒤에는 base64로 쓴 키가 와야 합니다.'],
  [
    'An empty list hears of nothing; leave kinds out to hear of all.',
    '빈 목록은 아무것도 받지 않습니다. 모두 받으려면 종류를 빼세요.',
  ],
  [
    'A kind of alert has a name, such as "pipeline.failed".',
    '알림 종류는 "pipeline.failed"처럼 이름이 있습니다.',
  ],
  ['{=host} answered 410 Gone', '{host}에서 410(없어짐)으로 답함'],
  ['{=host} answered {#status}', '{host}에서 {status}로 답함'],
  ['UNTOIL_SMTP_URL is not set, so no e-mail can be sent', 'UNTOIL_SMTP_URL이 없어 이메일을 보낼 수 없음'],
  ['{=host} is not an IP address', '{host}: IP 주소가 아님'],
  ['{=host} is a link-local or metadata address', '{host}: 링크 로컬 또는 메타데이터 주소'],
  ['{=host} is not a public address', '{host}: 공개 주소가 아님'],
  ['A webhook secret has {#n} to {#most} characters.', '웹훅 비밀 값은 {n}자에서 {most}자까지입니다.'],
  [
    'A webhook secret holds printable ASCII characters without blanks.',
    '웹훅 비밀 값은 공백 없는 ASCII 글자입니다.',
  ],
  ['overlapHours goes from 0 to {#n} (30 days).', '겹치는 시간은 0에서 {n}(30일)까지입니다.'],
  ['No secret is stored for {=source}.', '저장된 비밀 값이 없습니다: {source}.'],
  ['A repository is called owner/name.', '저장소 이름은 owner/name처럼 씁니다.'],
  ['"{=name}" is not watched.', '지켜보지 않는 저장소입니다: "{name}".'],
];

/** Refusals about incidents, alerts, their channels and senders. */
export const refusalsOfIncidents: Sentence[] = incidents;
