import { describe, expect, it } from 'vitest';
import { Sequence } from './sequence.rules.js';

describe('Sequence', () => {
  it('is the same for a seed, and another one for another', () => {
    const take = (seed: number) => {
      const sequence = new Sequence(seed);
      return Array.from({ length: 5 }, () => sequence.whole(0, 1000));
    };
    expect(take(7)).toEqual(take(7));
    expect(take(7)).not.toEqual(take(8));
  });

  it('reaches both ends of a range and nothing beyond', () => {
    const sequence = new Sequence(1);
    const seen = new Set(Array.from({ length: 500 }, () => sequence.whole(2, 4)));
    expect([...seen].sort()).toEqual([2, 3, 4]);
  });
});
