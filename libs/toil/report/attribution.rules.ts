import { bandOfDate } from '../time/band.rules.js';
import { daysBetween } from '../time/zone.rules.js';
import { CellSheet } from './cell.rules.js';
import { bandAt, bordersBetween, dayAt, frameEnd, frameStart, type PersonFrame } from './frame.rules.js';
import {
  type Attribution,
  type ClockedItem,
  isClocked,
  type UnclockedItem,
  WORK_CLASSES,
  type WorkClass,
  type WorkItem,
} from './interval.js';
import { addUnclocked } from './unclocked.rules.js';

/**
 * Whose time is it? Theory of operation.
 *
 * PERSON view, for one person: every start and end of the clocked items, every midnight of the reporting zone and every
 * band border of the person's zone cut the time into slices. In each slice one class wins: TOIL before ENGINEERING before
 * OVERHEAD before UNCLASSIFIED (an interrupt takes the time away from whatever was going on). The slice's length goes in
 * equal parts to the distinct services of the winning class; a piece of work without a service gets it only when no
 * service claims it. So an hour is counted once, however many items cover it. Items without clock times are added on top.
 * The other attributions differ only in slices that several services claim: SEVERITY_WINS leaves those with the most severe
 * incident, FULL gives the whole slice to each.
 *
 * TICKET view: every item in full, nothing is united or taken away.
 */
export function attributePerson(
  items: WorkItem[],
  frame: PersonFrame,
  attribution: Attribution = 'EQUAL_SPLIT',
): CellSheet {
  const sheet = new CellSheet();
  const covered = new Float64Array(frame.days.starts.length);
  sweep(items.filter(isClocked), frame, (fromMs, toMs, active) => {
    const today = dayAt(frame.days, fromMs);
    const winner = WORK_CLASSES.findIndex((_, index) => active.has(index));
    if (winner < 0) return;
    const seconds = (toMs - fromMs) / 1000;
    covered[today]! += seconds;
    const workClass = WORK_CLASSES[winner] as WorkClass;
    const band = bandAt(frame, fromMs);
    const services = active.services(winner);
    if (services.length === 1) return sheet.add(today, workClass, band, services[0] as string, seconds);
    sheet.shared = true;
    const claimants = attribution === 'SEVERITY_WINS' ? active.worst(winner, services) : services;
    sheet.split(today, workClass, band, claimants, seconds, attribution === 'FULL');
  });
  addUnclocked(sheet, unclockedIn(items, frame), frame.days, covered);
  return sheet;
}

/** Every item in full, cut only at days and bands. */
export function attributeTickets(items: WorkItem[], frame: PersonFrame): CellSheet {
  const sheet = new CellSheet();
  for (const item of items) {
    if (!isClocked(item)) continue;
    const end = Math.min(item.endMs, frameEnd(frame.days));
    let since = Math.max(item.startMs, frameStart(frame.days));
    if (since >= end) continue;
    const cuts = bordersBetween(frame, since, end).sort((a, b) => a - b);
    for (const until of [...cuts, end]) {
      const today = dayAt(frame.days, since);
      const seconds = (until - since) / 1000;
      sheet.add(today, item.workClass, bandAt(frame, since), item.serviceId ?? '', seconds);
      since = until;
    }
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

/** Where work outside of incidents ranks: below every severity. */
const NO_SEVERITY = 6;

/**
 * What goes on in a slice: by class, the services at work ('' stands for none) with how many of their items have each rank
 * (position 1 to 5 the severity, 6 none; position 0 all of them).
 */
class Active {
  private readonly classes = WORK_CLASSES.map(() => new Map<string, number[]>());

  change(item: ClockedItem, by: 1 | -1): void {
    const services = this.classes[WORK_CLASSES.indexOf(item.workClass)]!;
    const key = item.serviceId ?? '';
    let counts = services.get(key);
    if (counts === undefined) {
      counts = [0, 0, 0, 0, 0, 0, 0];
      services.set(key, counts);
    }
    counts[0]! += by;
    counts[item.severity ?? NO_SEVERITY]! += by;
    if (counts[0] === 0) services.delete(key);
  }

  /** Whether anything of the class (its position) is going on. */
  has(workClass: number): boolean {
    return this.classes[workClass]!.size > 0;
  }

  /** The distinct services of a class that is going on; none ('') only where no service claims the time. */
  services(workClass: number): string[] {
    const services = this.classes[workClass]!;
    if (services.size === 1) return [...services.keys()];
    return [...services.keys()].filter((service) => service !== '').sort();
  }

  /** Those of the services whose incident is the most severe; all of them where none has an incident. */
  worst(workClass: number, services: string[]): string[] {
    const rankOf = (service: string): number =>
      this.classes[workClass]!.get(service)!.findIndex((count, rank) => rank > 0 && count > 0);
    const best = Math.min(...services.map(rankOf));
    return services.filter((service) => rankOf(service) === best);
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
