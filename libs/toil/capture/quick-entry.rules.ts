import type { ErrorCode } from '#platform';
import { addDays } from '../time/zone.rules.js';
import { type ClockRange, clockRangeIn, type FoundRange } from './clock-range.rules.js';
import { dateOfWord } from './date-word.rules.js';
import { durationIn, type WrittenDuration } from './written-duration.rules.js';

/** What a line may refer to. today: the date in the zone of the person who types. */
export interface QuickEntryFrame {
  today: string;
  isService(key: string): boolean;
  isTaskType(key: string): boolean;
  /** The key of the only service with the name (lower case, one word); null when there is none, or several. */
  serviceNamed?(name: string): string | null;
  taskTypeNamed?(name: string): string | null;
  /** The line may tell of more than one day's work, as in a weekly report. */
  ofManyDays?: boolean;
}

/** How a line was understood; faults say what was not. */
export interface QuickEntry {
  durationSeconds: number | null;
  /** From when to when on the wall clock of the person who types; null where the line says how long only. */
  times: QuickTimes | null;
  service: string | null;
  taskType: string | null;
  date: string;
  /** Whether the line says the date. */
  isDated: boolean;
  note: string | null;
  faults: QuickEntryFault[];
}

/** Wall-clock times such as 2026-03-04T09:00, and the words that said them. */
export interface QuickTimes {
  startLocal: string;
  endLocal: string;
  word: string;
}

/** One thing that was not understood or cannot be, and the word it is about. */
export interface QuickEntryFault {
  word: string;
  code: ErrorCode;
  message: string;
  details?: object;
}

const DAY_SECONDS = 86_400;
const DAY_MINUTES = 1440;

/**
 * Reads one line: `45m checkout restart pods #deploy @yesterday`. A duration anywhere (the first that has a unit, a colon
 * or a point, in one word or as `2h 27m` and `45 min`; else the first whole number, as hours) or clock times
 * (`9am-10:30am`), whichever comes first; the first word that is a service's key or name, `#` a task type, `@` a date
 * (today, yesterday, a weekday before today, or 2026-03-04); the rest is the note. Korean words (`1시간 30분`, `@어제`, `@월`)
 * mean the same. The date is that of the start; clock times over midnight without a date ended today.
 */
export function parseQuickEntry(line: string, frame: QuickEntryFrame): QuickEntry {
  const entry: QuickEntry = {
    durationSeconds: null,
    times: null,
    service: null,
    taskType: null,
    date: frame.today,
    isDated: false,
    note: null,
    faults: [],
  };
  const text = line.normalize('NFC');
  const { range, span, all } = lengthIn(text);
  const words: string[] = [];
  for (const [index, word] of all.entries()) {
    if (span && index >= span.from && index < span.to) continue;
    const kind = word[0];
    if (kind === '#' && word.length > 1) readTaskType(entry, word, frame);
    else if (kind === '@' && word.length > 1) readDate(entry, word, frame);
    else if (entry.service !== null || !readService(entry, word, frame)) words.push(word);
  }
  if (range) readRange(entry, range, frame);
  else if (span) readSeconds(entry, all.slice(span.from, span.to).join(' '), span.seconds, frame);
  else
    entry.faults.push(
      fault('', 'How long did it take? Type 45m, 1:30, 2h27m, 1.5, or from when to when: 9am-10:30am.'),
    );
  entry.note = words.length > 0 ? words.join(' ') : null;
  return entry;
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);

// What says how long it took, and the words of the line (without the range, where that is it).
function lengthIn(text: string): { range: FoundRange | null; span: WrittenDuration | null; all: string[] } {
  const all = wordsOf(text);
  const span = durationIn(all);
  const range = clockRangeIn(text);
  if (range === null) return { range, span, all };
  const before = wordsOf(text.slice(0, range.at));
  if (span && !span.isBare && span.from < before.length) return { range: null, span, all };
  return { range, span: null, all: [...before, ...wordsOf(text.slice(range.at + range.text.length))] };
}

function readRange(entry: QuickEntry, { text, range, message }: FoundRange, frame: QuickEntryFrame): void {
  if (range === null) {
    entry.faults.push(fault(text, `"${text.slice(0, 40)}": ${message}`));
    return;
  }
  entry.durationSeconds = (range.endMinutes - range.startMinutes) * 60;
  if (frame.ofManyDays) return;
  if (!entry.isDated && range.endMinutes >= DAY_MINUTES) entry.date = addDays(frame.today, -1);
  entry.times = { ...wallClock(entry.date, range), word: text };
}

function wallClock(date: string, { startMinutes, endMinutes }: ClockRange) {
  const at = (minutes: number): string => {
    const rest = minutes % DAY_MINUTES;
    const [hour, minute] = [Math.floor(rest / 60), rest % 60].map((part) => String(part).padStart(2, '0'));
    return `${addDays(date, Math.floor(minutes / DAY_MINUTES))}T${hour}:${minute}`;
  };
  return { startLocal: at(startMinutes), endLocal: at(endMinutes) };
}

const fault = (word: string, message: string): QuickEntryFault => ({ word, code: 'INVALID_INPUT', message });

function readSeconds(entry: QuickEntry, word: string, seconds: number, frame: QuickEntryFrame): void {
  entry.durationSeconds = seconds;
  if (seconds === 0) entry.faults.push(fault(word, 'It must have taken some time.'));
  else if (seconds > DAY_SECONDS && !frame.ofManyDays)
    entry.faults.push(
      fault(
        word,
        `"${word.slice(0, 20)}" is longer than a day. Minutes look like 45m; split longer work over its dates.`,
      ),
    );
}

function readService(entry: QuickEntry, word: string, frame: QuickEntryFrame): boolean {
  const name = word.toLowerCase();
  entry.service = frame.isService(name) ? name : (frame.serviceNamed?.(name) ?? null);
  return entry.service !== null;
}

function readTaskType(entry: QuickEntry, word: string, frame: QuickEntryFrame): void {
  const name = word.slice(1).toLowerCase();
  const key = frame.isTaskType(name) ? name : (frame.taskTypeNamed?.(name) ?? null);
  if (key) entry.taskType = key;
  else entry.faults.push(fault(word, `There is no task type "${name.slice(0, 63)}".`));
}

function readDate(entry: QuickEntry, word: string, frame: QuickEntryFrame): void {
  const date = dateOfWord(word.slice(1).toLowerCase(), frame.today);
  if (date === null) {
    entry.faults.push(fault(word, 'A date is today, yesterday, a weekday or 2026-03-04.'));
    return;
  }
  entry.date = date;
  entry.isDated = true;
}
