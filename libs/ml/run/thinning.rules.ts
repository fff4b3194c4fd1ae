/**
 * At most `points` of the values, evenly spread, first and last among them; fewer stay as they are.
 * One point is the last, because it is the one that counts.
 */
export function thin<T>(values: readonly T[], points: number): T[] {
  const n = values.length;
  if (n <= points) return [...values];
  if (points <= 0) return [];
  if (points === 1) return values.slice(-1);
  return Array.from({ length: points }, (_, i) => values[Math.round((i * (n - 1)) / (points - 1))] as T);
}
