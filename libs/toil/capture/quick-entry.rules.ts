import { addDays, dayOfWeek, isDate } from '../time/zone.rules.js';
import { parseDuration } from '../work/duration.rules.js';

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
  service: string | null;
  taskType: string | null;
  date: string;
  note: string | null;
  faults: QuickEntryFault[];
}

/** One thing that was not understood, and the word it is about. */
export interface QuickEntryFault {
  word: string;
  message: string;
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const WEEKDAYS_IN_KOREAN = '월화수목금토일';
const SHORTEST_WEEKDAY = 3;
const DAY_SECONDS = 86_400;

/**
 * Reads one line: `45m checkout restart pods #deploy @yesterday`. A duration anywhere (the first that has a unit, a colon
 * or a point, in one word or as `2h 27m` and `45 min`; else the first whole number, as hours), the first word that is a
 * service's key or name, `#` a task type, `@` a date (today, yesterday, a weekday before today, or 2026-03-04); the rest
 * is the note. Korean words (`1시간 30분`, `@어제`, `@월`) mean the same.
 */
export function parseQuickEntry(line: string, frame: QuickEntryFrame): QuickEntry {
  const entry: QuickEntry = {
    durationSeconds: null,
    service: null,
    taskType: null,
    date: frame.today,
    note: null,
    faults: [],
  };
  const all = line.trim().split(/\s+/).filter(Boolean);
  const span = durationIn(all);
  const words: string[] = [];
  for (const [index, word] of all.entries()) {
    if (span && index >= span.from && index < span.to) continue;
    const kind = word[0];
    if (kind === '#' && word.length > 1) readTaskType(entry, word, frame);
    else if (kind === '@' && word.length > 1) readDate(entry, word, frame);
    else if (entry.service !== null || !readService(entry, word, frame)) words.push(word);
  }
  if (span) readSeconds(entry, all.slice(span.from, span.to).join(' '), span.seconds, frame);
  else entry.faults.push({ word: '', message: 'How long did it take? Type 45m, 1:30, 2h27m or 1.5.' });
  entry.note = words.length > 0 ? words.join(' ') : null;
  return entry;
}

interface Span {
  from: number;
  to: number;
  seconds: number;
}

// "restart 3 pods 45m": a number by itself is a duration only where nothing else is one.
function durationIn(words: readonly string[]): Span | null {
  let bare: Span | null = null;
  for (const [from, word] of words.entries()) {
    const pair = words[from + 1] === undefined ? null : secondsOfPair(word, words[from + 1] as string);
    if (pair !== null) return { from, to: from + 2, seconds: pair };
    const seconds = parseDuration(inLetters(word));
    if (seconds === null) continue;
    if (!/^\d+$/.test(word)) return { from, to: from + 1, seconds };
    bare ??= { from, to: from + 1, seconds };
  }
  return bare;
}

// 45 min, 2h 27m
function secondsOfPair(first: string, second: string): number | null {
  const [a, b] = [inLetters(first), inLetters(second)];
  const isOne =
    (/^\d+(\.\d+)?$/.test(a) && (b === 'h' || b === 'm')) || (/^\d+h$/.test(a) && /^\d+m$/.test(b));
  return isOne ? parseDuration(a + b) : null;
}

const inLetters = (word: string): string =>
  word
    .toLowerCase()
    .replace(/(시간|hours?|hrs?)/, 'h')
    .replace(/(분|minutes?|mins?)$/, 'm');

function readSeconds(entry: QuickEntry, word: string, seconds: number, frame: QuickEntryFrame): void {
  entry.durationSeconds = seconds;
  if (seconds === 0) entry.faults.push({ word, message: 'It must have taken some time.' });
  else if (seconds > DAY_SECONDS && !frame.ofManyDays)
    entry.faults.push({
      word,
      message: `"${word.slice(0, 20)}" is longer than a day. Minutes look like 45m; split longer work over its dates.`,
    });
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
  else entry.faults.push({ word, message: `There is no task type "${name}".` });
}

function readDate(entry: QuickEntry, word: string, frame: QuickEntryFrame): void {
  const date = dateOfWord(word.slice(1).toLowerCase(), frame.today);
  if (date) entry.date = date;
  else entry.faults.push({ word, message: 'A date is today, yesterday, a weekday or 2026-03-04.' });
}

function dateOfWord(word: string, today: string): string | null {
  if (word === 'today' || word === '오늘') return today;
  if (word === 'yesterday' || word === '어제') return addDays(today, -1);
  if (word === '그제' || word === '그저께') return addDays(today, -2);
  if (isDate(word)) return word;
  const weekday = weekdayOf(word);
  if (weekday < 0) return null;
  // The last such day before today: on a Monday, @monday is a week ago.
  const back = (dayOfWeek(today) - (weekday + 1) + 7) % 7;
  return addDays(today, -(back === 0 ? 7 : back));
}

function weekdayOf(word: string): number {
  const korean = /^([월화수목금토일])(요일)?$/.exec(word)?.[1];
  if (korean) return WEEKDAYS_IN_KOREAN.indexOf(korean);
  return word.length < SHORTEST_WEEKDAY ? -1 : WEEKDAYS.findIndex((name) => name.startsWith(word));
}
