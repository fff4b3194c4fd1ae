import type { Sentence } from '../../../server-words/sentence.rules.js';

/** Why a line, a timer or an entry was not taken. */
const logging: Sentence[] = [
  [
    'How long did it take? Type 45m, 1:30, 2h27m, 1.5, or from when to when: 9am-10:30am.',
    '얼마나 걸렸나요? 45분, 1:30, 1.5 또는 오전 9시-10시 30분처럼 적으세요.',
  ],
  ['It must have taken some time.', '걸린 시간이 0일 수 없습니다.'],
  [
    '"{=word}" is longer than a day. Minutes look like 45m; split longer work over its dates.',
    '"{word}": 하루보다 깁니다. 분은 45m처럼 쓰고, 더 긴 작업은 날짜별로 나누세요.',
  ],
  [
    '"{=word}": A time looks like 9am, 9:30, 14:00 or 오전 9시; a range like 9am-10:30am.',
    '"{word}": 시각은 9am, 9:30, 14:00, 오전 9시처럼, 범위는 9am-10:30am처럼 씁니다.',
  ],
  [
    '"{=word}": It ends before it starts. Is it afternoon? Say 17:30 or 5:30pm; over midnight a range has at most 12 hours.',
    '"{word}": 끝이 시작보다 앞섭니다. 오후라면 17:30 또는 오후 5시 30분으로 쓰세요. 자정을 넘는 범위는 12시간까지입니다.',
  ],
  ['There is no task type "{=name}".', '없는 작업 유형입니다: "{name}".'],
  ['A date is today, yesterday, a weekday or 2026-03-04.', '날짜는 오늘, 어제, 요일, 2026-03-04처럼 씁니다.'],
  ['A line has at most {#n} characters.', '한 줄은 최대 {n}자입니다.'],
  ['Work in the future cannot be logged yet.', '앞으로 할 일은 아직 기록할 수 없습니다.'],
  ['Work that ends in the future cannot be logged yet.', '아직 끝나지 않은 작업은 기록할 수 없습니다.'],
  ['Work before {=date} is not kept.', '{date} 이전의 작업은 보관하지 않습니다.'],
  ['Work ends after it starts.', '작업의 끝은 시작보다 뒤여야 합니다.'],
  [
    'One entry spans at most 7 days; is one of the dates mistyped?',
    '기록 하나는 최대 7일입니다. 날짜를 잘못 적지 않았나요?',
  ],
  [
    'The clocks of {=zone} skip {=local}; the next time that exists is {=next}.',
    '{zone}의 시계에는 {local} 시각이 없습니다. 다음으로 있는 시각은 {next}입니다.',
  ],
  [
    'The clocks of {=zone} show {=local} twice. A line cannot say which one: write how long it took, as 45m.',
    '{zone}의 시계는 {local} 시각을 두 번 가리킵니다. 걸린 시간을 45분처럼 적으세요.',
  ],
  [
    'The clocks of {=zone} show {=local} twice; say which one with fold 0 or 1.',
    '{zone}의 시계는 {local} 시각을 두 번 가리킵니다. fold 0(처음)이나 1(다음)로 고르세요.',
  ],
  ['fold is 0 (first) or 1 (second).', 'fold는 0(처음) 또는 1(다음)입니다.'],
  [
    'Wall-clock time looks like 2026-03-02T09:00, without an offset.',
    '시각은 오프셋 없이 2026-03-02T09:00처럼 씁니다.',
  ],
  ['This is no instant.', '시각이 아닙니다.'],
  ['Give {=name} or {=local}, not both.', '{name}, {local} 중 하나만 주세요.'],
  ['Give either start and end, or date and duration.', '시작과 끝, 또는 날짜와 걸린 시간 중 한쪽만 주세요.'],
  ['Say when: start and end, or date and duration.', '언제인지 적으세요: 시작과 끝, 또는 날짜와 걸린 시간.'],
  ['Say when it started.', '언제 시작했는지 적으세요.'],
  ['Say when it ended.', '언제 끝났는지 적으세요.'],
  ['Say how long it took, e.g. 45m.', '얼마나 걸렸는지 적으세요. 예: 45m.'],
  ['Say on which date.', '날짜를 적으세요.'],
  [
    'A duration looks like 45m, 3h, 2h27m, 1:30 or 1.5 (hours).',
    '시간은 45m, 3h, 2h27m, 1:30, 1.5(시간)처럼 씁니다.',
  ],
  ['A duration is longer than nothing.', '걸린 시간이 0일 수 없습니다.'],
  [
    'A day has 24 h; split longer work over its dates.',
    '하루는 24시간입니다. 더 긴 작업은 날짜별로 나누세요.',
  ],
  ['There is nothing to repeat yet.', '되풀이할 기록이 아직 없습니다.'],
  ['No timer of {=person} is running.', '{person}의 타이머가 돌고 있지 않습니다.'],
  ['There is no draft {=id}.', '없는 초안입니다: {id}.'],
  ['Name the drafts by ids, or their person.', '초안을 고르거나, 누구의 초안인지 정하세요.'],
  ['This needs to be this person, or their lead.', '본인이나 그 사람의 리드만 할 수 있습니다.'],
];

