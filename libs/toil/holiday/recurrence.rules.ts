import { RRuleTemporal } from 'rrule-temporal';
import { isDate } from '../time/zone.rules.js';

const KNOWN = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYMONTH', 'BYMONTHDAY', 'BYDAY', 'WKST']);
/** What the library would take for something else, or for nothing, without a word. */
const VALUES: Record<string, RegExp> = {
  INTERVAL: /^[1-9]\d{0,3}$/,
  COUNT: /^[1-9]\d{0,4}$/,
  UNTIL: /^\d{8}(T\d{6}Z?)?$/,
  BYMONTH: /^([1-9]|1[0-2])(,([1-9]|1[0-2]))*$/,
  BYMONTHDAY: /^-?([1-9]|[12]\d|3[01])(,-?([1-9]|[12]\d|3[01]))*$/,
};

const NUMBERED_WEEKDAYS = /^[+-]?[1-5](MO|TU|WE|TH|FR|SA|SU)(,[+-]?[1-5](MO|TU|WE|TH|FR|SA|SU))*$/;

/** Why the rule of an RRULE is not read; null where it is. */
export function ruleFault(text: string): string | null {
  const parts = new Map(text.split(';').map((part) => part.toUpperCase().split('=', 2) as [string, string]));
  if (parts.get('FREQ') !== 'YEARLY') return 'Only yearly repetition is read (FREQ=YEARLY).';
  const strange = [...parts.keys()].find((name) => !KNOWN.has(name));
  if (strange !== undefined) return `Repetition by ${strange.slice(0, 20)} is not read.`;
  if (!NUMBERED_WEEKDAYS.test(parts.get('BYDAY') ?? '1MO'))
    return 'Weekdays are read with their number in the month, such as 4TH.';
  const until = parts.get('UNTIL')?.slice(0, 8);
  const whole = [...parts].every(([name, value]) => VALUES[name]?.test(value) ?? true);
  if (!whole || (until && !isDate(`${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6)}`)))
    return 'This repetition cannot be read.';
  return null;
}

/** The dates of a rule without fault that begins on `first` and lie in [from, to), oldest first. */
export function datesOf(rule: string, first: string, from: string, to: string): string[] {
  const rruleString = `DTSTART;TZID=UTC:${first.replaceAll('-', '')}T000000\nRRULE:${rule.toUpperCase()}`;
  const midnight = (date: string): Date => new Date(`${date}T00:00:00Z`);
  return new RRuleTemporal({ rruleString })
    .between(midnight(from), midnight(to), true)
    .map((moment) => moment.toString().slice(0, 10))
    .filter((date) => date < to);
}
