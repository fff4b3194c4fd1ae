import { addDays, dayOfWeek, isDate } from '../time/zone.rules.js';

/** Every so many years, on the date of the first, on days of months, or on the n-th weekday of months. */
export interface DayRule {
  interval: number;
  count: number | null;
  /** Last date that may be one. */
  until: string | null;
  months: number[];
  monthDays: number[];
  /** nth: 1 is the first, -1 the last of the month; day: 1 = Monday. */
  weekdays: { nth: number; day: number }[];
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const KNOWN = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYMONTH', 'BYMONTHDAY', 'BYDAY', 'WKST']);

/** The rule of an RRULE; a sentence where it is one that is not read. */
export function readRule(text: string): DayRule | string {
  const parts = new Map(text.split(';').map((part) => part.toUpperCase().split('=', 2) as [string, string]));
  if (parts.get('FREQ') !== 'YEARLY') return 'Only yearly repetition is read (FREQ=YEARLY).';
  const strange = [...parts.keys()].find((name) => !KNOWN.has(name));
  if (strange) return `Repetition by ${strange.slice(0, 20)} is not read.`;
  const numbers = (name: string): number[] => (parts.get(name)?.split(',') ?? []).map(Number);
  const weekdays = (parts.get('BYDAY')?.split(',') ?? []).map((one) => {
    const [, nth, day = ''] = /^([+-]?[1-5])(MO|TU|WE|TH|FR|SA|SU)$/.exec(one) ?? [];
    return { nth: Number(nth), day: WEEKDAYS.indexOf(day) + 1 };
  });
  if (weekdays.some(({ day }) => day === 0))
    return 'Weekdays are read with their number in the month, such as 4TH.';
  const [interval = 1] = numbers('INTERVAL');
  const [count = null] = numbers('COUNT');
  const last = parts.get('UNTIL')?.slice(0, 8) ?? '';
  const until = last === '' ? null : `${last.slice(0, 4)}-${last.slice(4, 6)}-${last.slice(6)}`;
  const [months, monthDays] = [numbers('BYMONTH'), numbers('BYMONTHDAY')];
  const whole = [interval, count ?? 1, ...months, ...monthDays].every(
    (value) => Number.isInteger(value) && value !== 0,
  );
  if (
    !whole ||
    interval < 1 ||
    (until !== null && !isDate(until)) ||
    months.some((month) => month < 1 || month > 12)
  ) {
    return 'This repetition cannot be read.';
  }
  return { interval, count, until, months, monthDays, weekdays };
}

/** The dates of a rule that begins on `first` and lie in [from, to), oldest first. */
export function datesOf(rule: DayRule, first: string, from: string, to: string): string[] {
  const dates: string[] = [];
  let seen = 0;
  for (
    let year = Number(first.slice(0, 4));
    `${year}` < `${Number(to.slice(0, 4)) + 1}`;
    year += rule.interval
  ) {
    for (const date of datesOfYear(rule, first, year)) {
      if (date < first || (rule.until !== null && date > rule.until)) continue;
      seen++;
      if (rule.count !== null && seen > rule.count) return dates;
      if (date >= from && date < to) dates.push(date);
    }
  }
  return dates;
}

function datesOfYear({ months, monthDays, weekdays }: DayRule, first: string, year: number): string[] {
  const own = months.length > 0 ? months : [Number(first.slice(5, 7))];
  const days = monthDays.length > 0 || weekdays.length > 0 ? monthDays : [Number(first.slice(8))];
  const dates = own.flatMap((month) => [
    ...days.map((day) => (day > 0 ? dateOf(year, month, day) : addDays(dateOf(year, month + 1, 1), day))),
    ...weekdays.map((weekday) => nthWeekday(year, month, weekday)),
  ]);
  // 29 February and 31 April are no dates in most years.
  return [...new Set(dates.filter((date) => isDate(date) && own.includes(Number(date.slice(5, 7)))))].sort();
}

function nthWeekday(year: number, month: number, { nth, day }: { nth: number; day: number }): string {
  if (nth > 0) {
    const first = dateOf(year, month, 1);
    return addDays(first, ((day - dayOfWeek(first) + 7) % 7) + 7 * (nth - 1));
  }
  const last = addDays(dateOf(year, month + 1, 1), -1);
  return addDays(last, -((dayOfWeek(last) - day + 7) % 7) + 7 * (nth + 1));
}

function dateOf(year: number, month: number, day: number): string {
  const [y, m] = month > 12 ? [year + 1, month - 12] : [year, month];
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
