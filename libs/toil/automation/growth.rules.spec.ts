import { describe, expect, it } from 'vitest';
import { decimal } from '#platform';
import { growth } from './growth.rules.js';

const points = (sizes: number[], hours: number[]) =>
  sizes.map((size, index) => ({ size, hours: hours[index] ?? 0 }));
const round = (value: number | null) => (value === null ? null : decimal(value));
const SIZES = [10, 20, 30, 40, 50];

describe('growth', () => {
  it('finds a service whose toil grows with its size', () => {
    const p = growth(points(SIZES, [6, 10, 15, 19, 25]));
    expect([p.slope, p.intercept, p.r2, p.slopeLow, p.slopeHigh, p.elasticity].map(round)).toEqual([
      '0.47',
      '0.9',
      '0.995',
      '0.4091',
      '0.5309',
      '0.8783',
    ]);
    expect(p).toMatchObject({ growthClass: 'LINEAR', scalesLinearly: true, nullReason: null });
  });

  it('finds a service whose toil does not', () => {
    const q = growth(points(SIZES, [5, 5, 6, 5, 6]));
    expect([q.slope, q.slopeLow, q.slopeHigh].map(round)).toEqual(['0.02', '-0.032', '0.072']);
    expect(q).toMatchObject({ growthClass: 'NOT_SCALING', scalesLinearly: false });
  });

  it.each([
    ['all of one size', points([20, 20, 20, 20, 20], [1, 2, 3, 4, 5])],
    ['three points', points([1, 2, 3], [1, 2, 3])],
    ['nothing', []],
  ])('is null for %s', (_, given) => {
    expect(growth(given)).toMatchObject({
      slope: null,
      growthClass: null,
      nullReason: 'INSUFFICIENT_VARIATION',
    });
  });

  it.each([
    [[2.4, 2.4, 2.4, 2.4, 2.4], 'NOT_SCALING'],
    [[1, 2, 3, 4, 5], 'LINEAR'],
    [[1, 4, 9, 16, 25], 'SUPERLINEAR'],
    [[3.1623, 4.4721, 5.4772, 6.3246, 7.0711], 'SUBLINEAR'],
    [[0, 10, 20, 30, 40], null],
  ])('classes hours %j', (hours, expected) => {
    expect(growth(points(SIZES, hours)).growthClass).toBe(expected);
  });
});
