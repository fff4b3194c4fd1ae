const DAY_MS = 86_400_000;

/** How many full weeks of the past the sample covers. */
export const WEEKS = 26;

/** The Monday of the week that holds the instant. */
export function mondayOf(instant) {
  const day = new Date(Date.UTC(instant.getUTCFullYear(), instant.getUTCMonth(), instant.getUTCDate()));
  return new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * DAY_MS);
}

/** Dates counted from one Monday, so that a seeding that was interrupted goes on with the same ones. */
export class Calendar {
  constructor(monday, now) {
    this.monday = new Date(monday);
    this.now = now;
  }

  /** Whether an instant has passed; a date when its day in Seoul has, so that nothing is logged before it is done. */
  hasCome(when) {
    return when.length === 10
      ? Date.parse(when) + DAY_MS - 9 * 3_600_000 <= this.now.getTime()
      : Date.parse(when) <= this.now.getTime();
  }

  /** The date of a weekday (0 = Monday) in the week `week` from the present one (-1 = last week). */
  date(week, weekday) {
    return new Date(this.monday.getTime() + (week * 7 + weekday) * DAY_MS).toISOString().slice(0, 10);
  }

  /** An instant at a clock time of the office in Seoul. */
  instant(week, weekday, minutes) {
    return new Date(
      this.monday.getTime() + (week * 7 + weekday) * DAY_MS + (minutes - 9 * 60) * 60_000,
    ).toISOString();
  }
}
