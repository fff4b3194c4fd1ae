/** A session nobody used for this long has ended. */
export const IDLE_SECONDS = 14 * 86_400;
/** A session ends after this long however much it is used. */
export const ABSOLUTE_SECONDS = 90 * 86_400;
/** How often a used session or token notes that it was used. */
export const NOTE_SECONDS = 60;

/** Whether a session still counts: neither idle for too long nor too old. Instants in milliseconds. */
export function isAlive(createdAt: number, seenAt: number, now: number): boolean {
  return now - seenAt < IDLE_SECONDS * 1000 && now - createdAt < ABSOLUTE_SECONDS * 1000;
}
