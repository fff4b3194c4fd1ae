import type { Stretch } from './event.rules.js';
import type { IncidentLife, Responder } from './fold.rules.js';

/**
 * One life out of several that were the same incident: union of the active segments and of each person's engagements,
 * opened at the earliest, acknowledged at the earliest, resolved when the last one is. Gaps closed by the union are no
 * reopenings of their own: those of the parts are added.
 */
export function mergeLives(lives: readonly IncidentLife[]): IncidentLife | null {
  const [first] = lives;
  if (!first || lives.length === 1) return first ?? null;
  const acknowledged = lives.flatMap((life) => life.acknowledgedAt ?? []);
  const resolved = lives.flatMap((life) => life.resolvedAt ?? []);
  const open = lives.filter((life) => life.status !== 'RESOLVED');
  return {
    status:
      open.length === 0
        ? 'RESOLVED'
        : open.some((life) => life.status === 'ACKNOWLEDGED')
          ? 'ACKNOWLEDGED'
          : 'OPEN',
    openedAt: Math.min(...lives.map((life) => life.openedAt)),
    acknowledgedAt: acknowledged.length > 0 ? Math.min(...acknowledged) : null,
    resolvedAt: open.length === 0 ? Math.max(...resolved) : null,
    reopenCount: lives.reduce((sum, life) => sum + life.reopenCount, 0),
    active: unionOf(lives.flatMap((life) => life.active)),
    responders: mergeResponders(lives.flatMap((life) => life.responders)),
    quarantined: lives.flatMap((life) => life.quarantined),
  };
}

function mergeResponders(parts: readonly Responder[]): Responder[] {
  const people = [...new Set(parts.map((part) => part.person))].sort();
  return people.map((person) => {
    const own = parts.filter((part) => part.person === person);
    const stated = own.filter((part) => part.handsOn !== null).flatMap((part) => part.handsOn ?? []);
    return {
      person,
      engaged: own.some((part) => part.engaged !== null)
        ? unionOf(own.flatMap((part) => part.engaged ?? []))
        : null,
      handsOn: own.some((part) => part.handsOn !== null) ? unionOf(stated) : null,
    };
  });
}

/** The union of half-open stretches, in order; one that still runs swallows everything after its start. */
export function unionOf(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (!last || (last.end !== null && start > last.end)) result.push({ start, end });
    else if (last.end !== null && (end === null || end > last.end)) last.end = end;
  }
  return result;
}
