import { daysBetween } from '../time/zone.rules.js';
import type { WorkEntry } from './work-entry.entity.js';

/** Where an entry stands in the order of its task type: by time, and among equals by what it says, never by arrival. */
export type Place = Pick<WorkEntry, 'occurredAt' | 'personId' | 'serviceId' | 'durationSeconds' | 'id'>;

/** The order of places, the same as that of the database. */
export const byPlace = (a: Place, b: Place): number =>
  a.occurredAt.getTime() - b.occurredAt.getTime() ||
  compare(a.personId, b.personId) ||
  compare(a.serviceId ?? '', b.serviceId ?? '') ||
  a.durationSeconds - b.durationSeconds ||
  compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * For the dates of a task's entries in the order of their places: how many-eth each is within the days before it, counted
 * no further than `enough`.
 */
export function occurrencesOf(dates: readonly string[], windowDays: number, enough: number): number[] {
  return dates.map((date, index) => {
    let count = 1;
    // Places are ordered by instant, so that dates can be out of order by a day at most.
    for (let before = index - 1; before >= 0 && count < enough; before--) {
      const days = daysBetween(dates[before] as string, date);
      if (days > windowDays + 2) break;
      if (days <= windowDays) count++;
    }
    return count;
  });
}
