import { describe, expect, it } from 'vitest';
import { estimateBadRows } from './plan-arithmetic.rules.js';

describe('estimateBadRows', () => {
  it.each([
    [200, 0, 200],
    [200, 99, 1],
    [200, 1, 100],
    [200, 500, 0],
    [50, 24, 1],
  ])('%i rows, %i good before: %i', (rows, good, bad) => {
    expect(estimateBadRows(rows, good)).toBe(bad);
  });
});
