import type { Sentence } from '../../../server-words/sentence.rules.js';

/** What is wrong with a single value: the most general sentences, so they stand behind all others. */
export const values: Sentence[] = [
  ['A name must not be blank.', '이름을 적어야 합니다.'],
  ['A name has 1 to {#n} characters.', '이름은 1자에서 {n}자까지입니다.'],
  ['A name has at most {#n} characters.', '이름은 최대 {n}자입니다.'],
  [
    'A key is 1 to 63 lower-case letters, digits and hyphens, and begins with a letter or a digit.',
    '키는 소문자, 숫자, 하이픈 1자에서 63자이고 소문자나 숫자로 시작합니다.',
  ],
  ['A text has at most {#n} characters.', '글은 최대 {n}자입니다.'],
  ['A text must not hold the zero character.', '글에 널 문자를 쓸 수 없습니다.'],
  [
    'A text must hold neither the zero character nor half a character.',
    '글에 널 문자나 잘린 글자를 쓸 수 없습니다.',
  ],
  ['The text was cut in the middle of a character.', '글이 글자 중간에서 잘렸습니다.'],
  ['What happened before 2000 is not kept.', '2000년 이전의 일은 보관하지 않습니다.'],
  ['This has not happened yet.', '아직 일어나지 않은 일입니다.'],
  [
    'idempotencyKey holds 1 to {#n} characters, none of them the zero character.',
    'idempotencyKey는 널 문자 없이 1자에서 {n}자까지입니다.',
  ],
  [
    'externalId holds 1 to {#n} characters, none of them the zero character.',
    'externalId는 널 문자 없이 1자에서 {n}자까지입니다.',
  ],
  [
    'The idempotency key "{=key}" was used before with another input. Use a new key for new work.',
    '다른 값으로 이미 쓴 요청 키입니다: "{key}". 새 작업에는 새 키를 쓰세요.',
  ],
  [
    '{name} must match {=pattern}.',
    '{name}: 소문자, 숫자, 하이픈 1자에서 63자이고 소문자나 숫자로 시작합니다.',
  ],
  [
    '{name} must be [low, high], each between {#low} and {#high}.',
    '{name}: {low}에서 {high} 사이의 [최소, 최대]입니다.',
  ],
  ['{name} needs augment: true.', '{name}: augment가 켜져 있어야 합니다.'],
  ['{name} must be at least 0 and below 1.', '{name}: 0 이상 1 미만입니다.'],
  ['{name} must lie between 0 and 1, both excluded.', '{name}: 0보다 크고 1보다 작아야 합니다.'],
  ['{name} must lie between 0 and a year.', '{name}: 0초에서 1년 사이입니다.'],
  [
    '{name} must rise from 1 to at most 100, in at most 20 steps.',
    '{name}: 1에서 100까지 커져야 하고 최대 20단계입니다.',
  ],
  ['{name} must be owner/name.', '{name}: owner/name처럼 씁니다.'],
  ['{name} must lie between {#low} and {#high} (turns).', '{name}: {low}에서 {high}바퀴 사이입니다.'],
  ['{name} must lie between {#low} and {#high} (pixels).', '{name}: {low}에서 {high}픽셀 사이입니다.'],
  ['{name} must lie between {#low} and {#high} (degrees).', '{name}: {low}에서 {high}도 사이입니다.'],
  ['{name} must lie between {#low} and {#high}.', '{name}: {low}에서 {high} 사이입니다.'],
  ['{name} goes from {#low} to {#high}.', '{name}: {low}에서 {high}까지입니다.'],
  ['{name} lies between {#low} and {#high}.', '{name}: {low}에서 {high} 사이입니다.'],
  ['{name} is a number from {#low} to {#high}.', '{name}: {low}에서 {high}까지의 수입니다.'],
  ['{name} is a whole number.', '{name}: 정수입니다.'],
  ['{name} is a share from 0 to 1.', '{name}: 0에서 1까지의 비율입니다.'],
  ['{name} is a plain decimal with at most four decimals.', '{name}: 소수점 아래 네 자리까지의 수입니다.'],
  ['{name} must not be empty.', '{name}: 비워 둘 수 없습니다.'],
  ['{name} must not be negative.', '{name}: 음수일 수 없습니다.'],
  ['{name} must be above 0.', '{name}: 0보다 커야 합니다.'],
  ['{name} holds at most {#n} characters.', '{name}: 최대 {n}자입니다.'],
  ['{name} holds a character that no text has.', '{name}: 쓸 수 없는 글자가 있습니다.'],
  ['{name} has at most {#n} characters, and no zero character.', '{name}: 널 문자 없이 최대 {n}자입니다.'],
  ['{name} must be {#low} to {#high}', '{name}: {low}에서 {high}까지'],
  ['{name} must be above 0 and at most 1', '{name}: 0보다 크고 1 이하'],
  ['{name} must be at least 1', '{name}: 1 이상'],
  ['{name} must be a whole number', '{name}: 정수'],
  ['{name} must be {#n}', '{name}: {n}이어야 함'],
];

/** What is refused before anything is read. */
export const requests: Sentence[] = [
  ['This needs the role {role}.', '{role} 역할이 필요합니다.'],
  ['This needs the scope {scope}.', '{scope} 권한이 필요합니다.'],
  ['This needs a token with the scope {scope}.', '{scope} 권한의 토큰이 필요합니다.'],
  ['Sign in, or send "Authorization: Bearer <API token>".', '로그인하거나 API 토큰을 보내세요.'],
  ['Too many requests. Try again in {#n} s.', '요청이 너무 많습니다. {n}초 뒤에 다시 하세요.'],
  [
    'Something went wrong on our side. The log has it under this reference.',
    '서버 오류입니다. 서버 로그에 남았습니다.',
  ],
  ['Send this from the pages of this installation.', '이 설치의 화면에서 보내세요.'],
  [
    'This host name is not served. See UNTOIL_ALLOWED_HOSTS.',
    '받지 않는 호스트 이름입니다. UNTOIL_ALLOWED_HOSTS를 보세요.',
  ],
  ['There is nothing here.', '이 주소에는 아무것도 없습니다.'],
  ['after: not a cursor of this connection', '목록이 바뀌었습니다. 처음부터 다시 보세요'],
];
