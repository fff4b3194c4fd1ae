import { areaSums, type Pixels } from './area-average.rules.js';

/** 64 bits in two halves of 32, so that comparing costs no BigInt. */
export interface Hash64 {
  high: number;
  low: number;
}

const COLUMNS = 9;
const ROWS = 8;

/**
 * Difference hash of a grey picture: area average to 9x8 cells, bit = the right cell is brighter than the left one,
 * row by row, first bit highest. `mirror` is the hash of the picture flipped left to right.
 */
export function differenceHash(grey: Pixels): { hash: Hash64; mirror: Hash64 } {
  // Sums instead of rounded means: cells of equal area compare exactly.
  const cells = areaSums(grey, COLUMNS, ROWS);
  return {
    hash: bits(cells, (row, i) => [row * COLUMNS + i, row * COLUMNS + i + 1]),
    mirror: bits(cells, (row, i) => [row * COLUMNS + COLUMNS - 1 - i, row * COLUMNS + COLUMNS - 2 - i]),
  };
}

function bits(cells: Float64Array, pair: (row: number, i: number) => [left: number, right: number]): Hash64 {
  const words = [0, 0];
  for (let bit = 0; bit < 64; bit++) {
    const [left, right] = pair(Math.floor(bit / 8), bit % 8);
    if (cells[right]! > cells[left]!) words[bit >> 5]! |= 1 << (31 - (bit & 31));
  }
  return { high: words[0]! >>> 0, low: words[1]! >>> 0 };
}

/** How many of the 64 bits differ. */
export const hamming = (a: Hash64, b: Hash64): number => ones(a.high ^ b.high) + ones(a.low ^ b.low);

/** How many bits of a 32-bit word are set. */
export function ones(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Sixteen hexadecimal digits. */
export const hashText = ({ high, low }: Hash64): string => hex(high) + hex(low);

/** Reads what hashText wrote. */
export const hashOf = (text: string): Hash64 => ({
  high: Number.parseInt(text.slice(0, 8), 16),
  low: Number.parseInt(text.slice(8, 16), 16),
});

const hex = (word: number): string => word.toString(16).padStart(8, '0');
