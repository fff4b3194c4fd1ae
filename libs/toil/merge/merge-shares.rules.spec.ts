import { describe, expect, it } from 'vitest';
import { shareOn, sumOfShares } from './merge-shares.rules.js';

const at = (from: string, parts: number) => ({ from, parts });

describe('sumOfShares', () => {
  it.each([
    ['nothing of either', [], [], []],
    ['only the one', [at('2026-01-01', 30)], [], [at('2026-01-01', 30)]],
    [
      'both, told on different dates',
      [at('2026-01-01', 30), at('2026-03-01', 10)],
      [at('2026-02-01', 20)],
      [at('2026-01-01', 30), at('2026-02-01', 50), at('2026-03-01', 30)],
    ],
    ['both on one date', [at('2026-01-01', 30)], [at('2026-01-01', 20)], [at('2026-01-01', 50)]],
    [
      'one that ends',
      [at('2026-01-01', 30), at('2026-02-01', 0)],
      [at('2026-01-01', 20)],
      [at('2026-01-01', 50), at('2026-02-01', 20)],
    ],
  ])('is on every date the sum of both: %s', (_, one, other, sum) => {
    expect(sumOfShares(one, other)).toEqual(sum);
  });
});

describe('shareOn', () => {
  it('is the latest told by then, in whatever order they stand', () => {
    const shares = [at('2026-03-01', 3), at('2026-01-01', 1)];
    expect(
      ['2025-12-31', '2026-01-01', '2026-02-28', '2026-03-01'].map((date) => shareOn(shares, date)),
    ).toEqual([0, 1, 1, 3]);
  });
});
