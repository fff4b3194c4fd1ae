import { describe, expect, it } from 'vitest';
import { philox } from './philox.rules.js';

const words = (key: [number, number], counter: [number, number, number, number]): string => {
  const out = new Uint32Array(4);
  philox(out, ...key, ...counter);
  return [...out].map((word) => word.toString(16).padStart(8, '0')).join(' ');
};

describe('philox', () => {
  // Known answers published with the reference implementation (Random123, kat_vectors).
  it.each([
    [[0, 0], [0, 0, 0, 0], '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
    [
      [0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      '408f276d 41c83b0e a20bc7c6 6d5451fd',
    ],
    [
      [0xa4093822, 0x299f31d0],
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      'd16cfe09 94fdcceb 5001e420 24126ea1',
    ],
  ] as [[number, number], [number, number, number, number], string][])(
    'key %j counter %j',
    (key, counter, expected) => {
      expect(words(key, counter)).toBe(expected);
    },
  );
});
