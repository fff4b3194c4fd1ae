import { divideHalfUp, percent, ratioPercent } from '#platform';
import { Rational } from '../automation/rational.rules.js';
import { UNITS_PER_SECOND } from './cell.rules.js';
import type { Attribution, IncidentMode, TimeBand, ToilView } from './interval.js';
import type { Tier, ToilBand, ToilThresholds } from './threshold.rules.js';

/** What a share is taken of: capacity, or logged time with or without overhead. */
export const TOIL_BASES = ['CAPACITY', 'LOGGED', 'LOGGED_EX_OVERHEAD'] as const;
export type ToilBasis = (typeof TOIL_BASES)[number];

/** Why a number is null; null is never 0. */
export const NULL_REASONS = [
  'ZERO_CAPACITY',
  'NO_DATA',
  'TOO_FEW_RESPONSES',
  'INSUFFICIENT_VARIATION',
  'NEVER',
  'NO_EXECUTIONS',
] as const;
export type MetricNullReason = (typeof NULL_REASONS)[number];

/** Exact time by class in units of 1/720720 s; unattended is the part of toil that only the wall clock tells of. */
export interface TimeSums {
  toil: bigint;
  engineering: bigint;
  overhead: bigint;
  unclassified: bigint;
  unattended: bigint;
}

/** No time at all. */
export const NO_TIME: Readonly<TimeSums> = Object.freeze({
  toil: 0n,
  engineering: 0n,
  overhead: 0n,
  unclassified: 0n,
  unattended: 0n,
});

/** How the number was asked for; it stands in the definition. */
export interface MetricQuestion {
  basis: ToilBasis;
  view: ToilView;
  mode: IncidentMode;
  /** Only the PERSON view knows the difference. */
  attribution: Attribution;
  timeBand: TimeBand | null;
  combined: boolean;
}

/** What joins in beside logs and incidents. share and halfWidth 0..1; ageDays counts back from the end of the range. */
export interface Supplement {
  /** Toil seconds that weekly snippets tell beyond the log. */
  excessSeconds: Rational;
  survey: { share: Rational; halfWidth: number | null; ageDays: number } | null;
}

/** A number that explains itself. Seconds are half-up; percents have two decimals. */
export interface Metric {
  percent: string | null;
  nullReason: MetricNullReason | null;
  numeratorSeconds: number;
  denominatorSeconds: number | null;
  coveragePercent: string | null;
  lowPercent: string | null;
  highPercent: string | null;
  tier: Tier;
  definition: string;
  /** The exact share, for thresholds. */
  share: Rational | null;
}

const ZERO = Rational.of(0);

/** Exact seconds of a number of units. */
export const secondsOfUnits = (units: bigint): Rational => Rational.of(units, UNITS_PER_SECOND);

/** Whole seconds, half-up. */
export const wholeSeconds = (seconds: Rational): number =>
  Number(divideHalfUp(seconds.numerator, seconds.denominator));

/**
 * The share of toil. T toil, L everything logged, C capacity.
 * CAPACITY: T / C, above 100 % when people worked beyond their hours; LOGGED: T / L; LOGGED_EX_OVERHEAD: T / (L - overhead).
 * Coverage L / C. Whatever the unlogged time was, the truth lies in [T / C, (T + max(0, C - L)) / C].
 * Combined: snippets raise T and L; with a survey of share S the point is (T + max(0, C - L) x S) / C, give or take
 * (1 - L / C) x its half-width, within those bounds. `banded` replaces T in the numerator when only a part of the day counts.
 */
