/**
 * Population stability index of two histograms over the same bins: sum of (a - b) x ln(a / b) on shares. Half a count
 * is added to each bin, so that an empty one stays finite. 0 when either side is empty.
 */
export function populationShift(a: readonly number[], b: readonly number[]): number {
  const bins = Math.max(a.length, b.length);
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  if (sum(a) === 0 || sum(b) === 0) return 0;
  const share = (counts: readonly number[], i: number): number =>
    ((counts[i] ?? 0) + 0.5) / (sum(counts) + 0.5 * bins);
  let shift = 0;
  for (let i = 0; i < bins; i++) shift += (share(a, i) - share(b, i)) * Math.log(share(a, i) / share(b, i));
  return shift;
}
