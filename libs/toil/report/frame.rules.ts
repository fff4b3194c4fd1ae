import type { BandCut } from '../time/band.rules.js';
import { addDays, dayStart, daysBetween } from '../time/zone.rules.js';
import type { TimeBand } from './interval.js';

/** The days of a report: dates [from, to) and the instants at which each begins in the reporting zone. */
export interface DayFrame {
  from: string;
  to: string;
  zone: string;
  /** starts[i] is the begin of day i; one more at the end closes the last day. */
  starts: number[];
}

/** One person's frame: the days of the report and the bands of the person's own clock. */
export interface PersonFrame {
  days: DayFrame;
  bands: BandCut[];
}

/** The frame for dates [from, to) in the reporting zone. Days may have 23, 24 or 25 hours. */
export function dayFrame(from: string, to: string, zone: string): DayFrame {
  const starts: number[] = [];
  const count = daysBetween(from, to);
  for (let day = 0; day <= count; day++) starts.push(dayStart(addDays(from, day), zone));
  return { from, to, zone, starts };
}

/** The first instant of the frame. */
export const frameStart = (frame: DayFrame): number => frame.starts[0]!;

/** The instant after the last one of the frame. */
export const frameEnd = (frame: DayFrame): number => frame.starts[frame.starts.length - 1]!;

/** The index of the last of `count` rising values that is at or before ms; 0 when all lie after it. */
export function lastAtOrBefore(valueAt: (index: number) => number, count: number, ms: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (valueAt(middle) <= ms) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The day of the frame that holds the instant (which must lie in the frame). */
export const dayAt = ({ starts }: DayFrame, ms: number): number =>
  lastAtOrBefore((index) => starts[index]!, starts.length - 1, ms);

/** The band of the person's clock at the instant. */
export const bandAt = ({ bands }: PersonFrame, ms: number): TimeBand =>
  bands[lastAtOrBefore((index) => bands[index]!.fromMs, bands.length, ms)]!.band;

/** The midnights and band borders that lie strictly between two instants. */
export function bordersBetween({ days, bands }: PersonFrame, afterMs: number, beforeMs: number): number[] {
  const found: number[] = [];
  for (
    let i = lastAtOrBefore((index) => days.starts[index]!, days.starts.length, afterMs);
    i < days.starts.length;
    i++
  ) {
    const at = days.starts[i]!;
    if (at >= beforeMs) break;
    if (at > afterMs) found.push(at);
  }
  for (
    let i = lastAtOrBefore((index) => bands[index]!.fromMs, bands.length, afterMs);
    i < bands.length;
    i++
  ) {
    const at = bands[i]!.fromMs;
    if (at >= beforeMs) break;
    if (at > afterMs) found.push(at);
  }
  return found;
}
