import { addDays, daysBetween } from '../time/zone.rules.js';
import { attributePerson, attributeTickets } from './attribution.rules.js';
import type { Cell } from './cell.rules.js';
import type { DayFrame, PersonFrame } from './frame.rules.js';
import {
  type Attribution,
  type ClockedItem,
  isClocked,
  type TimeBand,
  type ToilView,
  type WorkItem,
} from './interval.js';
import { NO_TIME, type TimeSums } from './metric.rules.js';

/**
 * The time of one service (or person) in one stretch of days; banded is the toil within the time band asked for, again
 * what of all the time also counts for another service.
 */
export interface SlotTime extends TimeSums {
  banded: bigint;
  again: bigint;
}

/** Nothing in a slot. */
export const emptySlot = (): SlotTime => ({ ...NO_TIME, banded: 0n, again: 0n });

/** All attributed time of a range, by service and by person. */
export interface Tally {
  /** service ('' = none) -> time by slot. */
  services: Map<string, SlotTime[]>;
  /** person -> service -> time over all slots. */
  people: Map<string, Map<string, SlotTime>>;
  /** person -> its cells, by day of the frame, slots or not. */
  cells: Map<string, Cell[]>;
  /** Dates on which somebody's time without a clock was cut to 24 h. */
  cappedDates: string[];
  /** Services and people with time that is still running, and from when to when it counts so far. */
  runningServices: Map<string, Running[]>;
  runningPeople: Map<string, Running[]>;
}

/** Half-open, epoch milliseconds; a forgotten incident counts no longer than to its cap. */
export type Running = Pick<ClockedItem, 'startMs' | 'endMs'>;

/** How time is laid out: the days, each person's bands, and the slot of each day (-1 = outside of the question). */
export interface TallyPlan {
  days: DayFrame;
  bandsOf: (personId: string) => PersonFrame['bands'];
  slotOf: (day: number) => number;
  slots: number;
  view: ToilView;
  attribution: Attribution;
  timeBand: TimeBand | null;
}

/** Whether the id stands for the unknown person of an incident that nobody answered. */
export const isUnattended = (personId: string): boolean => personId.startsWith('incident:');

/** Attributes everybody's items and sums them. The order of the items does not matter. */
export const tally = (items: WorkItem[], plan: TallyPlan): Tally => addItems(emptyTally(), items, plan);

/** Adds everybody's time on some of the days, `within`; the items are those that touch these days. */
export function addItems(result: Tally, items: WorkItem[], plan: TallyPlan, within = plan.days): Tally {
  const offset = daysBetween(plan.days.from, within.from);
  for (const [personId, own] of groupByPerson(items)) {
    const frame = { days: within, bands: plan.bandsOf(personId) };
    const sheet =
      plan.view === 'PERSON' ? attributePerson(own, frame, plan.attribution) : attributeTickets(own, frame);
    const cells = sheet.all();
    for (const cell of cells) cell.day += offset;
    addCells(result, plan, personId, cells);
    for (const day of sheet.cappedDays)
      if (plan.slotOf(day + offset) >= 0) result.cappedDates.push(addDays(within.from, day));
    noteRunning(result, own);
  }
  return result;
}

/** Remembers whose time still runs. */
export function noteRunning(result: Tally, items: WorkItem[]): void {
  for (const item of items) {
    if (!isClocked(item) || !item.running) continue;
    const { startMs, endMs, personId } = item;
    const serviceId = item.serviceId ?? '';
    result.runningServices.set(serviceId, [
      ...(result.runningServices.get(serviceId) ?? []),
      { startMs, endMs },
    ]);
    result.runningPeople.set(personId, [...(result.runningPeople.get(personId) ?? []), { startMs, endMs }]);
  }
}

/** A tally of nothing. */
export const emptyTally = (): Tally => ({
  services: new Map(),
  people: new Map(),
  cells: new Map(),
  cappedDates: [],
  runningServices: new Map(),
  runningPeople: new Map(),
});

/** Adds a person's cells to the sums. */
export function addCells(result: Tally, plan: TallyPlan, personId: string, cells: Cell[]): void {
  const known = result.cells.get(personId);
  if (known) known.push(...cells);
  else result.cells.set(personId, [...cells]);
  for (const cell of cells) {
    const slot = plan.slotOf(cell.day);
    if (slot < 0) continue;
    let slots = result.services.get(cell.serviceId);
    if (slots === undefined) {
      slots = Array.from({ length: plan.slots }, emptySlot);
      result.services.set(cell.serviceId, slots);
    }
    addCell(slots[slot]!, cell, personId, plan.timeBand);
    let person = result.people.get(personId);
    if (person === undefined) {
      person = new Map();
      result.people.set(personId, person);
    }
    let mine = person.get(cell.serviceId);
    if (mine === undefined) {
      mine = emptySlot();
      person.set(cell.serviceId, mine);
    }
    addCell(mine, cell, personId, plan.timeBand);
  }
}

function addCell(time: SlotTime, cell: Cell, personId: string, band: TimeBand | null): void {
  const units = BigInt(cell.units);
  if (cell.again) time.again += BigInt(cell.again);
  switch (cell.workClass) {
    case 'TOIL':
      time.toil += units;
      if (band === null || band === cell.band) time.banded += units;
      if (isUnattended(personId)) time.unattended += units;
      break;
    case 'ENGINEERING':
      time.engineering += units;
      break;
    case 'OVERHEAD':
      time.overhead += units;
      break;
    case 'UNCLASSIFIED':
      time.unclassified += units;
  }
}

/** Sum of some slots. */
export function sumSlots(slots: Iterable<SlotTime>): SlotTime {
  const sum = emptySlot();
  for (const slot of slots) {
    sum.toil += slot.toil;
    sum.engineering += slot.engineering;
    sum.overhead += slot.overhead;
    sum.unclassified += slot.unclassified;
    sum.unattended += slot.unattended;
    sum.banded += slot.banded;
    sum.again += slot.again;
  }
  return sum;
}

function groupByPerson(items: WorkItem[]): Map<string, WorkItem[]> {
  const people = new Map<string, WorkItem[]>();
  for (const item of items) {
    const own = people.get(item.personId);
    if (own) own.push(item);
    else people.set(item.personId, [item]);
  }
  return people;
}
