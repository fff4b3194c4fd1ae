import { describe, expect, it } from 'vitest';
import { common, type DateRange, joined, without } from './date-range.rules.js';

/** March 2026. */
const march = (from: number, to: number): DateRange => ({
  from: `2026-03-${String(from).padStart(2, '0')}`,
  to: `2026-03-${String(to).padStart(2, '0')}`,
});

describe('without', () => {
  it.each([
    ['nothing taken', [], [march(5, 20)]],
    ['a piece in the middle', [march(9, 16)], [march(5, 9), march(16, 20)]],
    ['the begin', [march(2, 9)], [march(9, 20)]],
    ['the end', [march(16, 23)], [march(5, 16)]],
    ['two that meet', [march(7, 9), march(9, 12)], [march(5, 7), march(12, 20)]],
    ['what lies outside', [march(1, 3), march(25, 28)], [march(5, 20)]],
    ['everything', [march(1, 28)], []],
  ])('leaves the rest: %s', (_, others, rest) => {
    expect(without(march(5, 20), others)).toEqual(rest);
  });
});

describe('joined', () => {
  it('makes neighbours one and keeps gaps', () => {
    expect(joined([march(2, 9), march(9, 16), march(20, 23)])).toEqual([march(2, 16), march(20, 23)]);
  });
});

describe('common', () => {
  it('is the overlap, and null where ranges only meet', () => {
    expect(common(march(2, 9), march(5, 20))).toEqual(march(5, 9));
    expect(common(march(2, 9), march(9, 20))).toBeNull();
  });
});
