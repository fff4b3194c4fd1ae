/** Work between two readings of the clock, in minutes since the midnight that begins its date; an end over 1440 lies on the next day. */
export interface ClockRange {
  startMinutes: number;
  endMinutes: number;
}

/** A range in a line: where it stands, and its minutes, or why it is none. */
export interface FoundRange {
  at: number;
  text: string;
  range: ClockRange | null;
  message: string;
}

const DAY = 1440;
const NOON = 720;
/** Over midnight so long at most: "9:00-5:30" more likely means half past five in the afternoon. */
const LONGEST_OVER_MIDNIGHT = 720;

const TIME = String.raw`(?:(오전|오후)\s*)?(\d{1,2})(?::(\d{2})|(시)(?:\s*(\d{1,2})분|\s*(반))?)?\s*([ap]\.?m\.?)?`;
const BETWEEN = String.raw`\s*(?:[-~–—〜～]|부터|에서|\bto\b)\s*`;
const RANGE = new RegExp(String.raw`(?<=^|\s)${TIME}${BETWEEN}${TIME}(?:까지)?(?=\s|$)`, 'giu');

interface Reading {
  hour: number;
  minute: number;
  half: 'AM' | 'PM' | null;
  /** 09:00 and 0:30 are written on a clock of 24 hours; 9:00 may be either. */
  is24h: boolean;
  isClock: boolean;
}

/**
 * The first range of clock times in a line: `9am-10:30am`, `09:00-11:30`, `14:00~15:00`, `9:00 to 10:00`, `오전 9시-10시 30분`.
 * At least one side is a clock time by its form ("pods 3-5" is none). A side without am or pm takes the reading that makes
 * the range shorter where the other side has one, otherwise the clock has 24 hours. An end that is not after the start lies
 * on the next day, at most 12 hours later; 24:00 is an end.
 */
export function clockRangeIn(line: string): FoundRange | null {
  for (const match of line.matchAll(RANGE)) {
    const [start, end] = [readingOf(match.slice(1, 8)), readingOf(match.slice(8, 15))];
    if (!start.isClock && !end.isClock) continue;
    return { at: match.index, text: match[0], ...judged(start, end) };
  }
  return null;
}

function judged(start: Reading, end: Reading): Pick<FoundRange, 'range' | 'message'> {
  const no = (message: string) => ({ range: null, message });
  const starts = minutesOf(start, end.half !== null);
  const ends = minutesOf(end, start.half !== null);
  if (starts.length === 0 || ends.length === 0 || starts[0] === DAY)
    return no('A time looks like 9am, 9:30, 14:00 or 오전 9시; a range like 9am-10:30am.');
  const ranges = starts.flatMap((startMinutes) =>
    ends.map((minutes) => ({ startMinutes, endMinutes: minutes > startMinutes ? minutes : minutes + DAY })),
  );
  const length = (range: ClockRange) => range.endMinutes - range.startMinutes;
  const range = ranges.reduce((best, one) => (length(one) < length(best) ? one : best));
  if (range.endMinutes > DAY && length(range) > LONGEST_OVER_MIDNIGHT)
    return no(
      'It ends before it starts. Is it afternoon? Say 17:30 or 5:30pm; over midnight a range has at most 12 hours.',
    );
  return { range, message: '' };
}

function readingOf(parts: (string | undefined)[]): Reading {
  const [korean, hour = '', minute, oclock, koreanMinute, halfPast, latin] = parts;
  const half = korean === '오전' || latin?.[0]?.toLowerCase() === 'a' ? 'AM' : korean || latin ? 'PM' : null;
  return {
    hour: Number(hour),
    minute: halfPast ? 30 : Number(minute ?? koreanMinute ?? 0),
    half,
    is24h: hour.startsWith('0') || Number(hour) > 12,
    isClock: minute !== undefined || half !== null || oclock !== undefined,
  };
}

// What the reading may mean, in minutes since midnight; nothing where the clock never shows it.
function minutesOf({ hour, minute, half, is24h }: Reading, eitherHalf: boolean): number[] {
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0) || (half !== null && hour > 12)) return [];
  const inHalf = (hour % 12) * 60 + minute;
  if (half !== null) return hour === 0 && half === 'PM' ? [] : [half === 'AM' ? inHalf : inHalf + NOON];
  return eitherHalf && !is24h ? [inHalf, inHalf + NOON] : [hour * 60 + minute];
}
