import type { Sentence } from '../../../server-words/sentence.rules.js';

/** Refusals about budgets, automations and what they bring. */
export const refusalsOfAutomation: Sentence[] = [
  [
    'periodWorkingDays goes from 1 to {#n} (20 are four weeks, 65 are thirteen).',
    '기간은 근무일 1일에서 {n}일까지입니다(20일은 4주, 65일은 13주).',
  ],
  [
    'Nobody logged "{=task}" for "{=service}" yet: give baselineMinutes, or log some first.',
    '"{service}"에서 "{task}" 작업을 기록한 사람이 아직 없습니다. 기준 시간을 적거나 먼저 기록하세요.',
  ],
  [
    'A task that takes no time needs no automation: baselineMinutes must be above 0.',
    '시간이 들지 않는 작업은 자동화할 필요가 없습니다. 기준 시간은 0보다 커야 합니다.',
  ],
  [
    'Give occurrences and handsOnMinutes, or a taskType to measure them from the log.',
    '횟수와 직접 작업 분을 적거나, 기록에서 잴 작업 유형을 고르세요.',
  ],
  [
    'With a budget of {#budget} %, burn never passes {#most} without overtime: a threshold of {#n} would never fire.',
    '예산 {budget} %에서 초과 근무 없이 나올 수 있는 소진 속도는 최대 {most}입니다. 기준 {n}에는 이를 수 없습니다.',
  ],
  ['key has 1 to 255 characters.', '이름은 1자에서 255자까지입니다.'],
  ['There is no saved candidate "{=key}".', '저장하지 않은 후보입니다: "{key}".'],
  ['"{=key}" has no run "{=run}".', '"{key}" 자동화에 없는 실행입니다: "{run}".'],
  ['{=name} must be later than its begin.', '{name}: 끝은 시작보다 뒤여야 합니다.'],
  ['At most three years at once.', '한 번에 최대 3년입니다.'],
  ['Name services or a person, not both.', '서비스나 사람 중 하나만 고르세요.'],
  ['Give points, or a service with from and to.', '점을 주거나, 서비스와 기간을 주세요.'],
  ['At most ten years at once.', '한 번에 최대 10년입니다.'],
  ['At most {#n} services at once.', '한 번에 서비스 {n}개까지입니다.'],
  ['At most {#n} points.', '점은 최대 {n}개입니다.'],
  ['Sizes and hours must not be negative.', '크기와 시간은 음수일 수 없습니다.'],
];
