import { describe, expect, it } from 'vitest';
import { Rational } from '../automation/rational.rules.js';
import { explain } from './explanation.rules.js';
import { spreadOf } from './spread.rules.js';

const shares = (...percents: number[]) => percents.map((percent) => Rational.of(percent, 100));

describe('spreadOf', () => {
  it.each([
    [
      'all the same',
      shares(20, 20, 20, 20, 20),
      { gini: '0', lowestPercent: '20.00', medianPercent: '20.00', highestPercent: '20.00' },
    ],
    ['all on one', shares(0, 0, 0, 0, 100), { gini: '0.8', medianPercent: '0.00', highestPercent: '100.00' }],
    ['in steps', shares(50, 10, 40, 20, 30, 60), { gini: '0.2778', medianPercent: '35.00' }],
    ['no toil', shares(0, 0, 0, 0, 0), { gini: null, highestPercent: '0.00' }],
    ['too few to hide among', shares(1, 2, 3, 4), { people: 4, gini: null, highestPercent: null }],
  ])('%s', (_, given, expected) => {
    expect(spreadOf(given, 5)).toMatchObject(expected);
  });
});

describe('explain', () => {
  const metric = {
    percent: '8.75',
    nullReason: null,
    numeratorSeconds: 25_200,
    denominatorSeconds: 288_000,
    coveragePercent: '22.50',
    lowPercent: '8.75',
    highPercent: '86.25',
    tier: 'LOW' as const,
    definition: 'toil-percent/1 CAPACITY PERSON ENGAGED',
  };

  it('says what was divided and where the truth lies', () => {
    expect(explain(metric)).toBe(
      '7 h of toil, 80 h of capacity: 8.75 %. 22.50 % of capacity is logged. Of capacity, the truth lies between 8.75 and 86.25 %.',
    );
  });

  it('says when time counts more than once', () => {
    expect(explain({ ...metric, doubleCounted: true })).toContain('counts for other services as well');
    expect(explain({ ...metric, doubleCounted: false })).not.toContain('other services');
  });

  it('says why there is no percentage', () => {
    const none = {
      ...metric,
      percent: null,
      nullReason: 'ZERO_CAPACITY' as const,
      denominatorSeconds: 0,
      coveragePercent: null,
      lowPercent: null,
    };
    expect(explain(none)).toBe('7 h of toil, 0 h of capacity: no percentage (ZERO_CAPACITY).');
  });
});
