import type { WorkClass } from '../report/interval.js';

/** The six traits of a task. noEnduringValue: the state before and after is the same. */
export interface ToilCriteria {
  manual: boolean;
  repetitive: boolean;
  automatable: boolean;
  tactical: boolean;
  noEnduringValue: boolean;
  scalesLinearly: boolean;
}

/** The names of the criteria, in the order in which they are shown. */
export const CRITERIA = [
  'manual',
  'repetitive',
  'automatable',
  'tactical',
  'noEnduringValue',
  'scalesLinearly',
] as const satisfies readonly (keyof ToilCriteria)[];

/** What an organisation may set about classes. Weights are whole numbers; windowDays counts back from the entry's date. */
export interface ClassPolicy {
  weights: Record<keyof ToilCriteria, number>;
  /** Smallest score of toil, in hundredths (60 = 0.6). */
  scoreAtLeastHundredths: number;
  /** The how-many-eth occurrence makes a task repetitive ... */
  repetitiveFrom: number;
  /** ... when all of them lie within so many days. */
  windowDays: number;
  /** Keys of task types that are overhead whatever their score. */
  overheadKeys: string[];
}

/** Five criteria weigh the same, `tactical` nothing; toil from 0.6 on; repetitive from the third time within 365 days. */
export const DEFAULT_CLASS_POLICY: ClassPolicy = {
  weights: { manual: 1, repetitive: 1, automatable: 1, tactical: 0, noEnduringValue: 1, scalesLinearly: 1 },
  scoreAtLeastHundredths: 60,
  repetitiveFrom: 3,
  windowDays: 365,
  overheadKeys: [
    'meeting',
    'meetings',
    'team-meeting',
    'hr',
    'expenses',
    'expense-report',
    'goal-setting',
    'snippet',
    'snippets',
    'weekly-report',
    'weekly-snippet',
    'bug-hygiene',
    'training',
    'hiring',
    'interview',
    'interviews',
  ],
};

/** What classification needs to know of a task type. */
export interface ClassifiedType {
  key: string;
  criteria: ToilCriteria | null;
  forcedClass: WorkClass | null;
}

/** Score as a ratio of whole numbers: weight of the criteria that hold over the weight of all. */
export function toilScore(criteria: ToilCriteria, { weights }: ClassPolicy): { held: number; all: number } {
  let held = 0;
  let all = 0;
  for (const name of CRITERIA) {
    all += weights[name];
    if (criteria[name]) held += weights[name];
  }
  return { held, all };
}

/** Toil = score high enough, and done by hand, and nothing stays changed. */
export function isToil(criteria: ToilCriteria, policy: ClassPolicy): boolean {
  const { held, all } = toilScore(criteria, policy);
  if (all === 0) return false;
  return criteria.manual && criteria.noEnduringValue && held * 100 >= policy.scoreAtLeastHundredths * all;
}

/** The class that the type was given: forced by its author, or by standing on the overhead list; null when scored. */
export function forcedClassOf(type: ClassifiedType, policy: ClassPolicy): WorkClass | null {
  if (type.forcedClass !== null) return type.forcedClass;
  return policy.overheadKeys.includes(type.key) ? 'OVERHEAD' : null;
}

/** The class of a type by itself, before any occurrence is counted. */
export function classOfType(type: ClassifiedType, policy: ClassPolicy): WorkClass {
  const forced = forcedClassOf(type, policy);
  if (forced !== null) return forced;
  return type.criteria !== null && isToil(type.criteria, policy) ? 'TOIL' : 'UNCLASSIFIED';
}

/** Why an entry has its class; what evidence asks for. */
export const CLASS_REASONS = [
  'FORCED_BY_TYPE',
  'STATED',
  'SCORED',
  'NOT_REPETITIVE_YET',
  'SCORE_TOO_LOW',
  'NOTHING_KNOWN',
] as const;
export type ClassReason = (typeof CLASS_REASONS)[number];

/** A class and how it came about. */
export interface Classification {
  workClass: WorkClass;
  reason: ClassReason;
}

/** Whether the class of the entry hangs on how often the task occurred before. */
export function needsOccurrence(
  stated: WorkClass | null,
  type: ClassifiedType | null,
  policy: ClassPolicy,
): boolean {
  return stated === null && type !== null && type.criteria !== null && forcedClassOf(type, policy) === null;
}

/**
 * The class of an entry. A type forced to OVERHEAD beats everything; then the class stated by the person; then a forced
 * class; then the score, with `repetitive` proven by the log: `occurrence` counts this entry and the earlier ones of its
 * type within the window, and below the policy's number the work is not toil yet (UNCLASSIFIED).
 */
export function classify(
  stated: WorkClass | null,
  type: ClassifiedType | null,
  occurrence: number,
  policy: ClassPolicy,
): Classification {
  const forced = type === null ? null : forcedClassOf(type, policy);
  if (forced === 'OVERHEAD') return { workClass: 'OVERHEAD', reason: 'FORCED_BY_TYPE' };
  if (stated !== null) return { workClass: stated, reason: 'STATED' };
  if (forced !== null) return { workClass: forced, reason: 'FORCED_BY_TYPE' };
  if (type === null || type.criteria === null) return { workClass: 'UNCLASSIFIED', reason: 'NOTHING_KNOWN' };
  if (!isToil({ ...type.criteria, repetitive: true }, policy))
    return { workClass: 'UNCLASSIFIED', reason: 'SCORE_TOO_LOW' };
  return occurrence >= policy.repetitiveFrom
    ? { workClass: 'TOIL', reason: 'SCORED' }
    : { workClass: 'UNCLASSIFIED', reason: 'NOT_REPETITIVE_YET' };
}

/** The class where no count decides about it; null where this entry, or those after it, have to be counted. */
export const uncountedClass = (
  stated: WorkClass | null,
  type: ClassifiedType | null,
  policy: ClassPolicy,
): WorkClass | null =>
  needsOccurrence(null, type, policy) ? null : classify(stated, type, 1, policy).workClass;
