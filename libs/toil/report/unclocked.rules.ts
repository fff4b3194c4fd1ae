import { bandOfDate } from '../time/band.rules.js';
import { daysBetween } from '../time/zone.rules.js';
import { type CellSheet, UNITS_PER_SECOND } from './cell.rules.js';
import type { DayFrame } from './frame.rules.js';
import { type UnclockedItem, WORK_CLASSES, type WorkClass } from './interval.js';

const DAY_SECONDS = 86_400;

/**
 * Adds items without clock times on top of the clocked ones. They cannot be united with anything, so the only guard is
 * that a person's day holds at most 24 h: what is left beside the clocked seconds is granted to the classes in their
 * order, within a class in proportion, and a day that was cut is remembered on the sheet. Amendments may be negative:
 * they reduce the cell of their service and class before the cut.
 */
export function addUnclocked(
  sheet: CellSheet,
  items: UnclockedItem[],
  frame: DayFrame,
  covered: Float64Array,
): void {
  for (const [date, today] of byDate(items)) {
    const day = daysBetween(frame.from, date);
    let room = Math.max(0, DAY_SECONDS - (covered[day] ?? 0));
    let cut = false;
    for (const workClass of WORK_CLASSES) {
      const claims = claimsOf(today, workClass);
      const wanted = claims.reduce((sum, [, seconds]) => sum + Math.max(0, seconds), 0);
      const granted = Math.min(wanted, room);
      room -= granted;
      cut ||= granted < wanted;
      grant(sheet, day, date, workClass, claims, wanted, granted);
    }
    if (cut) sheet.cappedDays.push(day);
  }
}

function grant(
  sheet: CellSheet,
  day: number,
  date: string,
  workClass: WorkClass,
  claims: [service: string, seconds: number][],
  wanted: number,
  granted: number,
): void {
  const band = bandOfDate(date);
  let left = BigInt(granted) * BigInt(UNITS_PER_SECOND);
  let open = BigInt(wanted);
  for (const [service, seconds] of claims) {
    if (seconds <= 0) {
      sheet.add(day, workClass, band, service, seconds);
      continue;
    }
    // Share of what is left by what is still open: exact in sum, however the single divisions round.
    const units = (left * BigInt(seconds)) / open;
    sheet.addUnits(day, workClass, band, service, Number(units));
    left -= units;
    open -= BigInt(seconds);
  }
}

function byDate(items: UnclockedItem[]): Map<string, UnclockedItem[]> {
  const dates = new Map<string, UnclockedItem[]>();
  for (const item of items) {
    const today = dates.get(item.date);
    if (today) today.push(item);
    else dates.set(item.date, [item]);
  }
  return dates;
}

function claimsOf(items: UnclockedItem[], workClass: WorkClass): [string, number][] {
  const services = new Map<string, number>();
  for (const item of items) {
    if (item.workClass !== workClass) continue;
    const key = item.serviceId ?? '';
    services.set(key, (services.get(key) ?? 0) + item.seconds);
  }
  return [...services].sort(([a], [b]) => (a < b ? -1 : 1));
}
