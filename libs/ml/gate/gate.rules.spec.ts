import { describe, expect, it } from 'vitest';
import { judgeGate } from './gate.rules.js';
import { GATE_DEFAULTS, type GateCounts } from './gate-case.rules.js';
import { mcnemar, winsNeeded } from './mcnemar.rules.js';
import { lossBound, picturesMissing, wilson } from './proportion.rules.js';
import { dividedBy, exactDecimal, toNumber } from './rational.rules.js';

describe('mcnemar', () => {
  it.each([
    [5, 0, 0.03125],
    [6, 1, 0.0625],
    [8, 1, 0.01953125],
    [9, 2, 0.03271484375],
    [10, 3, 0.046142578125],
    [3, 1, 0.3125],
    [0, 0, 1],
    [0, 5, 1],
    [1, 1, 0.75],
  ])('p(%i, %i) is %d', (wins, losses, p) => expect(toNumber(mcnemar(wins, losses))).toBe(p));

  it.each([
    [0, 5],
    [1, 7],
    [2, 9],
    [3, 10],
    [4, 12],
    [5, 13],
    [6, 15],
    [7, 16],
  ])('needs, against %i losses, %i wins at 0.05', (losses, wins) =>
    expect(winsNeeded(losses, exactDecimal('0.05'))).toBe(wins),
  );

  it('stays exact and finite for thousands of disagreements', () => {
    expect(toNumber(mcnemar(3000, 2900))).toBeCloseTo(0.0989, 3);
    expect(toNumber(mcnemar(2000, 0))).toBeGreaterThanOrEqual(0);
  });

  // By scipy 1.17.1: binom.sf(wins - 1, wins + losses, 0.5).
  it.each([
    [2100, 1997, 0.05551222373550911],
    [2200, 1896, 1.0875161555294778e-6],
    [2201, 1896, 1.0095312967863946e-6],
    [4096, 4097, 0.5088141174097396],
    [51_000, 50_000, 0.0008348152279957008],
    [5_005_000, 4_995_000, 0.0007835509528474491],
    [0, 10_000_000, 1],
    [6000, 10, 0],
  ])('p(%i, %i) is %d', (wins, losses, p) => {
    const mine = toNumber(mcnemar(wins, losses));
    expect(Math.abs(mine - p)).toBeLessThanOrEqual(1e-9 * p);
  });

  it('finds the wins against millions of losses at once: the test is not summed term by term', () => {
    const alpha = exactDecimal('0.05');
    const wins = winsNeeded(2_500_000, alpha);
    expect([
      wins,
      toNumber(mcnemar(wins, 2_500_000)) <= 0.05,
      toNumber(mcnemar(wins - 1, 2_500_000)) > 0.05,
    ]).toEqual([2503681, true, true]);
  });

  it('compares at the boundary without rounding: p(5, 0) is exactly 1/32', () =>
    expect(winsNeeded(0, dividedBy(exactDecimal('1'), 32n))).toBe(5));
});

describe('wilson', () => {
  it.each([
    [45, 50, 0.7864, 0.9565],
    [40, 50, 0.6696, 0.8876],
    [46, 50, 0.8116, 0.9685],
    [9, 10, 0.5958, 0.9821],
    [91, 100, 0.8377, 0.9519],
  ])('of %i in %i is %d to %d', (right, n, low, high) => {
    const interval = wilson(right, n);
    expect([interval.low.toFixed(4), interval.high.toFixed(4)]).toEqual([low.toFixed(4), high.toFixed(4)]);
  });
  it('is closed at 0 and at 1', () => expect([wilson(0, 7).low, wilson(7, 7).high]).toEqual([0, 1]));
});

describe('lossBound', () => {
  it.each([
    [5, 0, '1.79'],
    [6, 1, '3.78'],
    [3, 1, '7.48'],
    [1, 1, '9.04'],
    [0, 0, '5.82'],
  ])('of %i against %i in 50 is %s %%', (b, c, bound) =>
    expect((100 * lossBound(b, c, 50)).toFixed(2)).toBe(bound),
  );

  it.each([
    [0.02, 149],
    [0.05, 59],
    [0.1, 29],
  ])('proves a margin of %d with no disagreement from %i pictures on', (margin, n) => {
    expect(picturesMissing(0, 0, 1, margin)).toBe(n - 1);
    expect(picturesMissing(0, 0, n, margin)).toBe(0);
  });
  it('never proves a margin of zero without a gain', () => expect(picturesMissing(0, 0, 50, 0)).toBeNull());
});

const counts = (b: number, c: number, more: Partial<GateCounts> = {}): GateCounts => ({
  n: 50,
  candidateRight: 40 + b - c,
  paired: { candidateOnly: b, championOnly: c },
  looks: 1,
  newData: false,
  ...more,
});

