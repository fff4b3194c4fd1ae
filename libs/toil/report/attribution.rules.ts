import { bandOfDate } from '../time/band.rules.js';
import { daysBetween } from '../time/zone.rules.js';
import { CellSheet } from './cell.rules.js';
import { bandAt, bordersBetween, dayAt, frameEnd, frameStart, type PersonFrame } from './frame.rules.js';
import { type ClockedItem, isClocked, type UnclockedItem, WORK_CLASSES, type WorkItem } from './interval.js';
import { addUnclocked } from './unclocked.rules.js';

/**
 * Whose time is it? Theory of operation.
 *
 * PERSON view, for one person: every start and end of the clocked items, every midnight of the reporting zone and every
 * band border of the person's zone cut the time into slices. In each slice one class wins: TOIL before ENGINEERING before
 * OVERHEAD before UNCLASSIFIED (an interrupt takes the time away from whatever was going on). The slice's length goes in
 * equal parts to the distinct services of the winning class; a piece of work without a service gets it only when no
 * service claims it. So an hour is counted once, however many items cover it. Items without clock times are added on top.
 *
 * TICKET view: every item in full, nothing is united or taken away.
 */
export function attributePerson(items: WorkItem[], frame: PersonFrame): CellSheet {
  const sheet = new CellSheet();
  const covered = new Float64Array(frame.days.starts.length);
  sweep(items.filter(isClocked), frame, (fromMs, toMs, active) => {
    const today = dayAt(frame.days, fromMs);
    const winner = WORK_CLASSES.find((workClass) => active.of(workClass) !== null);
    if (winner === undefined) return;
    const seconds = (toMs - fromMs) / 1000;
    covered[today]! += seconds;
    sheet.split(today, winner, bandAt(frame, fromMs), active.of(winner)!, seconds);
  });
  addUnclocked(sheet, unclockedIn(items, frame), frame.days, covered);
  return sheet;
}

/** Every item in full, cut only at days and bands. */
export function attributeTickets(items: WorkItem[], frame: PersonFrame): CellSheet {
  const sheet = new CellSheet();
  for (const item of items) {
    if (!isClocked(item)) continue;
    sweep([item], frame, (fromMs, toMs) => {
      const seconds = (toMs - fromMs) / 1000;
      sheet.add(
        dayAt(frame.days, fromMs),
        item.workClass,
        bandAt(frame, fromMs),
        item.serviceId ?? '',
        seconds,
      );
    });
  }
  for (const item of unclockedIn(items, frame)) {
    const today = daysBetween(frame.days.from, item.date);
    sheet.add(today, item.workClass, bandOfDate(item.date), item.serviceId ?? '', item.seconds);
  }
  return sheet;
}

function unclockedIn(items: WorkItem[], { days }: PersonFrame): UnclockedItem[] {
  return items.filter(
    (item): item is UnclockedItem => !isClocked(item) && item.date >= days.from && item.date < days.to,
  );
}

/** What goes on in a slice: the services at work in each class ('' stands for none), counted because items overlap. */
class Active {
  private readonly services = WORK_CLASSES.map(() => new Map<string, number>());

  change(item: ClockedItem, by: 1 | -1): void {
    const services = this.services[WORK_CLASSES.indexOf(item.workClass)]!;
    const key = item.serviceId ?? '';
    const count = (services.get(key) ?? 0) + by;
    if (count === 0) services.delete(key);
    else services.set(key, count);
  }

  /** The distinct services of the class, null when nothing of that class is going on. */
  of(workClass: (typeof WORK_CLASSES)[number]): string[] | null {
    const services = this.services[WORK_CLASSES.indexOf(workClass)]!;
    if (services.size === 0) return null;
    if (services.size === 1) return [...services.keys()];
    return [...services.keys()].filter((service) => service !== '').sort();
  }
}

interface Change {
  atMs: number;
  item: ClockedItem | null;
  by: 1 | -1;
}

function sweep(
  items: ClockedItem[],
  frame: PersonFrame,
  slice: (fromMs: number, toMs: number, active: Active) => void,
): void {
  const changes: Change[] = [];
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    const start = Math.max(item.startMs, frameStart(frame.days));
    const end = Math.min(item.endMs, frameEnd(frame.days));
    if (start >= end) continue;
    changes.push({ atMs: start, item, by: 1 }, { atMs: end, item, by: -1 });
    first = Math.min(first, start);
    last = Math.max(last, end);
  }
  for (const atMs of bordersBetween(frame, first, last)) changes.push({ atMs, item: null, by: 1 });
  changes.sort((a, b) => a.atMs - b.atMs);
  const active = new Active();
  let since = first;
  for (const change of changes) {
    if (change.atMs > since) {
      slice(since, change.atMs, active);
      since = change.atMs;
    }
    if (change.item) active.change(change.item, change.by);
  }
}
