import { areaAverage, type Pixels } from './area-average.rules.js';

/** Side of the thumbnail that neighbours are compared on. */
export const THUMB_SIDE = 24;
/** Numbers in one thumbnail. */
export const THUMB_SIZE = THUMB_SIDE * THUMB_SIDE;

/** Variance of the 4-neighbour Laplacian over the inner pixels of a grey picture; at 96x96 sharp faces lie above 60. */
export function laplacianVariance({ width, height, data }: Pixels): number {
  let sum = 0;
  let squares = 0;
  let n = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const value = data[i - 1]! + data[i + 1]! + data[i - width]! + data[i + width]! - 4 * data[i]!;
      sum += value;
      squares += value * value;
      n++;
    }
  }
  return n === 0 ? 0 : squares / n - (sum / n) ** 2;
}

/** Mean and standard deviation (of the population) of a grey picture, 0..255. */
export function exposure({ data }: Pixels): { mean: number; deviation: number } {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < data.length; i++) {
    sum += data[i]!;
    squares += data[i]! * data[i]!;
  }
  const mean = sum / data.length;
  return { mean, deviation: Math.sqrt(Math.max(0, squares / data.length - mean * mean)) };
}

/** The 24x24 thumbnail of a grey picture, one byte each. */
export const thumbnail = (grey: Pixels): Uint8Array => areaAverage(grey, THUMB_SIDE, THUMB_SIDE).data;

/** A thumbnail less its mean, over its deviation: light and contrast no longer count. A flat one is all zero. */
export function zScored(
  thumb: Uint8Array,
  into: Float32Array = new Float32Array(thumb.length),
  at = 0,
): Float32Array {
  let sum = 0;
  for (let i = 0; i < thumb.length; i++) sum += thumb[i]!;
  const mean = sum / thumb.length;
  let squares = 0;
  for (let i = 0; i < thumb.length; i++) squares += (thumb[i]! - mean) ** 2;
  const deviation = Math.sqrt(squares / thumb.length);
  for (let i = 0; i < thumb.length; i++) into[at + i] = deviation === 0 ? 0 : (thumb[i]! - mean) / deviation;
  return into;
}
