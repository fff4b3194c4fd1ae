import { describe, expect, it } from 'vitest';
import { freedCapacity, type Period } from './freed.rules.js';
import { Rational } from './rational.rules.js';

const period = (hours: number, weeks: number, size: number | null): Period => ({
  toilSeconds: Rational.of(hours * 3600),
  weeks: Rational.of(weeks),
  size: size === null ? null : Rational.of(size),
});
const hours = (before: Period, now: Period, destination = 0) => {
  const { counterfactual, freed, reinvested } = freedCapacity(before, now, Rational.of(destination * 3600));
  return [counterfactual, freed, reinvested].map((seconds) => seconds.over(Rational.of(3600)).toDecimal());
};

describe('freedCapacity', () => {
  it.each([
    ['the service doubled, the toil did not', period(40, 4, 10), period(30, 2, 20), 4, ['40', '10', '4']],
    ['more engineering than was freed', period(40, 4, 10), period(30, 2, 20), 99, ['40', '10', '10']],
    ['toil grew faster', period(40, 4, 10), period(50, 4, 10), 5, ['40', '-10', '0']],
    ['no size known', period(40, 4, null), period(20, 4, 20), 0, ['40', '20', '0']],
    ['nothing to compare with', period(0, 0, 10), period(3, 1, 10), 0, ['0', '-3', '0']],
  ])('%s', (_, before, now, destination, expected) => {
    expect(hours(before, now, destination)).toEqual(expected);
  });
});
