import { addDays } from '../time/zone.rules.js';

/** How many full weeks of the past the sample covers. */
export const SAMPLE_WEEKS = 26;

const OFFICE_MINUTES_EAST = 9 * 60;

/** Dates counted from one Monday, so that a loading that was interrupted goes on with the same ones. */
export class SampleCalendar {
  constructor(readonly monday: string) {}

  /** The date of a weekday (0 = Monday) in the week `week` from the present one (-1 = last week). */
  date(week: number, weekday: number): string {
    return addDays(this.monday, week * 7 + weekday);
  }

  /** An instant at a clock time, in minutes after midnight, of the office in Seoul (no summer time). */
  instant(week: number, weekday: number, minutes: number): Date {
    const midnight = Date.parse(`${this.date(week, weekday)}T00:00:00Z`);
    return new Date(midnight + (minutes - OFFICE_MINUTES_EAST) * 60_000);
  }
}