/** Why an entry, a week or a report of somebody's own was not changed. */
const keeping: Sentence[] = [
  ['The entry was deleted.', '이 기록은 삭제됐습니다.'],
  ['There is no work entry with this id.', '없는 작업 기록입니다.'],
  [
    'The entry has changed since: version {#n} is current. Read it again, then decide.',
    '그사이 기록이 바뀌었습니다. 지금 버전은 {n}입니다. 다시 읽고 정하세요.',
  ],
  [
    'The entry was amended by {=amended} s; it cannot be shorter than that.',
    '기록이 {amended}초만큼 정정되었습니다. 그보다 짧게 할 수 없습니다.',
  ],
  [
    'The entry stands at {#n} s; it cannot be amended below nothing.',
    '기록은 {n}초입니다. 0보다 작게 정정할 수 없습니다.',
  ],
  ['deltaSeconds is not 0 and at most 7 days.', '정정할 시간은 0이 아니고 7일을 넘지 않습니다.'],
  ['An amendment needs a reason.', '정정에는 이유가 필요합니다.'],
  ['A batch holds 1 to {#n} rows.', '한 번에 1행에서 {n}행까지입니다.'],
  ['A range ends after it begins.', '기간의 끝은 시작보다 뒤여야 합니다.'],
  [
    'A range ends after it begins; `to` is the first day outside.',
    '기간의 끝은 시작보다 뒤여야 합니다. 끝 날짜는 기간에 들지 않습니다.',
  ],
  ['A range spans at most ten years.', '기간은 최대 10년입니다.'],
  ['There is nothing before 1970.', '1970년 이전은 없습니다.'],
  [
    'Name at least one service, or leave `services` out for all.',
    '서비스를 하나 이상 고르거나, 모두 보려면 비워 두세요.',
  ],
  ['to must be later than from.', '끝은 시작보다 뒤여야 합니다.'],
  [
    'The week of {=week} is locked. Its entries can only be amended, with a reason.',
    '{week} 주는 마감됐습니다. 기록은 이유를 적어 정정만 할 수 있습니다.',
  ],
  [
    'Weeks start on {day}; the one that holds {=date} starts on {=first}.',
    '한 주는 {day}에 시작합니다. {date}의 주는 {first}에 시작합니다.',
  ],
  ['This week has not begun yet.', '아직 시작되지 않은 주입니다.'],
  ['A week has 168 h.', '한 주는 168시간입니다.'],
  ['A weekly report has at most {#n} characters.', '주간 기록은 최대 {n}자입니다.'],
  ['Which service was it for? No word is the key of one.', '어느 서비스의 일인가요? 서비스 키가 없습니다.'],
  ['{=date} lies outside of the week of {=week}.', '{date}: {week} 주에 들지 않습니다.'],
  [
    'Toil, engineering and overhead sum to 100 when all three are given; with "other", all parts do.',
    '토일, 엔지니어링, 오버헤드를 모두 적으면 합이 100이어야 합니다. "그 밖"을 적으면 모두 더해 100입니다.',
  ],
  ['The parts of a week sum to 100 at most.', '한 주의 비율은 합해서 100까지입니다.'],
  ['There is no survey schedule {=id}.', '없는 설문 일정입니다: {id}.'],
  ['The schedule is stopped already.', '이미 멈춘 일정입니다.'],
  ['A survey cannot have started in the past.', '설문을 지난 날짜에 시작할 수 없습니다.'],
  ['A {every} survey is open for 1 to {#most} days.', '{every} 하는 설문은 1일에서 {most}일까지 엽니다.'],
  [
    'The reminder comes while the survey is open: 0 to openDays - 1.',
    '알림은 설문이 열려 있는 동안이어야 합니다: 0부터 openDays - 1까지.',
  ],
  ['Name at least one service, or none of the list.', '서비스를 하나 이상 고르거나 목록을 비워 두세요.'],
];

/** Why an imported file, or a row of it, was not taken. */
const imports: Sentence[] = [
  [
    'No column of this header is known: name the format or map the columns.',
    '머리글에 아는 열이 없습니다. 형식을 정하거나 열을 짝지으세요.',
  ],
  ['A file has at most 20 MiB.', '파일은 최대 20 MiB입니다.'],
  ['This is no CSV file: {=cause}', 'CSV 파일이 아닙니다: {cause}'],
  ['The file has no column "{=name}".', '파일에 없는 열입니다: "{name}".'],
  ['Send content or contentBase64.', 'content나 contentBase64 중 하나를 보내세요.'],
  ['nobody is called "{=name}"', '이런 이름의 사람이 없음: "{name}"'],
  ['it names nobody', '사람이 없음'],
  ['no service is called "{=name}"', '이런 이름의 서비스가 없음: "{name}"'],
  ['the alert has no label "{=name}"', '알림에 라벨이 없음: "{name}"'],
  ['"{=word}" is no class', '분류가 아님: "{word}"'],
  ['"{=word}" is no date', '날짜가 아님: "{word}"'],
  ['"{=word}" is no time', '시각이 아님: "{word}"'],
  ['it says no date', '날짜가 없음'],
  [
    'it has {cells} cells, the header {columns}: a text that holds the separator stands in quotes',
    '칸이 {cells}개인데 머리글은 {columns}개임: 구분자가 든 글은 따옴표로 묶어야 함',
  ],
  ['it says neither times nor a duration', '시각도 걸린 시간도 없음'],
  ['start and end are no instants', '시작과 끝이 시각이 아님'],
];

/** Refusals about work. */
export const refusalsOfWork: Sentence[] = [...logging, ...keeping, ...imports];
