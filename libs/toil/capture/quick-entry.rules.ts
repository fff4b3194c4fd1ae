import { addDays, dayOfWeek, isDate } from '../time/zone.rules.js';
import { parseDuration } from '../work/duration.rules.js';

/** What a line may refer to. today: the date in the zone of the person who types. */
export interface QuickEntryFrame {
  today: string;
  isService(key: string): boolean;
  isTaskType(key: string): boolean;
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
const SHORTEST_WEEKDAY = 3;

/**
 * Reads one line: `45m checkout restart pods #deploy @yesterday`. A duration anywhere (the first word that is one), the
 * first word that is a service's key, `#` a task type, `@` a date (today, yesterday, a weekday before today, or
 * 2026-03-04); the rest is the note.
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
  const words: string[] = [];
  for (const word of line.trim().split(/\s+/).filter(Boolean)) {
    const kind = word[0];
    if (kind === '#' && word.length > 1) readTaskType(entry, word, frame);
    else if (kind === '@' && word.length > 1) readDate(entry, word, frame);
    else if (entry.durationSeconds === null && parseDuration(word) !== null)
      entry.durationSeconds = parseDuration(word);
    else if (entry.service === null && frame.isService(word.toLowerCase()))
      entry.service = word.toLowerCase();
    else words.push(word);
  }
  if (entry.durationSeconds === null) {
    entry.faults.push({ word: '', message: 'How long did it take? Type 45m, 1:30, 2h27m or 1.5.' });
  } else if (entry.durationSeconds === 0) {
    entry.faults.push({ word: '0', message: 'It must have taken some time.' });
  }
  entry.note = words.length > 0 ? words.join(' ') : null;
  return entry;
}

function readTaskType(entry: QuickEntry, word: string, frame: QuickEntryFrame): void {
  const key = word.slice(1).toLowerCase();
  if (frame.isTaskType(key)) entry.taskType = key;
  else entry.faults.push({ word, message: `There is no task type "${key}".` });
}

function readDate(entry: QuickEntry, word: string, frame: QuickEntryFrame): void {
  const date = dateOfWord(word.slice(1).toLowerCase(), frame.today);
  if (date) entry.date = date;
  else entry.faults.push({ word, message: 'A date is today, yesterday, a weekday or 2026-03-04.' });
}

function dateOfWord(word: string, today: string): string | null {
  if (word === 'today') return today;
  if (word === 'yesterday') return addDays(today, -1);
  if (isDate(word)) return word;
  const weekday = word.length < SHORTEST_WEEKDAY ? -1 : WEEKDAYS.findIndex((name) => name.startsWith(word));
  if (weekday < 0) return null;
  // The last such day before today: on a Monday, @monday is a week ago.
  const back = (dayOfWeek(today) - (weekday + 1) + 7) % 7;
  return addDays(today, -(back === 0 ? 7 : back));
}
