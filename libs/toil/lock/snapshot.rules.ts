import { Rational } from '../automation/rational.rules.js';
import type { Capacity } from '../capacity/capacity.rules.js';
import { secondsOfShares, sumShares } from '../capacity/capacity.rules.js';
import type { Cell } from '../report/cell.rules.js';
import type { Attribution, IncidentMode, TimeBand, ToilView, WorkClass } from '../report/interval.js';
import type { MetricQuestion } from '../report/metric.rules.js';
import { emptySlot, isUnattended, type SlotTime } from '../report/tally.rules.js';

/** The frozen time of one service ('' = none), class and band; units of 1/720720 s as text, because they exceed 2^53. */
export interface FrozenTime {
  serviceId: string;
  workClass: WorkClass;
  band: TimeBand;
  units: string;
  /** The part of it that only the wall clock of unanswered incidents tells of. */
  unattended: string;
  /** The part of it that also counts for another service; absent = none. */
  again?: string;
}

/** Everything that a locked week's numbers are made of, so that every question about it can be answered again. */
export interface Snapshot {
  from: string;
  to: string;
  zone: string;
  /** Capacity by service, in shares (see capacity.rules), with the work days a week they refer to. */
  capacity: Record<string, string>;
  workDaysPerWeek: number;
  /** By view; the person view in equal parts. */
  time: Record<ToilView, Record<IncidentMode, FrozenTime[]>>;
  /** The person view by the other attributions; weeks that were frozen before there were any know none. */
  shared?: Record<SharedAttribution, Record<IncidentMode, FrozenTime[]>>;
}

/** The attributions beside equal parts. */
export type SharedAttribution = Exclude<Attribution, 'EQUAL_SPLIT'>;

/** Sums everybody's cells for freezing. */
export function freezeTime(cellsByPerson: Map<string, Cell[]>): FrozenTime[] {
  const sums = new Map<string, { cell: Cell; units: bigint; unattended: bigint; again: bigint }>();
  for (const [personId, cells] of cellsByPerson) {
    for (const cell of cells) {
      const key = `${cell.workClass}|${cell.band}|${cell.serviceId}`;
      const sum = sums.get(key) ?? { cell, units: 0n, unattended: 0n, again: 0n };
      sum.units += BigInt(cell.units);
      sum.again += BigInt(cell.again ?? 0);
      if (isUnattended(personId)) sum.unattended += BigInt(cell.units);
      sums.set(key, sum);
    }
  }
  return [...sums.values()].map(({ cell, units, unattended, again }) => ({
    serviceId: cell.serviceId,
    workClass: cell.workClass,
    band: cell.band,
    units: String(units),
    unattended: String(unattended),
    ...(again === 0n ? {} : { again: String(again) }),
  }));
}

/** The capacity of each service over the whole of a range, for freezing. */
export function freezeCapacity(capacity: Capacity): Record<string, string> {
  const frozen: Record<string, string> = {};
  for (const [serviceId, people] of capacity.byService) {
    const [days] = people.values();
    frozen[serviceId] = String(sumShares(people.values(), 0, days?.length ?? 0));
  }
  return frozen;
}

/** What was frozen of the services asked about, as a metric needs it; null where that attribution was not frozen. */
export function frozenSums(
  snapshot: Snapshot,
  question: Pick<MetricQuestion, 'view' | 'mode' | 'attribution' | 'timeBand'>,
  serviceIds: string[],
  whole: boolean,
): { sums: SlotTime; capacity: Rational } | null {
  const { view, mode, attribution, timeBand } = question;
  const frozen =
    view === 'TICKET' || attribution === 'EQUAL_SPLIT' ? snapshot.time[view] : snapshot.shared?.[attribution];
  if (!frozen) return null;
  const selected = new Set(serviceIds);
  const counts = (id: string): boolean => whole || selected.has(id);
  const sums = emptySlot();
  for (const time of frozen[mode]) {
    if (counts(time.serviceId)) addFrozen(sums, time, timeBand);
  }
  let shares = 0n;
  for (const [id, own] of Object.entries(snapshot.capacity)) if (counts(id)) shares += BigInt(own);
  const { numerator, denominator } = secondsOfShares(shares, snapshot.workDaysPerWeek);
  return { sums, capacity: Rational.of(numerator, denominator) };
}

function addFrozen(sums: SlotTime, time: FrozenTime, band: TimeBand | null): void {
  const units = BigInt(time.units);
  sums.again += BigInt(time.again ?? 0);
  switch (time.workClass) {
    case 'TOIL':
      sums.toil += units;
      sums.unattended += BigInt(time.unattended);
      if (band === null || band === time.band) sums.banded += units;
      break;
    case 'ENGINEERING':
      sums.engineering += units;
      break;
    case 'OVERHEAD':
      sums.overhead += units;
      break;
    case 'UNCLASSIFIED':
      sums.unclassified += units;
  }
}
