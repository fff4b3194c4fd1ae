import { parseQuickEntry, type QuickEntryFrame } from '../capture/quick-entry.rules.js';
import { addDays } from '../time/zone.rules.js';

/** One line of a weekly report, and how it was understood; with a fault it counts for nothing. */
export interface ReadLine {
  /** 1 = the first line of the text, blank ones counted. */
  position: number;
  /** As it was typed. */
  text: string;
  service: string | null;
  taskType: string | null;
  durationSeconds: number | null;
  note: string | null;
  faults: string[];
}

const BULLET = /^\s*(?:[-*•]|\d+[.)])\s+/;

/**
 * Reads a weekly report, one line for each piece of work, in the words of the quick entry (`- 45m checkout restarted pods
 * #deploy`). Blank lines are left out. A line needs a duration and a service, and a date in it lies in the week.
 */
export function readSnippet(text: string, weekStarting: string, frame: QuickEntryFrame): ReadLine[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    const words = line.replace(BULLET, '').trim();
    if (words === '') return [];
    const entry = parseQuickEntry(words, { ...frame, ofManyDays: true });
    const { durationSeconds, service, taskType, date, isDated, note, faults } = entry;
    const outside = isDated && (date < weekStarting || date >= addDays(weekStarting, 7));
    return {
      ...{ position: index + 1, text: line.trim(), service, taskType, durationSeconds, note },
      faults: [
        ...faults.map((fault) => fault.message),
        ...(service === null ? ['Which service was it for? No word is the key of one.'] : []),
        ...(outside ? [`${date} lies outside of the week of ${weekStarting}.`] : []),
      ],
    };
  });
}

/** Seconds of toil by service: the sum over the lines that were understood and are toil. */
export function toilOfLines(
  lines: readonly {
    service: string | null;
    durationSeconds: number | null;
    faults: readonly string[];
    isToil: boolean;
  }[],
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { service, durationSeconds, faults, isToil } of lines) {
    if (service === null || durationSeconds === null || faults.length > 0 || !isToil) continue;
    sums.set(service, (sums.get(service) ?? 0) + durationSeconds);
  }
  return sums;
}
