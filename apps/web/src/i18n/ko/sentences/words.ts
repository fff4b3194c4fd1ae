/** Words that stand alone inside a sentence of the server. */
const plain: Record<string, string> = {
  on: '켜짐',
  off: '꺼짐',
  over: '지남',
  passes: '가능',
  fails: '불가',
  paused: '일시 정지됨',
  live: '서비스 중',
  it: '그 파일을',
  nothing: '없음',
  folder: '폴더',
  device: '장치',
  semicolon: '세미콜론',
  tab: '탭',
  bar: '세로줄',
  brightness: '밝기',
  'share of the classes': '클래스 비율',
  'one epoch': '에포크 1번',
  'an unknown number': '알 수 없음',
  'an unknown rest': '알 수 없음',
  'all of them': '모두',
  'no run': '실행 없음',
  'no file': '파일 없음',
  'nothing to try': '시험할 것 없음',
  'nothing waits': '기다리는 사진 없음',
  'cool-down over': '대기 시간 지남',
  'no cause known': '원인을 알 수 없습니다',
  'not judged yet': '판정 전',
  'the data must change': '데이터가 바뀌어야 합니다',
  'no reason was kept': '남은 이유가 없습니다',
  unknown: '알 수 없음',
};

const splits = { training: '학습', validation: '검증', TRAINING: '학습', VALIDATION: '검증' };

const kinds = {
  service: '서비스',
  person: '사람',
  dataset: '데이터셋',
  automation: '자동화',
  pipeline: '파이프라인',
  'task type': '작업 유형',
  repository: '저장소',
};

const times = {
  'engaged time': '대응 시간',
  'open time': '열린 시간',
  'hands-on time': '직접 작업 시간',
  engaged: '대응',
  open: '열림',
  'hands-on': '직접 작업',
  ENGAGED: '대응',
  HANDS_ON: '직접 작업',
  WALL: '열림',
  MONDAY: '월요일',
  SUNDAY: '일요일',
  weekly: '매주',
  monthly: '매월',
  quarterly: '분기마다',
};

const states = {
  PASS: '통과',
  WARN: '주의',
  FAIL: '실패',
  OK: '정상',
  LOW: '부족',
  STARVED: '데이터 부족',
  BLOCKED: '막힘',
  ENDED: '정상 종료',
  ACTIVE: '활성',
  PAUSED: '일시 정지',
  QUEUED: '대기 중',
  RUNNING: '실행 중',
  SUCCEEDED: '완료',
  CANCELLED: '취소됨',
  FAILED: '실패',
  STAGED: '대기',
  SMOKE: '스모크 시험',
  SHADOW: '섀도',
  CANARY: '카나리',
  LIVE: '서비스 중',
  STANDBY: '예비',
  RETIRED: '은퇴',
  ROLLED_BACK: '되돌림',
};

const steps = {
  VALIDATE: '데이터 검증',
  PREFLIGHT: '사전 점검',
  TRAIN: '학습',
  EVALUATE: '평가',
  GATE: '승급 판정',
  DEPLOY: '배포',
};

const roles = { ADMIN: '관리자', LEAD: '리드', MEMBER: '구성원', VIEWER: '열람자' };

const scopes = { READ: '읽기', WRITE: '쓰기', PREDICT: '모델 호출' };

const events = {
  ACKNOWLEDGED: '확인',
  JOINED: '참여',
  LEFT: '나가기',
  SNOOZED: '잠시 미루기',
  RESUMED: '재개',
};

/** What the gate decides. */
export const outcomes = {
  FIRST: '첫 모델',
  HOLD: '보류',
  PROMOTE_BETTER: '승급',
  PROMOTE_NOT_WORSE: '승급, 더 나쁘지 않음',
  REJECT_WORSE: '거부, 더 나쁨',
  REJECT_FLOOR: '거부, 하한 미달',
};

// As the labels of the forms call them.
const fields = {
  weeklyHours: '주당 시간',
  budgetPercent: '예산, %',
  fastBurn: '빠른 소진 기준',
  slowBurn: '느린 소진 기준',
  periodWorkingDays: '기간, 근무일',
  toilPercent: '토일, %',
  engineeringPercent: '엔지니어링, %',
  overheadPercent: '오버헤드, %',
  otherPercent: '그 밖, %',
  timeOffDays: '쉰 날',
  sharePercent: '비율, %',
  attendedMinutes: '회당 지켜보는 분',
  baselineMinutes: '기준, 회당 분',
  handsOnMinutes: '직접 작업한 분',
  buildHours: '만드는 시간',
  maintenanceHoursPerWeek: '주당 유지 시간',
  coverableShare: '대신할 수 있는 비율',
  failureShare: '실패 비율',
  occurrences: '횟수',
  overWeeks: '주 수',
  instances: '크기',
  title: '제목',
  reason: '이유',
  note: '메모',
  name: '이름',
  key: '키',
  stepsTaken: '조치 내용',
  severity: '심각도',
  source: '출처',
  externalId: '외부 번호',
  batchSize: '배치 크기',
  steps: '스텝 수',
  learningRate: '학습률',
  'A toil budget': '토일 예산',
};

/** Words that stand alone inside a sentence of the server; a name that a person gave is none, see {=names}. */
export const words: Record<string, string> = {
  ...plain,
  ...splits,
  ...kinds,
  ...times,
  ...states,
  ...steps,
  ...roles,
  ...scopes,
  ...events,
  ...outcomes,
  ...fields,
};
