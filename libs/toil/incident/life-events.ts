import type { LifeEvent } from './event.rules.js';
import type { IncidentEvent } from './incident-event.entity.js';

/** Recorded events as the fold takes them, for each incident; those still waiting for an opening are left out. */
export function byIncident(events: readonly IncidentEvent[]): Map<string, LifeEvent[]> {
  const groups = new Map<string, LifeEvent[]>();
  for (const event of events) {
    if (event.incidentId === null) continue;
    const { id, type, handsOnMinutes, personId: person } = event;
    const group = groups.get(event.incidentId) ?? [];
    groups.set(event.incidentId, group);
    const correctedAt = event.correctionReason === null ? null : event.recordedAt.getTime();
    group.push({ id, type, at: event.at.getTime(), person, handsOnMinutes, correctedAt });
  }
  return groups;
}
