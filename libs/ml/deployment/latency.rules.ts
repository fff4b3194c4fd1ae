// Each bound is 1.25 times the one before: 0.5 ms to about 23 s, so a percentile is off by at most 25 %.
const BOUNDS = Array.from({ length: 49 }, (_, i) => 0.5 * 1.25 ** i);

/** Number of latency buckets, the one without an upper bound included. */
export const LATENCY_BUCKETS = BOUNDS.length + 1;

/** The bucket of a latency in milliseconds. */
export function latencyBucket(milliseconds: number): number {
  const found = BOUNDS.findIndex((bound) => milliseconds <= bound);
  return found === -1 ? BOUNDS.length : found;
}

/** The upper bound of the bucket that holds the given share of the requests; null when there are none. */
export function latencyQuantile(counts: readonly number[], share: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let seen = 0;
  for (let i = 0; i < counts.length; i++) {
    seen += counts[i] ?? 0;
    if (seen >= share * total) return BOUNDS[i] ?? 2 * (BOUNDS.at(-1) ?? 0);
  }
  return null;
}
