import { addDays, dayNumber, dayOfWeek, dayStart } from './zone.rules.js';

/** The day on which the organisation's weeks begin. */
export const WEEK_DAYS = ['MONDAY', 'SUNDAY'] as const;
export type WeekDay = (typeof WEEK_DAYS)[number];

/** The first day of the week that holds the date. */
export function weekStarting(date: string, weekStart: WeekDay): string {
  const sinceMonday = dayOfWeek(date) - 1;
  return addDays(date, -(weekStart === 'MONDAY' ? sinceMonday : (sinceMonday + 1) % 7));
}

/**
 * The ISO label of a week, e.g. 2026-W10. A week that starts on Sunday bears the ISO number of its Thursday, the ISO
 * week that it shares six of its days with.
 */
export function weekLabel(firstDay: string): string {
  const thursday = addDays(firstDay, (4 - dayOfWeek(firstDay) + 7) % 7);
  const year = thursday.slice(0, 4);
  const number = Math.floor((dayNumber(thursday) - dayNumber(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** Clock length of the whole week in the zone, in hours rounded half-up: 168, or 167 and 169 where the clock changes. */
export function weekHours(firstDay: string, zone: string): number {
  return Math.round((dayStart(addDays(firstDay, 7), zone) - dayStart(firstDay, zone)) / 3_600_000);
}

/** One week of a range: from and to cut to the range, firstDay the real start. */
export interface WeekOfRange {
  firstDay: string;
  from: string;
  to: string;
}

/** The weeks that [from, to) touches, in order, each cut to the range. */
export function weeksOf(from: string, to: string, weekStart: WeekDay): WeekOfRange[] {
  const weeks: WeekOfRange[] = [];
  for (let firstDay = weekStarting(from, weekStart); firstDay < to; firstDay = addDays(firstDay, 7)) {
    const next = addDays(firstDay, 7);
    weeks.push({ firstDay, from: firstDay < from ? from : firstDay, to: next < to ? next : to });
  }
  return weeks;
}
