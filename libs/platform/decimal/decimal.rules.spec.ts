import { describe, expect, it } from 'vitest';
import { decimal, grouped, percent, ratioDecimal, ratioPercent } from './decimal.rules.js';

describe('ratioPercent', () => {
  it.each([
    [7n, 80n, '8.75'],
    [3n, 60n, '5.00'],
    [7n, 160n, '4.38'],
    [125n, 4000n, '3.13'],
    [1n, 3n, '33.33'],
    [2n, 3n, '66.67'],
    [150n, 100n, '150.00'],
    [0n, 1n, '0.00'],
    [-1n, 160n, '-0.63'],
  ])('%s of %s is %s', (n, d, text) => expect(ratioPercent(n, d)).toBe(text));
});

describe('decimal', () => {
  it.each([
    [0.03125, '0.0313'],
    [1.005, '1.005'],
    [61.7, '61.7'],
    [-0.2, '-0.2'],
    [0.00004, '0'],
    [-0.00004, '0'],
    [1e-7, '0'],
    [1e21, '1000000000000000000000'],
    ['12.34567', '12.3457'],
    ['40', '40'],
  ])('%s is %s', (value, text) => expect(decimal(value)).toBe(text));
});

describe('percent and ratioDecimal', () => {
  it('round half-up on the shortest decimal', () =>
    expect([percent(6.875), percent(1.005)]).toEqual(['6.88', '1.01']));
  it('keep exactness through the division', () => expect(ratioDecimal(1n, 16n)).toBe('0.0625'));
});

describe('grouped', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [12345, '12,345'],
  ])('%i is %s', (value, text) => expect(grouped(value)).toBe(text));
});
