import { Rational } from '../automation/rational.rules.js';
import { addDays } from '../time/zone.rules.js';

/** The rules in order of severity, the worst first; only the first that holds notifies. */
export const BURN_RULES = ['EXHAUSTED', 'FAST', 'SLOW'] as const;
export type BurnRule = (typeof BURN_RULES)[number];

/** One calendar day of a service; exact seconds. */
export interface BudgetDay {
  date: string;
  /** Monday to Friday and no public holiday. */
  working: boolean;
  toilSeconds: Rational;
  capacitySeconds: Rational;
}

/** What a service may spend: share of capacity (0..1], over periods of so many working days one after the other. */
export interface BudgetTerms {
  share: Rational;
  periodWorkingDays: number;
  fastBurn: Rational;
  slowBurn: Rational;
}

/** One period of a budget; `to` is exclusive. */
export interface BudgetPeriod {
  from: string;
  to: string;
  workingDays: number;
  /** Of these, up to the day looked at, which counts. */
  workingDaysPassed: number;
}

/** The state of a budget at the close of a day. burn: 1 = spending exactly the budgeted share. */
export interface BudgetState {
  /** The period that holds the day; null before the budget's first day. */
  period: BudgetPeriod | null;
  /** What the whole period may spend, and what it has spent so far; exact seconds. */
  allowanceSeconds: Rational;
  spentSeconds: Rational;
  consumed: Rational | null;
  burn1d: Rational | null;
  burn5d: Rational | null;
  /** Over twenty working days; over the period to date where the period has fewer. */
  burn20d: Rational | null;
  /** Working days until the budget is gone at the pace of the last five; negative once it is overspent. */
  daysLeft: Rational | null;
  /** Rules whose condition holds, the worst first. */
  holding: BurnRule[];
  notifying: BurnRule | null;
  /** There was no capacity to measure the toil against. */
  unknown: boolean;
}

/** Working days of the long window, by which slow burning is judged. */
export const LONGEST_WINDOW = 20;

const ZERO = Rational.of(0);
const ONE = Rational.of(1);

/** Burn can never pass 1 / share without overtime: the highest threshold that can still fire. */
export const highestReachableBurn = (share: Rational): Rational => ONE.over(share);

/**
 * Evaluates the budget at the close of `at`. `days` are consecutive calendar days from the budget's first day to the end
 * of the period that holds `at`; toil after `at` is not looked at. Windows count working days back from `at`, take the
 * days off between them along, and never reach before the first day. A period shorter than the longest window has no such
 * window: the period to date stands for it, so that what was spent before it began does not burn on. burn(window) = toil /
 * capacity / share; consumed = toil of the period to date / (share x capacity of the whole period).
 */
export function burnState(days: readonly BudgetDay[], at: string, terms: BudgetTerms): BudgetState {
  const past = days.filter((day) => day.date <= at);
  const period = periodOf(days, at, terms.periodWorkingDays);
  const window = (workingDays: number) => lastWorkingDays(past, workingDays);
  const toDate = period.filter((one) => one.date <= at);
  const [day, week] = [window(1), window(5)];
  const month = terms.periodWorkingDays < LONGEST_WINDOW ? toDate : window(LONGEST_WINDOW);
  const burn = (part: readonly BudgetDay[]) => over(toil(part), capacity(part).times(terms.share));
  const allowance = capacity(period).times(terms.share);
  const spent = toil(toDate);
  const burns = { burn1d: burn(day), burn5d: burn(week), burn20d: burn(month) };
  const consumed = over(spent, allowance);
  const holding = BURN_RULES.filter((rule) => holds(rule, consumed, burns, terms));
  return {
    ...burns,
    period: period[0] ? boundsOf(period, toDate) : null,
    allowanceSeconds: allowance,
    spentSeconds: spent,
    consumed,
    daysLeft: consumed && over(allowance.minus(spent), perWorkingDay(week)),
    holding,
    notifying: holding[0] ?? null,
    unknown: consumed === null || burns.burn5d === null,
  };
}

const boundsOf = (period: readonly BudgetDay[], toDate: readonly BudgetDay[]): BudgetPeriod => ({
  from: period[0]!.date,
  to: addDays(period[period.length - 1]!.date, 1),
  workingDays: workedOn(period),
  workingDaysPassed: workedOn(toDate),
});

type Burns = Pick<BudgetState, 'burn1d' | 'burn5d' | 'burn20d'>;

function holds(rule: BurnRule, consumed: Rational | null, burns: Burns, terms: BudgetTerms): boolean {
  const reaches = (value: Rational | null, threshold: Rational) =>
    value !== null && value.compare(threshold) >= 0;
  if (rule === 'EXHAUSTED') return reaches(consumed, ONE);
  if (rule === 'FAST') return reaches(burns.burn5d, terms.fastBurn) && reaches(burns.burn1d, terms.fastBurn);
  return reaches(burns.burn20d, terms.slowBurn) && reaches(burns.burn5d, terms.slowBurn);
}

/**
 * Whether the open alert of a rule stays open: until its short window (FAST one day, SLOW five) is under the threshold,
 * or the budget is no longer used up. Without a measurable window it stays as it is.
 */
export function staysOpen(rule: BurnRule, state: BudgetState, terms: BudgetTerms): boolean {
  if (rule === 'EXHAUSTED') return state.consumed === null || state.consumed.compare(ONE) >= 0;
  const short = rule === 'FAST' ? state.burn1d : state.burn5d;
  return short === null || short.compare(rule === 'FAST' ? terms.fastBurn : terms.slowBurn) >= 0;
}

/** The days of the period that holds `at`: the first begins with the first day, each ends before the next one's first working day. */
export function periodOf(days: readonly BudgetDay[], at: string, periodWorkingDays: number): BudgetDay[] {
  let period: BudgetDay[] = [];
  let worked = 0;
  for (const day of days) {
    if (day.working && worked === periodWorkingDays) {
      if (day.date > at) break;
      period = [];
      worked = 0;
    }
    period.push(day);
    if (day.working) worked++;
  }
  return period;
}

function lastWorkingDays(past: readonly BudgetDay[], count: number): BudgetDay[] {
  let left = count;
  let start = past.length;
  while (start > 0 && left > 0) {
    start--;
    if (past[start]?.working) left--;
  }
  return past.slice(start);
}

const toil = (days: readonly BudgetDay[]): Rational =>
  days.reduce((sum, day) => sum.plus(day.toilSeconds), ZERO);
const capacity = (days: readonly BudgetDay[]): Rational =>
  days.reduce((sum, day) => sum.plus(day.capacitySeconds), ZERO);
const workedOn = (days: readonly BudgetDay[]): number => days.filter((day) => day.working).length;
const over = (part: Rational, whole: Rational): Rational | null =>
  whole.isPositive ? part.over(whole) : null;

function perWorkingDay(days: readonly BudgetDay[]): Rational {
  const worked = workedOn(days);
  return worked === 0 ? ZERO : toil(days).over(Rational.of(worked));
}
