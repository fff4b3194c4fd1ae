import { describe, expect, it } from 'vitest';
import { Rational } from '../automation/rational.rules.js';
import { UNITS_PER_SECOND } from './cell.rules.js';
import { bandOf, type MetricQuestion, NO_TIME, type TimeSums, toilMetric } from './metric.rules.js';
import { DEFAULT_THRESHOLDS } from './threshold.rules.js';

const units = (hours: number): bigint => BigInt(hours * 3600 * UNITS_PER_SECOND);
const hours = (count: number): Rational => Rational.of(Math.round(count * 3600));
const time = (toil: number, engineering = 0, overhead = 0, unclassified = 0): TimeSums => ({
  toil: units(toil),
  engineering: units(engineering),
  overhead: units(overhead),
  unclassified: units(unclassified),
  unattended: 0n,
});
const QUESTION: MetricQuestion = {
  basis: 'CAPACITY',
  view: 'PERSON',
  attribution: 'EQUAL_SPLIT',
  mode: 'ENGAGED',
  timeBand: null,
  combined: false,
};
const judge = (
  sums: TimeSums,
  capacity: number,
  more: Partial<MetricQuestion> = {},
  extra?: Parameters<typeof toilMetric>[4],
) => toilMetric(sums, hours(capacity), { ...QUESTION, ...more }, DEFAULT_THRESHOLDS, extra);

describe('toilMetric', () => {
  const plainWeek = time(7, 9, 2);

  it('takes the share of capacity, with coverage and bounds', () => {
    expect(judge(plainWeek, 80)).toMatchObject({
      percent: '8.75',
      nullReason: null,
      numeratorSeconds: 25_200,
      denominatorSeconds: 288_000,
      coveragePercent: '22.50',
      lowPercent: '8.75',
      highPercent: '86.25',
      tier: 'LOW',
      definition: 'toil-percent/1 CAPACITY PERSON ENGAGED',
    });
  });

  it.each([
    ['LOGGED', '38.89', 64_800],
    ['LOGGED_EX_OVERHEAD', '43.75', 57_600],
  ] as const)('takes the share of logged time: %s', (basis, percent, denominatorSeconds) => {
    expect(judge(plainWeek, 80, { basis })).toMatchObject({ percent, denominatorSeconds });
  });

  it.each([
    [
      'no capacity',
      time(1.5),
      0,
      'CAPACITY',
      {
        percent: null,
        nullReason: 'ZERO_CAPACITY',
        numeratorSeconds: 5400,
        coveragePercent: null,
        lowPercent: null,
      },
    ],
    ['nothing logged', NO_TIME, 40, 'LOGGED', { percent: null, nullReason: 'NO_DATA' }],
    [
      'nothing logged, but capacity',
      NO_TIME,
      40,
      'CAPACITY',
      { percent: '0.00', lowPercent: '0.00', highPercent: '100.00' },
    ],
    ['only overhead', time(0, 0, 2), 40, 'LOGGED_EX_OVERHEAD', { percent: null, nullReason: 'NO_DATA' }],
    [
      'logged without capacity',
      time(1, 1),
      0,
      'LOGGED',
      { percent: '50.00', coveragePercent: null, tier: 'LOW' },
    ],
    [
      'more than there is',
      time(50),
      40,
      'CAPACITY',
      { percent: '125.00', lowPercent: '125.00', highPercent: '125.00', coveragePercent: '125.00' },
    ],
    ['half-up at the second decimal', time(1.25), 40, 'CAPACITY', { percent: '3.13' }],
  ] as const)('%s', (_, sums, capacity, basis, expected) => {
    expect(judge(sums, capacity, { basis })).toMatchObject(expected);
  });

  it('is LOW where only the wall clock tells of an incident', () => {
    expect(judge({ ...time(39), unattended: 1n }, 40).tier).toBe('LOW');
    expect(judge(time(39), 40).tier).toBe('HIGH');
  });

  it('fills the unlogged time with the surveyed share', () => {
    // T 10, L 20, C 40, S 50 % +- 10 %: (10 + 20 x .5) / 40 = 50 %, half-width (1 - .5) x 10 %
    const survey = { share: Rational.of(1, 2), halfWidth: 0.1, ageDays: 7 };
    const metric = judge(time(10, 10), 40, { combined: true }, { excessSeconds: Rational.of(0), survey });
    expect(metric).toMatchObject({
      percent: '50.00',
      lowPercent: '45.00',
      highPercent: '55.00',
      tier: 'MEDIUM',
      numeratorSeconds: 72_000,
    });
  });

  it.each([
    [32, null, 'HIGH'],
    [31.999, 91, 'MEDIUM'],
    [16, 91, 'MEDIUM'],
    [16, 92, 'LOW'],
    [16, null, 'LOW'],
    [15.999, 0, 'LOW'],
    [0, 0, 'LOW'],
  ])('%d of 40 h logged and a survey of %s days ago is %s', (logged, ageDays, tier) => {
    const survey = ageDays === null ? null : { share: Rational.of(1, 2), halfWidth: 0.1, ageDays };
    const extra = { excessSeconds: Rational.of(0), survey };
    expect(judge(time(logged), 40, { combined: true }, extra).tier).toBe(tier);
  });

  it('is the survey where nothing was logged, and the log where all was', () => {
    const survey = { share: Rational.of(2, 5), halfWidth: 0.1, ageDays: 7 };
    const of = (sums: TimeSums) =>
      judge(sums, 40, { combined: true }, { excessSeconds: Rational.of(0), survey });
    expect(of(NO_TIME)).toMatchObject({ percent: '40.00', lowPercent: '30.00', highPercent: '50.00' });
    // 4.375 %: what is known exactly is rounded exactly
    expect(of(time(1.75, 38.25))).toMatchObject({ percent: '4.38', lowPercent: '4.38', highPercent: '4.38' });
  });

  it('has no interval of its own where everybody answered', () => {
    const survey = { share: Rational.of(1, 2), halfWidth: 0, ageDays: 7 };
    const metric = judge(time(10, 10), 40, { combined: true }, { excessSeconds: Rational.of(0), survey });
    expect(metric).toMatchObject({ percent: '50.00', lowPercent: '50.00', highPercent: '50.00' });
  });

  it('clamps the interval to what is possible', () => {
    const survey = { share: Rational.of(1, 100), halfWidth: 0.5, ageDays: 92 };
    const metric = judge(time(10, 10), 40, { combined: true }, { excessSeconds: Rational.of(0), survey });
    expect(metric).toMatchObject({
      percent: '25.50',
      lowPercent: '25.00',
      highPercent: '50.50',
      tier: 'LOW',
    });
  });

  it('is a lower bound without a survey, raised by snippets', () => {
    const metric = judge(
      time(10),
      40,
      { combined: true },
      { excessSeconds: Rational.of(7200), survey: null },
    );
    expect(metric).toMatchObject({
      percent: '30.00',
      coveragePercent: '30.00',
      lowPercent: '30.00',
      highPercent: '100.00',
    });
    expect(metric.definition).toContain('LOWER_BOUND');
  });
});

describe('bandOf', () => {
  it.each([
    [Rational.of(2999, 10_000), 'HEALTHY'],
    [Rational.of(3, 10), 'WATCH'],
    [Rational.of(1, 2), 'WATCH'],
    [Rational.of(500_001, 1_000_000), 'OVER'],
    [null, 'UNKNOWN'],
  ])('of %s is %s', (share, band) => {
    expect(bandOf(share, DEFAULT_THRESHOLDS)).toBe(band);
  });
});
