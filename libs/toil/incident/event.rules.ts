/** What can happen to an incident; the order is the one in which events of the same instant take effect. */
export const INCIDENT_EVENT_TYPES = [
  'OPENED',
  'REOPENED',
  'ACKNOWLEDGED',
  'JOINED',
  'RESUMED',
  'SNOOZED',
  'LEFT',
  'RESOLVED',
] as const;
export type IncidentEventType = (typeof INCIDENT_EVENT_TYPES)[number];

export const INCIDENT_STATUSES = ['OPEN', 'ACKNOWLEDGED', 'RESOLVED'] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];

/** One fact of an incident's life; instants are milliseconds since the epoch. */
export interface LifeEvent {
  /** Breaks ties between equal types at equal instants, so that the order of arrival never matters. */
  id: string;
  type: IncidentEventType;
  at: number;
  person: string | null;
  /** The named person's stated hands-on time, or null. */
  handsOnMinutes: number | null;
  /** A RESOLVED that corrects the end told before: when the correction was told. null: told as it happened. */
  correctedAt: number | null;
}

/** Half-open [start, end) in milliseconds since the epoch; an end of null is still running. */
export interface Stretch {
  start: number;
  end: number | null;
}

const RANK = new Map(INCIDENT_EVENT_TYPES.map((type, rank) => [type, rank]));

/** Sorts by instant, then by the published order of types, then by person and id: any order of arrival gives the same. */
export function inOrder(events: readonly LifeEvent[]): LifeEvent[] {
  return [...events].sort(
    (a, b) =>
      a.at - b.at ||
      (RANK.get(a.type) ?? 0) - (RANK.get(b.type) ?? 0) ||
      compare(a.person ?? '', b.person ?? '') ||
      compare(a.id, b.id),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
