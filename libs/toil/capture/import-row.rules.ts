import { isDate } from '../time/zone.rules.js';
import { DATE_ORDERS, type DateOrder, type ImportField } from './import-format.rules.js';

/** What a row says, still in its own words for person, service and task. */
export interface ImportRow {
  id: string | null;
  /** Who it may be, the surest first: address, sign-in name, name. */
  people: string[];
  service: string | null;
  taskType: string | null;
  workClass: string | null;
  note: string | null;
  /** Instants with an offset, wall-clock times, or a date with a duration as people type it. */
  timing:
    | { start: Date; end: Date }
    | { startLocal: string; endLocal: string }
    | { date: string; duration: string };
}

/** Reads one row by what its columns mean; a text says what is wrong with it. */
export function readImportRow(cells: ReadonlyMap<ImportField, string>, order: DateOrder): ImportRow | string {
  const cell = (field: ImportField): string | null => unquoted(cells.get(field)) || null;
  const timing = readTiming(cell, order);
  if (typeof timing === 'string') return timing;
  return {
    id: cell('id'),
    people: [cell('email'), cell('username'), cell('person'), fullName(cell)].filter((one) => one !== null),
    service: cell('service'),
    taskType: cell('taskType'),
    workClass: cell('workClass')?.toUpperCase() ?? null,
    note: cell('note'),
    timing,
  };
}

type Cell = (field: ImportField) => string | null;

// First names alone are no names: two people may share one.
const fullName = (cell: Cell): string | null =>
  [cell('firstName'), cell('lastName')].filter(Boolean).join(' ') || null;

function readTiming(cell: Cell, order: DateOrder): ImportRow['timing'] | string {
  const [start, end] = [cell('start'), cell('end')];
  if (start && end) return instants(start, end);
  const startDate = cell('startDate');
  const [startTime, endTime] = [cell('startTime'), cell('endTime')];
  if (startDate && startTime && endTime) return local(startDate, startTime, cell('endDate'), endTime, order);
  const day = cell('date') ?? startDate;
  const date = day && readDate(day, order);
  if (!date) return day ? `"${day}" is no date` : 'it says no date';
  const duration = readDuration(cell);
  return duration ? { date, duration } : 'it says neither times nor a duration';
}

function instants(start: string, end: string): ImportRow['timing'] | string {
  const OFFSET = /(?:[zZ]|[+-]\d{2}:?\d{2})$/;
  if (OFFSET.test(start) && OFFSET.test(end)) {
    const [from, to] = [new Date(start), new Date(end)];
    if (Number.isNaN(+from) || Number.isNaN(+to)) return 'start and end are no instants';
    return { start: from, end: to };
  }
  return { startLocal: start.replace(' ', 'T'), endLocal: end.replace(' ', 'T') };
}

function local(
  startDate: string,
  startTime: string,
  endDate: string | null,
  endTime: string,
  order: DateOrder,
): ImportRow['timing'] | string {
  const from = readDate(startDate, order);
  const to = readDate(endDate ?? startDate, order);
  const [begin, finish] = [readTime(startTime), readTime(endTime)];
  if (!from || !to) return `"${from ? endDate : startDate}" is no date`;
  if (!begin || !finish) return `"${begin ? endTime : startTime}" is no time`;
  // Only a file without end dates can mean the next day by an earlier time.
  const next = !endDate && finish < begin ? nextDay(to) : to;
  return { startLocal: `${from}T${begin}`, endLocal: `${next}T${finish}` };
}

function readDuration(cell: Cell): string | null {
  const seconds = cell('seconds');
  if (seconds && /^\d+$/.test(seconds)) return (Number(seconds) / 3600).toFixed(9);
  const text = cell('duration') ?? seconds;
  if (!text) return null;
  const clock = /^(\d+):(\d{2}):(\d{2})$/.exec(text);
  if (!clock) return text.replace(',', '.');
  return (Number(clock[1]) + Number(clock[2]) / 60 + Number(clock[3]) / 3600).toFixed(9);
}

/** The order in which a file writes its dates: the usual one, unless another reads all of them and that one does not. */
export function dateOrderOf(dates: readonly string[], usual: DateOrder): DateOrder {
  const told = dates.map((date) => date.trim()).filter(Boolean);
  const reads = (order: DateOrder) => told.every((date) => readDate(date, order) !== null);
  return [usual, ...DATE_ORDERS].find(reads) ?? usual;
}

function readDate(text: string, order: DateOrder): string | null {
  const [a = '', b = '', c = ''] = text.trim().split(/[-/.]/);
  const [year, month, day] =
    a.length === 4 || order === 'YMD' ? [a, b, c] : order === 'MDY' ? [c, a, b] : [c, b, a];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}

function readTime(text: string): string | null {
  const typed = text
    .trim()
    .replace(/^(오전|오후)\s*(.*)$/, (_, half, time) => `${time}${half === '오전' ? 'am' : 'pm'}`);
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:([ap])\.?m\.?)?$/i.exec(typed);
  if (!match) return null;
  const [, hours, minutes, seconds = '00', half] = match;
  if (Number(minutes) > 59 || Number(seconds) > 59 || Number(hours) > (half ? 12 : 23)) return null;
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours);
  return `${String(hour).padStart(2, '0')}:${minutes}:${seconds}`;
}

const nextDay = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

// An export of ours guards cells that look like formulas with an apostrophe.
const unquoted = (text: string | undefined): string =>
  (text ?? '').trim().replace(/^'(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/, '');
