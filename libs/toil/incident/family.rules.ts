import type { LifeEvent } from './event.rules.js';
import { foldIncident, type IncidentLife } from './fold.rules.js';

/**
 * The lives of incidents that are one (the members of a merge), by id; those without an OPENED are left out. A corrected
 * end holds for all of them, as far as they were open by then: each would go on counting otherwise.
 */
export function livesOfFamily(events: ReadonlyMap<string, readonly LifeEvent[]>): Map<string, IncidentLife> {
  const corrections = [...events.values()].flat().filter((event) => event.correctedAt !== null);
  const lives = new Map<string, IncidentLife>();
  for (const [id, own] of events) {
    const openedAt = Math.min(...own.filter(({ type }) => type === 'OPENED').map(({ at }) => at));
    const told = own.filter((event) => event.correctedAt === null);
    const life = foldIncident([...told, ...corrections.filter(({ at }) => at >= openedAt)]);
    if (life) lives.set(id, life);
  }
  return lives;
}