describe('judgeGate', () => {
  it('answers at once for millions of disagreements, which the API takes from anybody', () => {
    const judged = judgeGate(
      {
        n: 10_000_000,
        candidateRight: 5_000_000,
        paired: { candidateOnly: 5_000_000, championOnly: 5_000_000 },
        looks: 1,
        newData: false,
      },
      { ...GATE_DEFAULTS, floorPercent: '0' },
    );
    expect(judged.outcome).toBe('HOLD');
    expect(judged.pValue).toBeCloseTo(0.500126, 6);
  });

  it('says of a small chance that it is small, not none, and of a sure gain that it is one', () => {
    const { reasons } = judgeGate({ ...counts(28, 0), n: 348, candidateRight: 348 }, GATE_DEFAULTS);
    expect(reasons[1]).toContain('p = 3.7e-9 for better');
    expect(reasons[2]).toContain('gains at least 4.92 % of accuracy');
  });

  it.each([
    ['5/0', counts(5, 0), 'PROMOTE_BETTER'],
    ['6/1 without new data', counts(6, 1), 'HOLD'],
    ['6/1 with new data', counts(6, 1, { newData: true }), 'PROMOTE_NOT_WORSE'],
    ['3/1', counts(3, 1), 'HOLD'],
    ['3/1 with new data', counts(3, 1, { newData: true }), 'HOLD'],
    ['0/0', counts(0, 0), 'HOLD'],
    ['0/0 with new data', counts(0, 0, { newData: true }), 'HOLD'],
    ['0/5, although 35 of 50 misses the floor as well', counts(0, 5), 'REJECT_WORSE'],
    ['5/0 at the second look', counts(5, 0, { looks: 2 }), 'HOLD'],
    ['8/1 at the second look', counts(8, 1, { looks: 2 }), 'PROMOTE_BETTER'],
    ['no champion', counts(5, 0, { paired: null }), 'FIRST'],
    ['no champion, below the floor', counts(0, 5, { paired: null }), 'REJECT_FLOOR'],
    ['better, below the floor', counts(6, 0, { candidateRight: 30 }), 'REJECT_FLOOR'],
    ['a class with 2 of 5', counts(5, 0, { classes: [{ name: 'a', n: 5, right: 2 }] }), 'REJECT_FLOOR'],
    [
      'a class with 1 of 4: too few to judge',
      counts(5, 0, { classes: [{ name: 'a', n: 4, right: 1 }] }),
      'PROMOTE_BETTER',
    ],
    [
      'a class at exactly half',
      counts(5, 0, { classes: [{ name: 'a', n: 10, right: 5 }] }),
      'PROMOTE_BETTER',
    ],
    ['no better than the majority class', counts(5, 0, { majorityRight: 45 }), 'REJECT_FLOOR'],
    ['better than the majority class by one', counts(5, 0, { majorityRight: 44 }), 'PROMOTE_BETTER'],
    ['2 of 50 behind the nearest neighbour', counts(5, 0, { nearestNeighbourRight: 47 }), 'PROMOTE_BETTER'],
    ['3 of 50 behind the nearest neighbour', counts(5, 0, { nearestNeighbourRight: 48 }), 'REJECT_FLOOR'],
  ])('%s', (_, given, outcome) => expect(judgeGate(given, GATE_DEFAULTS).outcome).toBe(outcome));

  it('divides alpha by the looks only when strict', () => {
    expect(judgeGate(counts(5, 0, { looks: 2 }), GATE_DEFAULTS).alpha).toBe(0.025);
    expect(judgeGate(counts(5, 0, { looks: 2 }), { ...GATE_DEFAULTS, strictLooks: false })).toMatchObject({
      alpha: 0.05,
      outcome: 'PROMOTE_BETTER',
    });
  });

  it('says how many validation images are missing', () =>
    expect(judgeGate(counts(0, 0), GATE_DEFAULTS).advice).toContain('add at least 9 validation images'));

  it.each([
    [19, false],
    [20, true],
  ])('after %i comparisons calls the set worn out: %s', (looks, worn) =>
    expect(/worn out/.test(judgeGate(counts(9, 0, { looks }), GATE_DEFAULTS).advice ?? '')).toBe(worn),
  );

  it('holds 9 of 10 against the Wilson bound of 59.58 %', () => {
    const nine = { ...counts(0, 0), n: 10, candidateRight: 9, paired: null };
    expect(judgeGate(nine, GATE_DEFAULTS).outcome).toBe('REJECT_FLOOR');
    expect(judgeGate(nine, { ...GATE_DEFAULTS, floorPercent: '59.58' }).outcome).toBe('FIRST');
    expect(judgeGate(nine, GATE_DEFAULTS).advice).toContain('add at least 1 validation image');
  });
});
