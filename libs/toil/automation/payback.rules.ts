import { Rational } from './rational.rules.js';

export const CANDIDATE_FLAGS = ['RECOMMENDED', 'DO_NOT_AUTOMATE', 'RARE'] as const;
export type CandidateFlag = (typeof CANDIDATE_FLAGS)[number];

/** One manual task that could be automated; exact numbers, minutes and hours as named. */
export interface Candidate {
  key: string;
  occurrencesPerWeek: Rational;
  handsOnMinutes: Rational;
  contextSwitchMinutes: Rational;
  /** Share of occurrences that the automation can take, 0..1. */
  coverableShare: Rational;
  /** Minutes that somebody still attends each automated run. */
  attendedMinutes: Rational;
  /** Share of automated runs that fail and fall back to manual work, 0..1. */
  failureShare: Rational;
  buildHours: Rational;
  maintenanceHoursPerWeek: Rational;
}

/** What automating would bring. */
export interface Payback {
  key: string;
  gainMinutes: Rational;
  savedHoursPerWeek: Rational;
  /** null: it never pays back, because it saves nothing. */
  paybackWeeks: Rational | null;
  /** Days from going live until the build is earned back, rounded up. */
  breakEvenDays: bigint | null;
  netHours: Rational;
  flag: CandidateFlag;
}

/** What is done less often than this in a year is not worth building for. */
export const RARE_BELOW_PER_YEAR = 3;

const ONE = Rational.of(1);
const ZERO = Rational.of(0);
const SIXTY = Rational.of(60);
const WEEKS_PER_YEAR = Rational.of(52);

/**
 * gain = r x ((m + x) - a - q (m + x)) minutes for each occurrence, saved = f x gain / 60 - M hours a week,
 * payback = B / saved weeks (never when nothing is saved), net = saved x horizon - B hours.
 */
export function payback(
  candidate: Candidate,
  horizonWeeks: number,
  rareBelow = RARE_BELOW_PER_YEAR,
): Payback {
  const manual = candidate.handsOnMinutes.plus(candidate.contextSwitchMinutes);
  const success = ONE.minus(candidate.failureShare);
  const gain = candidate.coverableShare.times(manual.times(success).minus(candidate.attendedMinutes));
  const saved = candidate.occurrencesPerWeek.times(gain).over(SIXTY).minus(candidate.maintenanceHoursPerWeek);
  const weeks = saved.isPositive ? candidate.buildHours.over(saved) : null;
  const net = saved.times(Rational.of(horizonWeeks)).minus(candidate.buildHours);
  const rare = candidate.occurrencesPerWeek.times(WEEKS_PER_YEAR).compare(Rational.of(rareBelow)) < 0;
  const worthless = !saved.isPositive || net.compare(ZERO) < 0;
  return {
    key: candidate.key,
    gainMinutes: gain,
    savedHoursPerWeek: saved,
    paybackWeeks: weeks,
    breakEvenDays: weeks ? weeks.times(Rational.of(7)).ceiling() : null,
    netHours: net,
    flag: rare ? 'RARE' : worthless ? 'DO_NOT_AUTOMATE' : 'RECOMMENDED',
  };
}

/** Best net hours first; at equal net the quicker payback, then the key. */
export function rankCandidates(paybacks: readonly Payback[]): Payback[] {
  return [...paybacks].sort(
    (a, b) =>
      b.netHours.compare(a.netHours) || byPayback(a, b) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
}

/** Quickest payback first; what never pays back last. */
export function byPayback(a: Payback, b: Payback): number {
  if (a.paybackWeeks && b.paybackWeeks) return a.paybackWeeks.compare(b.paybackWeeks);
  return a.paybackWeeks ? -1 : b.paybackWeeks ? 1 : 0;
}
