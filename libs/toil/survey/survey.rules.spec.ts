import { describe, expect, it } from 'vitest';
import { Rational } from '../automation/rational.rules.js';
import { percentOf } from '../report/metric.rules.js';
import { estimate, snippetExcess } from './survey.rules.js';

const answer = (percent: number, weight: number) => ({
  share: Rational.of(percent, 100),
  weight: BigInt(weight),
});

describe('estimate', () => {
  it('weighs the answers and gives the interval of a finite team', () => {
    // 20, 40, 60 % of equal weight, six in the team: s2 = .04, se = sqrt(.04/3 x .5) = .08165, t(.975, 2) = 4.30265
    const survey = estimate([answer(20, 40), answer(40, 40), answer(60, 40)], 240n);
    expect(percentOf(survey.mean!)).toBe('40.00');
    expect(survey.halfWidth).toBeCloseTo(0.35131, 4);
    expect(percentOf(survey.response!)).toBe('50.00');
    expect(percentOf(survey.lowest!)).toBe('20.00');
    expect(percentOf(survey.highest!)).toBe('70.00');
  });

  it('has no sampling error when everybody answered', () => {
    expect(estimate([answer(20, 40), answer(50, 20)], 60n).halfWidth).toBeNull();
    expect(estimate([answer(20, 40), answer(50, 40)], 80n).halfWidth).toBe(0);
  });

  it.each([
    ['nobody', []],
    ['one', [answer(30, 40)]],
    ['one with weight', [answer(30, 40), answer(90, 0)]],
  ])('tells nothing from %s', (_, answers) => {
    expect(estimate(answers, 80n)).toMatchObject({
      mean: null,
      halfWidth: null,
      nullReason: 'TOO_FEW_RESPONSES',
    });
  });

  it('gives the mean without an interval when one person outweighs the others', () => {
    const survey = estimate([answer(20, 40), answer(50, 10)], 100n);
    expect(percentOf(survey.mean!)).toBe('26.00');
    expect(survey).toMatchObject({ halfWidth: null, nullReason: 'TOO_FEW_RESPONSES' });
  });
});

describe('snippetExcess', () => {
  it.each([
    [7200, 3600, 3600],
    [3600, 7200, 0],
    [3600, 3600, 0],
  ])('of %i s told over %i s logged is %i', (told, logged, excess) => {
    expect(snippetExcess(told, Rational.of(logged)).compare(Rational.of(excess))).toBe(0);
  });
});
