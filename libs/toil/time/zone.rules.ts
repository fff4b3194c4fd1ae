import { Temporal } from 'temporal-polyfill';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const OFFSET = /^[+-]/;

/** Whether the name is an IANA zone such as Asia/Seoul; a bare offset is none, because it knows no daylight saving. */
export function isZone(name: string): boolean {
  if (OFFSET.test(name) || name.length > 64) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Whether the text is a calendar date that exists, YYYY-MM-DD. */
export function isDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

/** The date some days later (or earlier, when negative). Calendar arithmetic: a day is never 86,400 s here. */
export const addDays = (date: string, days: number): string => dateAt(dayNumber(date) + days);

/** Days from `from` to `to`, negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** 1 = Monday ... 7 = Sunday. */
export function dayOfWeek(date: string): number {
  const sinceMonday = (((dayNumber(date) + 3) % 7) + 7) % 7;
  return sinceMonday + 1;
}

/** Days since 1970-01-01 of a calendar date (no zone in it). */
export const dayNumber = remembered((date: string): number =>
  Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000),
);

/** The calendar date with that day number. */
export const dateAt = remembered((day: number): string =>
  new Date(day * 86_400_000).toISOString().slice(0, 10),
);

// Roll-ups ask for the same few thousand days a million times.
function remembered<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = compute(key);
      if (known.size > 20_000) known.clear();
      known.set(key, value);
    }
    return value;
  };
}

/** The calendar date of an instant in a zone. */
export function dateOf(instantMs: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(zone).toPlainDate().toString();
}

const starts = new Map<string, Map<string, number>>();

/**
 * The instant (epoch ms) at which a date begins in a zone: the first instant of it, also where midnight does not exist.
 * Remembered, because reports ask for the same days again and again.
 */
export function dayStart(date: string, zone: string): number {
  let known = starts.get(zone);
  if (known === undefined) {
    known = new Map();
    starts.set(zone, known);
  }
  let start = known.get(date);
  if (start === undefined) {
    start = Temporal.PlainDate.from(date).toZonedDateTime(zone).startOfDay().epochMilliseconds;
    if (known.size > 20_000) known.clear();
    known.set(date, start);
  }
  return start;
}
