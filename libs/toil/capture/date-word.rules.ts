import { addDays, dayOfWeek, isDate } from '../time/zone.rules.js';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const WEEKDAYS_IN_KOREAN = '월화수목금토일';
const SHORTEST_WEEKDAY = 3;

/** The date that a word means: today, yesterday, the last such weekday before today, or 2026-03-04; null when it is none. */
export function dateOfWord(word: string, today: string): string | null {
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
