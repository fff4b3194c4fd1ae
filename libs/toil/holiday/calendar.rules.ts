import { addDays, isDate } from '../time/zone.rules.js';
import { datesOf, ruleFault } from './recurrence.rules.js';

/** A whole day or more off [from, to) as a calendar file tells it; line: where its event begins. */
export interface CalendarDay {
  name: string;
  from: string;
  to: string;
  line: number;
}

/** What cannot be read of a file, and where. */
export interface CalendarFault {
  line: number;
  message: string;
}

/** A calendar file, read: its days within the range asked for, by date, and what was left out. */
export interface CalendarDays {
  days: CalendarDay[];
  faults: CalendarFault[];
}

interface Line {
  number: number;
  name: string;
  parameters: string;
  value: string;
}

/** More than this is no calendar of holidays. */
const MOST_DAYS_OF_ONE = 31;

/**
 * The all-day events of an iCalendar file (RFC 5545) that touch [from, to). Yearly repetition is expanded; events with
 * clock times other than from midnight to midnight, and other repetition, are named as faults, with their line, and
 * left out. Why this is our own: docs/adr/0051-calendar-files.md.
 */
export function readCalendar(text: string, from: string, to: string): CalendarDays {
  const lines = unfold(text);
  const first = lines[0];
  if (first?.name !== 'BEGIN' || first.value.toUpperCase() !== 'VCALENDAR') {
    const message = 'This is no iCalendar file: it has to begin with BEGIN:VCALENDAR.';
    return { days: [], faults: [{ line: first?.number ?? 1, message }] };
  }
  const days: CalendarDay[] = [];
  const faults: CalendarFault[] = [];
  let event: Line[] | null = null;
  // An alarm inside of an event has times of its own.
  let inside: string | null = null;
  for (const line of lines) {
    const what = line.value.toUpperCase();
    if (line.name === '')
      faults.push({ line: line.number, message: 'A line needs a name, a colon and a value.' });
    else if (inside) inside = line.name === 'END' && what === inside ? null : inside;
    else if (line.name === 'BEGIN' && what === 'VEVENT') event = [line];
    else if (line.name === 'BEGIN' && event) inside = what;
    else if (line.name === 'END' && what === 'VEVENT' && event) {
      const read = readEvent(event, { from, to });
      if (Array.isArray(read)) days.push(...read);
      else faults.push(read);
      event = null;
    } else event?.push(line);
  }
  if (event) faults.push({ line: event[0]?.number ?? 1, message: 'This event has no END:VEVENT.' });
  const last = lines.at(-1);
  if (last?.name !== 'END' || last.value.toUpperCase() !== 'VCALENDAR') {
    faults.push({ line: last?.number ?? 1, message: 'The file breaks off: END:VCALENDAR is missing.' });
  }
  days.sort((a, b) => (a.from === b.from ? a.line - b.line : a.from < b.from ? -1 : 1));
  return { days, faults: faults.sort((a, b) => a.line - b.line) };
}

// The days of one event within the range; the fault that keeps it from being read.
function readEvent(event: Line[], range: { from: string; to: string }): CalendarDay[] | CalendarFault {
  const line = event[0]?.number ?? 1;
  const find = (name: string): Line | undefined => event.find((one) => one.name === name);
  const fault = (at: Line | undefined, message: string): CalendarFault => ({
    line: at?.number ?? line,
    message,
  });
  if (find('STATUS')?.value.toUpperCase() === 'CANCELLED') return [];
  const start = find('DTSTART');
  if (!start) return fault(start, 'This event does not say when it begins (DTSTART).');
  const first = dateIn(start.value);
  if (first === null) return fault(start, `"${start.value.slice(0, 40)}" is no date of the form 20260101.`);
  if (start.value.includes('T') && !isMidnightToMidnight(event))
    return fault(start, 'This event has clock times; only whole days are taken.');
  const length = lengthOf(event, first);
  if (typeof length === 'string') return fault(find('DTEND') ?? find('DURATION'), length);
  const repeat = find('RRULE');
  const unread = repeat && ruleFault(repeat.value);
  if (unread) return fault(repeat, unread);
  const left = new Set(
    event.filter((one) => one.name === 'EXDATE').flatMap((one) => one.value.split(',').map(dateIn)),
  );
  const name = unescaped(find('SUMMARY')?.value ?? '');
  const dates = repeat ? datesOf(repeat.value, first, addDays(range.from, -length), range.to) : [first];
  return dates
    .map((from) => ({ name, from, to: addDays(from, length), line }))
    .filter(({ from, to }) => from < range.to && to > range.from && !left.has(from));
}

// Days that an event takes; a sentence where that cannot be said.
function lengthOf(event: Line[], first: string): number | string {
  const end = event.find((one) => one.name === 'DTEND')?.value;
  const weeks = /^\+?P(\d+)([DW])$/.exec(event.find((one) => one.name === 'DURATION')?.value ?? '');
  const last = end === undefined ? null : dateIn(end);
  if (!weeks && end === undefined) return 1;
  if (!weeks && last === null) return `"${end?.slice(0, 40)}" is no date of the form 20260101.`;
  const days = weeks
    ? Number(weeks[1]) * (weeks[2] === 'W' ? 7 : 1)
    : Math.round((Date.parse(last as string) - Date.parse(first)) / 86_400_000);
  if (days < 0) return 'This event ends before it begins.';
  if (days > MOST_DAYS_OF_ONE)
    return `This event takes ${days} days; a holiday takes at most ${MOST_DAYS_OF_ONE}.`;
  return days || 1;
}

// Outlook writes whole days as midnights of a zone: the dates count wherever that is.
function isMidnightToMidnight(event: Line[]): boolean {
  const value = (name: string): string => event.find((one) => one.name === name)?.value ?? '';
  const midnight = /T000000$/;
  return (
    midnight.test(value('DTSTART')) &&
    (midnight.test(value('DTEND')) || /^\+?P\d+[DW]$/.test(value('DURATION')))
  );
}

function dateIn(value: string): string | null {
  const parts = /^(\d{4})(\d{2})(\d{2})(T\d{6}Z?)?$/.exec(value.trim());
  const date = parts ? `${parts[1]}-${parts[2]}-${parts[3]}` : '';
  return isDate(date) ? date : null;
}

const unescaped = (text: string): string =>
  text.replace(/\\([\\;,nN])/g, (_, mark: string) => (mark.toLowerCase() === 'n' ? ' ' : mark)).trim();

// A line that begins with a blank goes on the one before.
function unfold(text: string): Line[] {
  const lines: Line[] = [];
  let whole = '';
  let number = 0;
  const close = (): void => {
    if (whole.trim() !== '') lines.push(lineOf(whole, number));
  };
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (/^[ \t]/.test(raw) && whole !== '') {
      whole += raw.slice(1);
      continue;
    }
    close();
    whole = raw;
    number = index + 1;
  }
  close();
  return lines;
}

// A colon inside a quoted parameter does not end the name.
function lineOf(text: string, number: number): Line {
  const parts = /^([A-Za-z0-9-]+)((?:;[^":;]+(?:"[^"]*")?[^":;]*)*):(.*)$/s.exec(text);
  if (!parts) return { number, name: '', parameters: '', value: '' };
  return {
    number,
    name: (parts[1] ?? '').toUpperCase(),
    parameters: parts[2] ?? '',
    value: (parts[3] ?? '').trim(),
  };
}
