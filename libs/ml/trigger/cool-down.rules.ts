const FIRST_BACKOFF_SECONDS = 1800;
const LONGEST_BACKOFF_SECONDS = 86_400;

/** Equal failures in a row after which a pipeline stops trying by itself. */
export const FAILURES_UNTIL_BLOCKED = 3;

/** Seconds to wait after the n-th failure in a row (n from 1): 30 minutes, doubled each time, at most a day. */
export const backoffSeconds = (failures: number): number =>
  Math.min(LONGEST_BACKOFF_SECONDS, FIRST_BACKOFF_SECONDS * 2 ** Math.min(30, Math.max(0, failures - 1)));

/** Whether the latest failures, newest first, are the same root cause three times in a row. */
export function isBlocked(causes: readonly string[]): boolean {
  const latest = causes.slice(0, FAILURES_UNTIL_BLOCKED);
  return latest.length === FAILURES_UNTIL_BLOCKED && latest.every((cause) => cause === latest[0]);
}
