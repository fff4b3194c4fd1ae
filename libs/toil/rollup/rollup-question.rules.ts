import { type DayFrame, dayFrame, frameEnd, frameStart } from '../report/frame.rules.js';
import type { Attribution, IncidentMode, TimeBand, ToilView } from '../report/interval.js';
import type { TallyPlan } from '../report/tally.rules.js';
import { addDays, dateOf, daysBetween } from '../time/zone.rules.js';
import { common, type DateRange, without } from './date-range.rules.js';
import { unitColumn } from './unit-column.rules.js';
import { mondayOf } from './week-cell.rules.js';

/** What is asked about time: dates of `days`, in slots that each begin on a day of `slotStarts` and end with the next. */
export interface TimeQuestion {
  days: DayFrame;
  slotStarts: string[];
  view: ToilView;
  mode: IncidentMode;
  attribution: Attribution;
  timeBand: TimeBand | null;
  /** Only these services' ('' = none); null = all. Others may be told as well. */
  serviceIds: string[] | null;
  asOf: Date;
  /** Only what had been recorded by then; null = everything known now. */
  knownBy: Date | null;
  /** Only what had happened by then; null = everything. */
  cutAt: Date | null;
}

/** The unit column that answers a question. */
export const columnOf = ({ view, mode, attribution }: TimeQuestion): number =>
  unitColumn(view, mode, attribution);

/** How the time of a question is laid out in a tally. */
export function planOf(question: TimeQuestion, bandsOf: TallyPlan['bandsOf']): TallyPlan {
  const { days, slotStarts } = question;
  const count = daysBetween(days.from, days.to);
  const starts = slotStarts.map((start) => daysBetween(days.from, start));
  const slots: number[] = [];
  for (let day = 0, slot = -1; day < count; day++) {
    while (starts[slot + 1] !== undefined && starts[slot + 1]! <= day) slot++;
    slots.push(slot);
  }
  return { ...question, bandsOf, slotOf: (day) => slots[day] ?? -1, slots: slotStarts.length };
}

/** The part of the frame on some of its dates. */
export const partOfFrame = ({ zone }: DayFrame, { from, to }: DateRange): DayFrame =>
  dayFrame(from, to, zone);

/** Whether the time [startMs, endMs) touches the frame. */
export const touchesFrame = (item: { startMs: number; endMs: number }, days: DayFrame): boolean =>
  item.startMs < frameEnd(days) && item.endMs > frameStart(days);

/**
 * The dates that roll-ups may answer for, and those that only the facts can. What had happened by an instant lies in whole
 * days before it, and in the part of its own day. What had been recorded by an instant is next to nothing in later weeks.
 */
export function sourcesOf({ days, knownBy, cutAt }: TimeQuestion): {
  sums: DateRange | null;
  facts: DateRange[];
} {
  if (cutAt) {
    const today = dateOf(cutAt.getTime(), days.zone);
    const cutDay = common(days, { from: today, to: addDays(today, 1) });
    return { sums: common(days, { from: days.from, to: today }), facts: cutDay ? [cutDay] : [] };
  }
  if (!knownBy) return { sums: { from: days.from, to: days.to }, facts: [] };
  const next = addDays(mondayOf(addDays(dateOf(knownBy.getTime(), days.zone), 1)), 7);
  const sums = common(days, { from: days.from, to: next });
  return { sums, facts: without(days, sums ? [sums] : []) };
}
