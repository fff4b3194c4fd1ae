import { describe, expect, it } from 'vitest';
import type { Pixels } from './area-average.rules.js';
import { differenceHash, hamming, hashOf, hashText, ones } from './difference-hash.rules.js';
import { type NearPair, nearPairs } from './near-duplicates.rules.js';

const ramp = (up: boolean): Pixels => ({
  width: 9,
  height: 8,
  channels: 1,
  data: Uint8Array.from({ length: 72 }, (_, i) => (up ? i % 9 : 8 - (i % 9)) * 20),
});

describe('differenceHash', () => {
  it('sets a bit where the right cell is brighter', () => {
    expect(hashText(differenceHash(ramp(true)).hash)).toBe('ffffffffffffffff');
    expect(hashText(differenceHash(ramp(false)).hash)).toBe('0000000000000000');
  });
  it('knows the hash of the mirror image', () => {
    expect(differenceHash(ramp(true)).mirror).toEqual(differenceHash(ramp(false)).hash);
  });
  it('puts the first bit of the first row highest', () => {
    const data = new Uint8Array(72).fill(100);
    data[1] = 200;
    expect(hashText(differenceHash({ width: 9, height: 8, channels: 1, data }).hash)).toBe(
      '8000000000000000',
    );
  });
  it('reads back its own text', () => {
    expect(hashOf('0123456789abcdef')).toEqual({ high: 0x01234567, low: 0x89abcdef });
    expect(hamming(hashOf('ffffffff00000000'), hashOf('fffffffe00000003'))).toBe(3);
    expect(ones(0xffffffff | 0)).toBe(32);
  });
});

describe('nearPairs', () => {
  let state = 12_345;
  const word = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
  const hash = () => ({ high: (word() ^ (word() >>> 7)) >>> 0, low: (word() ^ (word() >>> 9)) >>> 0 });
  const list = Array.from({ length: 300 }, () => ({ hash: hash(), mirror: hash() }));
  for (let i = 0; i < 60; i++) {
    const from = list[word() % 240]!.hash;
    const flip = (value: number) => (value ^ (1 << (word() % 32))) >>> 0;
    list[240 + i] = { hash: { high: flip(from.high), low: flip(flip(from.low)) }, mirror: hash() };
  }
  list[10] = { hash: list[20]!.mirror, mirror: list[20]!.hash };
  const brute = (distance: number) => {
    const pairs: string[] = [];
    for (let i = 0; i < list.length; i++) {
      for (let j = i + 1; j < list.length; j++) {
        const straight = hamming(list[i]!.hash, list[j]!.hash);
        if (straight <= distance) pairs.push(`${i} ${j} ${straight} false`);
        else if (hamming(list[i]!.hash, list[j]!.mirror) <= distance)
          pairs.push(`${i} ${j} ${hamming(list[i]!.hash, list[j]!.mirror)} true`);
      }
    }
    return pairs.sort();
  };
  const collect = (distance: number) => {
    const pairs: NearPair[] = [];
    nearPairs(list, distance, (pair) => {
      pairs.push(pair);
      return true;
    });
    return pairs.map((pair) => `${pair.first} ${pair.second} ${pair.distance} ${pair.mirrored}`).sort();
  };
  it.each([0, 1, 2, 4, 6, 16])(
    'finds at distance %i what comparing everything finds, each pair once',
    (distance) => {
      expect(collect(distance)).toEqual(brute(distance));
    },
  );
  it('finds enough to compare', () => {
    expect(brute(4).length).toBeGreaterThan(40);
    expect(collect(4)).toContain('10 20 0 true');
  });
  it('stops when it is told to', () => {
    let calls = 0;
    nearPairs(list, 16, () => ++calls < 3);
    expect(calls).toBe(3);
  });
});
