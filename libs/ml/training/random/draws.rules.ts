import { philox } from './philox.rules.js';

/** What a number is drawn for; part of the counter, so that no two purposes ever share a number. */
export const PURPOSE = { init: 1, shuffle: 2, dropout: 3, augment: 4, check: 5 } as const;

/** One of the purposes. */
export type Purpose = (typeof PURPOSE)[keyof typeof PURPOSE];

const TWO_TO_MINUS_24 = 1 / 16_777_216;

/** A word as a number in [0, 1) that float32 holds exactly (24 bits). */
export function unit(word: number): number {
  return (word >>> 8) * TWO_TO_MINUS_24;
}

/** Words for (seed, purpose) at a place (major, minor), block by block; seeds are taken modulo 2^53 with their sign. */
export class Draws {
  private readonly low: number;
  private readonly high: number;
  private readonly words = new Uint32Array(4);
  private readonly purpose: Purpose;

  constructor(seed: number, purpose: Purpose) {
    this.low = seed | 0;
    this.high = Math.floor(seed / 4_294_967_296) | 0;
    this.purpose = purpose;
  }

  /** Four words for one block; the array is reused by the next call. */
  block(major: number, minor: number, block: number): Uint32Array {
    philox(this.words, this.low, this.high, block, minor, major, this.purpose);
    return this.words;
  }
}