export function toilMetric(
  sums: TimeSums,
  capacity: Rational,
  question: MetricQuestion,
  thresholds: ToilThresholds,
  supplement: Supplement | null = null,
  banded: bigint = sums.toil,
): Metric {
  const excess = supplement?.excessSeconds ?? ZERO;
  const toil = secondsOfUnits(banded).plus(excess);
  const logged = secondsOfUnits(sums.toil + sums.engineering + sums.overhead + sums.unclassified).plus(
    excess,
  );
  const survey = question.basis === 'CAPACITY' && capacity.isPositive ? (supplement?.survey ?? null) : null;
  const unlogged = larger(ZERO, capacity.minus(logged));
  const numerator = survey ? toil.plus(unlogged.times(survey.share)) : toil;
  const denominator = denominatorOf(sums, capacity, logged, question.basis);
  const share = denominator.isPositive ? numerator.over(denominator) : null;
  const coverage = capacity.isPositive ? logged.over(capacity) : null;
  const bounds = boundsOf(toil, unlogged, capacity, coverage, share, survey);
  return {
    percent: share && percentOf(share),
    nullReason: share ? null : question.basis === 'CAPACITY' ? 'ZERO_CAPACITY' : 'NO_DATA',
    numeratorSeconds: wholeSeconds(numerator),
    denominatorSeconds: wholeSeconds(denominator),
    coveragePercent: coverage && percentOf(coverage),
    lowPercent: bounds?.low ?? null,
    highPercent: bounds?.high ?? null,
    tier: tierOf(coverage, survey?.ageDays ?? null, sums.unattended > 0n, thresholds),
    definition: definitionOf(question, survey !== null),
    share,
  };
}

function denominatorOf(sums: TimeSums, capacity: Rational, logged: Rational, basis: ToilBasis): Rational {
  if (basis === 'CAPACITY') return capacity;
  return basis === 'LOGGED' ? logged : logged.minus(secondsOfUnits(sums.overhead));
}

function boundsOf(
  toil: Rational,
  unlogged: Rational,
  capacity: Rational,
  coverage: Rational | null,
  point: Rational | null,
  survey: Supplement['survey'],
): { low: string; high: string } | null {
  if (!capacity.isPositive || coverage === null || point === null) return null;
  const low = toil.over(capacity);
  const high = toil.plus(unlogged).over(capacity);
  if (!survey || survey.halfWidth === null) return { low: percentOf(low), high: percentOf(high) };
  const open = Math.max(0, 1 - toNumber(coverage));
  const half = open * survey.halfWidth;
  // Nothing is left to chance: the point itself, exact.
  if (half === 0) return { low: percentOf(point), high: percentOf(point) };
  return {
    low: percent(100 * Math.max(toNumber(low), toNumber(point) - half)),
    high: percent(100 * Math.min(toNumber(high), toNumber(point) + half)),
  };
}

function tierOf(
  coverage: Rational | null,
  surveyAge: number | null,
  unattended: boolean,
  limits: ToilThresholds,
): Tier {
  if (coverage === null || unattended) return 'LOW';
  if (coverage.compare(Rational.of(limits.highCoveragePercent, 100)) >= 0) return 'HIGH';
  const medium = coverage.compare(Rational.of(limits.mediumCoveragePercent, 100)) >= 0;
  return medium && surveyAge !== null && surveyAge <= 7 * limits.surveyWeeks ? 'MEDIUM' : 'LOW';
}

function definitionOf(question: MetricQuestion, surveyed: boolean): string {
  const { basis, view, mode, attribution, timeBand, combined } = question;
  const parts = ['toil-percent/1', basis, view, mode];
  if (attribution !== 'EQUAL_SPLIT' && view === 'PERSON') parts.push(attribution);
  if (timeBand) parts.push(timeBand);
  if (combined) parts.push('COMBINED');
  if (combined && !surveyed && basis === 'CAPACITY') parts.push('LOWER_BOUND');
  return parts.join(' ');
}

/** The traffic light of a share: below the watch line healthy, above the budget over, unknown without a number. */
export function bandOf(share: Rational | null, thresholds: ToilThresholds): ToilBand {
  if (share === null) return 'UNKNOWN';
  const over = Rational.of(thresholds.budgetPartsPerMillion, 1_000_000);
  if (share.compare(over) > 0) return 'OVER';
  return share.compare(Rational.of(thresholds.watchPercent, 100)) >= 0 ? 'WATCH' : 'HEALTHY';
}

/** An exact share as a percentage with two decimals, half-up. */
export const percentOf = (share: Rational): string => ratioPercent(share.numerator, share.denominator);

/** The nearest double; only for statistics, never before a rounding that matters. */
export function toNumber(value: Rational): number {
  const scale = 10n ** 15n;
  return Number((value.numerator * scale) / value.denominator) / 1e15;
}

const larger = (a: Rational, b: Rational): Rational => (a.compare(b) >= 0 ? a : b);
