import type { Sentence } from '../../../server-words/sentence.rules.js';

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
    'STALE_INCIDENTS: open, but nobody said anything for long ({=numbers} and more); their time stops counting after the last sign until somebody corrects their end.',
    '열려 있지만 오래 소식이 없는 인시던트가 있습니다({numbers} 등). 종료 시각을 바로잡을 때까지 마지막 소식 이후의 시간은 세지 않습니다.',
  ],
  [
    'STALE_INCIDENTS: open, but nobody said anything for long ({=numbers}); their time stops counting after the last sign until somebody corrects their end.',
    '열려 있지만 오래 소식이 없는 인시던트가 있습니다({numbers}). 종료 시각을 바로잡을 때까지 마지막 소식 이후의 시간은 세지 않습니다.',
  ],
  [
    'ZERO_CAPACITY: service {=name} has {#h} h of toil and no capacity in this range.',
    '{name}: 이 기간에 토일은 {h}시간인데 가용 시간이 없습니다.',
  ],
  [
    'NO_SERVICE: {#h} h of toil belong to no service; they count in the total and in no row.',
    '토일 {h}시간은 서비스가 정해지지 않아 합계에만 들어갑니다.',
  ],
  [
    "CAPPED: entries without clock times exceeded 24 h of a person's day and were cut, on {=days}.",
    '시각 없는 기록이 하루 24시간을 넘어 줄였습니다: {days}.',
  ],
];
