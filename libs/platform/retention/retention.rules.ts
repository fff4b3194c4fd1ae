import { Refusal } from '../refusal/refusal.js';

/** What grows by itself, and may be deleted when it is old. */
export const RETENTION_KINDS = [
  'AUDIT',
  'ALERTS',
  'RUN_CURVES',
  'RUN_LOGS',
  'DELIVERIES',
  'REPETITION_KEYS',
  'JOB_NOTES',
  'SIGN_INS',
  'PACKED_SPLITS',
] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** How a kind is kept: days when nobody says otherwise (null: for ever), and the fewest that make sense. */
export interface RetentionDefault {
  keepDays: number | null;
  leastDays: number;
}

/** Keys of repetitions and deliveries guard against doing a thing twice: senders try again for days. */
export const RETENTION_DEFAULTS: Record<RetentionKind, RetentionDefault> = {
  AUDIT: { keepDays: null, leastDays: 365 },
  ALERTS: { keepDays: null, leastDays: 30 },
  RUN_CURVES: { keepDays: null, leastDays: 7 },
  RUN_LOGS: { keepDays: 180, leastDays: 7 },
  DELIVERIES: { keepDays: 90, leastDays: 7 },
  REPETITION_KEYS: { keepDays: 30, leastDays: 7 },
  JOB_NOTES: { keepDays: 30, leastDays: 1 },
  SIGN_INS: { keepDays: 90, leastDays: 14 },
  // From the moment that nothing needs them: they can be packed anew.
  PACKED_SPLITS: { keepDays: 0, leastDays: 0 },
};

/** Longest that can be asked for: a century. */
const MOST_DAYS = 36_525;

/** What speaks against keeping a kind so long; null days mean for ever. */
export function keepFault(kind: RetentionKind, days: number | null): Refusal[] {
  const { leastDays } = RETENTION_DEFAULTS[kind];
  if (days === null || (Number.isInteger(days) && days >= leastDays && days <= MOST_DAYS)) return [];
  const message = `This is kept for ${leastDays} to ${MOST_DAYS} days, or for ever.`;
  return [new Refusal('INVALID_INPUT', message, ['input', 'keepDays'], { leastDays })];
}

/** Everything before this instant is old; null when it is kept for ever. */
export const oldBefore = (now: Date, keepDays: number | null): Date | null =>
  keepDays === null ? null : new Date(now.getTime() - keepDays * 86_400_000);
