import { describe, expect, it } from 'vitest';
import { bucketOf, goesToCanary } from './canary.rules.js';
import { fisher } from './fisher.rules.js';
import { LATENCY_BUCKETS, latencyBucket, latencyQuantile } from './latency.rules.js';
import { populationShift } from './population-shift.rules.js';
import { rollbackCause, type Traffic } from './rollback.rules.js';

const traffic = (more: Partial<Traffic> = {}): Traffic => ({
  requests: 200,
  errors: 0,
  p95Ms: 20,
  nanOutputs: 0,
  classes: [40, 40, 40, 40, 40],
  rejected: 0,
  ...more,
});

describe('rollbackCause', () => {
  it.each<[string, Partial<Traffic>, Partial<Traffic>, RegExp | null]>([
    ['equal', {}, {}, null],
    ['one NaN on the first request', { requests: 1, nanOutputs: 1 }, {}, /NaN/],
    ['49 requests, all failed', { requests: 49, errors: 49 }, {}, null],
    ['50 requests, 3 failed (6 %)', { requests: 50, errors: 3 }, {}, /6\.0 %/],
    ['exactly 5 % failed, live as well', { errors: 10 }, { errors: 10 }, null],
    ['5 of 200 against 0 of 2,000', { errors: 5 }, { requests: 2000, errors: 0 }, /Fisher/],
    ['1.6 times slower, but only 30 ms', { p95Ms: 80 }, { p95Ms: 50 }, null],
    ['60 ms more, but only 1.3 times', { p95Ms: 260 }, { p95Ms: 200 }, null],
    ['slower by both', { p95Ms: 200 }, { p95Ms: 100 }, /p95/],
    ['other classes', { classes: [160, 10, 10, 10, 10] }, {}, /PSI/],
    ['other classes in 199 requests', { requests: 199, classes: [159, 10, 10, 10, 10] }, {}, null],
    ['a fifth more rejected', { rejected: 40 }, {}, null],
    ['more than a fifth more rejected', { rejected: 41 }, {}, /rejects/],
  ])('%s', (_, canary, live, cause) => {
    const found = rollbackCause(traffic(canary), traffic(live));
    if (cause === null) expect(found).toBeNull();
    else expect(found).toMatch(cause);
  });
  it('believes labelled feedback', () => {
    expect(rollbackCause(traffic(), traffic(), { canaryOnlyRight: 0, liveOnlyRight: 4 })).toBeNull();
    expect(rollbackCause(traffic(), traffic(), { canaryOnlyRight: 0, liveOnlyRight: 5 })).toMatch(/feedback/);
  });
});

describe('a slow canary', () => {
  const latency = (fast: number, slow: number) => {
    const counts = new Array<number>(LATENCY_BUCKETS).fill(0);
    counts[latencyBucket(10)] = fast;
    counts[latencyBucket(400)] = slow;
    return { requests: fast + slow, latency: counts, p95Ms: latencyQuantile(counts, 0.95) };
  };
  it('stays when three of fifty requests met a busy moment', () =>
    expect(rollbackCause(traffic(latency(47, 3)), traffic(latency(50, 0)))).toBeNull());
  it('goes when it is slow again and again', () =>
    expect(rollbackCause(traffic(latency(40, 10)), traffic(latency(50, 0)))).toMatch(/p95/));
});

describe('fisher', () => {
  it.each([
    [3, 4, 1, 4, 17 / 70],
    [0, 10, 5, 10, 1],
    [5, 5, 0, 5, 1 / 252],
  ])('%i of %i against %i of %i', (a, n, b, m, p) => expect(fisher(a, n, b, m)).toBeCloseTo(p, 10));
});

describe('populationShift', () => {
  it('is zero for equal shares', () => expect(populationShift([10, 10], [10, 10])).toBe(0));
  it('is symmetric and stays finite with empty bins', () => {
    expect(populationShift([50, 0], [0, 50])).toBeCloseTo(populationShift([0, 50], [50, 0]), 12);
    expect(populationShift([50, 0], [0, 50])).toBeGreaterThan(1);
  });
});

describe('bucketOf', () => {
  it('reads the first four bytes of sha256(key + deployment): "" is e3b0c442', () =>
    expect(bucketOf('', '')).toBe(0xe3b0c442 % 100));
  it('is sticky and spreads evenly', () => {
    const share = Array.from({ length: 10_000 }, (_, i) => goesToCanary(`r${i}`, 'dep', 10)).filter(
      Boolean,
    ).length;
    expect(share).toBeGreaterThan(900);
    expect(share).toBeLessThan(1100);
    expect(goesToCanary('r1', 'dep', 100)).toBe(true);
    expect(goesToCanary('r1', 'dep', 0)).toBe(false);
  });
});
