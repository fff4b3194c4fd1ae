import { THUMB_SIDE, THUMB_SIZE, zScored } from './features.rules.js';

/** basis[k * 24 + n]: the orthonormal cosine transform (DCT-II) of 24 numbers. */
const BASIS = Float64Array.from({ length: THUMB_SIZE }, (_, i) => {
  const [k, n] = [Math.floor(i / THUMB_SIDE), i % THUMB_SIDE];
  return Math.sqrt((k === 0 ? 1 : 2) / THUMB_SIDE) * Math.cos((Math.PI * (2 * n + 1) * k) / (2 * THUMB_SIDE));
});
/** Where each coefficient of the transform goes: the lowest frequencies first. */
const ORDER = Int32Array.from(
  Array.from({ length: THUMB_SIZE }, (_, i) => i).sort((a, b) => frequency(a) - frequency(b) || a - b),
);

/**
 * A z-scored thumbnail as neighbours are searched with: turned into its cosine basis, which leaves every Euclidean
 * distance as it is, and sorted by frequency. Most of a distance between pictures lies in the lowest ones, so that a
 * comparison knows early that it is lost (some 50 of 576 numbers on faces).
 */
export function thumbVector(
  thumb: Uint8Array,
  into: Float32Array = new Float32Array(THUMB_SIZE),
  at = 0,
): Float32Array {
  const rows = transformed(zScored(thumb));
  const whole = transformed(rows);
  for (let i = 0; i < THUMB_SIZE; i++) into[at + i] = whole[ORDER[i]!]!;
  return into;
}

// Transforms each row and turns the square on its side: twice is both directions.
function transformed(values: ArrayLike<number>): Float64Array {
  const out = new Float64Array(THUMB_SIZE);
  for (let y = 0; y < THUMB_SIDE; y++) {
    for (let k = 0; k < THUMB_SIDE; k++) {
      let sum = 0;
      for (let n = 0; n < THUMB_SIDE; n++) sum += values[y * THUMB_SIDE + n]! * BASIS[k * THUMB_SIDE + n]!;
      out[k * THUMB_SIDE + y] = sum;
    }
  }
  return out;
}

function frequency(place: number): number {
  return Math.floor(place / THUMB_SIDE) ** 2 + (place % THUMB_SIDE) ** 2;
}
