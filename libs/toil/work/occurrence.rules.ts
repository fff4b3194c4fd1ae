import { daysBetween } from '../time/zone.rules.js';

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
