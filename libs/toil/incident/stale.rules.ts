import type { IncidentLife } from './fold.rules.js';

/** Whether an open incident has gone without any event for so long that somebody should be asked about it. */
export function isStale(
  life: Pick<IncidentLife, 'status'>,
  lastEventAt: number,
  now: number,
  afterHours: number,
): boolean {
  return life.status !== 'RESOLVED' && now - lastEventAt >= afterHours * 3_600_000;
}
