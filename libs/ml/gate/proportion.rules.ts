import jstat from 'jstat';

const Z_95 = 1.959963984540054;

/** Two ends of an interval, each 0..1. */
export interface Interval {
  low: number;
  high: number;
}

/** Wilson's 95 % interval for `right` of `n`: keeps its coverage at small n and near 0 or 1. n is above zero. */
export function wilson(right: number, n: number): Interval {
  const p = right / n;
  const z2 = (Z_95 * Z_95) / n;
  const centre = (p + z2 / 2) / (1 + z2);
  const half = (Z_95 * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n))) / (1 + z2);
  return {
    low: right === 0 ? 0 : Math.max(0, centre - half),
    high: right === n ? 1 : Math.min(1, centre + half),
  };
}

/** Exact (Clopper-Pearson) upper 95 % one-sided bound for a share of `count` in `n`. */
export const upperBound = (count: number, n: number): number =>
  count >= n ? 1 : jstat.jStat.beta.inv(0.95, count + 1, n - count);

/** Exact (Clopper-Pearson) lower 95 % one-sided bound for a share of `count` in `n`. */
export const lowerBound = (count: number, n: number): number =>
  count <= 0 ? 0 : jstat.jStat.beta.inv(0.05, count, n - count + 1);

/**
 * The most accuracy that replacing the champion could cost, as a share of n: the upper bound of the pictures that only
 * the champion got right minus the lower bound of those that only the candidate got right. Negative when it must gain.
 */
export const lossBound = (candidateOnly: number, championOnly: number, n: number): number =>
  upperBound(championOnly, n) - lowerBound(candidateOnly, n);

/**
 * How many more pictures, all answered alike by both models, would bring the loss bound down to the margin.
 * Null when even a hundred million would not (a margin of zero, mostly).
 */
export function picturesMissing(
  candidateOnly: number,
  championOnly: number,
  n: number,
  margin: number,
): number | null {
  const fits = (size: number): boolean => lossBound(candidateOnly, championOnly, size) <= margin;
  if (fits(n)) return 0;
  let high = n;
  while (!fits(high)) {
    if (high > 1e8) return null;
    high *= 2;
  }
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) high = middle;
    else low = middle;
  }
  return high - n;
}
