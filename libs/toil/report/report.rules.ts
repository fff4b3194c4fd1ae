import { Rational } from '../automation/rational.rules.js';
import { type Capacity, secondsOfShares, sumShares } from '../capacity/capacity.rules.js';
import { type AnswerFact, type ExcessDay, PersonWeights, surveyOf } from '../survey/supplement.rules.js';
import type { WeekOfRange } from '../time/week.rules.js';
import { dayStart, daysBetween } from '../time/zone.rules.js';
import {
  bandOf,
  type Metric,
  type MetricQuestion,
  type Supplement,
  secondsOfUnits,
  toilMetric,
  wholeSeconds,
} from './metric.rules.js';
import { type Running, type SlotTime, sumSlots, type Tally } from './tally.rules.js';
import type { ToilBand, ToilThresholds } from './threshold.rules.js';

/** A number of a report, with the instant as of which it holds and whether running work may still raise it. */
export interface MetricValue extends Metric {
  asOf: Date;
  provisional: boolean;
  /** Whether some of its time also counts for another service (attribution FULL). */
  doubleCounted: boolean;
}

/** One service of a report. */
export interface ServiceToil {
  serviceId: string;
  toil: MetricValue;
  engineeringSeconds: number;
  overheadSeconds: number;
  band: ToilBand;
}

/** One person of a report. */
export interface PersonToil {
  personId: string;
  toil: MetricValue;
  engineeringSeconds: number;
  overheadSeconds: number;
}

/** Everything that the numbers of one report are made of. */
export interface ReportBasis {
  question: MetricQuestion;
  thresholds: ToilThresholds;
  asOf: Date;
  /** The reporting zone, in which the dates begin and end. */
  zone: string;
  from: string;
  to: string;
  weeks: WeekOfRange[];
  /** The services asked about, by key; whole = all there are, and then work for no service counts in the total. */
  serviceIds: string[];
  whole: boolean;
  tally: Tally;
  capacity: Capacity;
  /** Only of combined reports. */
  combined: { answers: AnswerFact[]; excess: ExcessDay[] } | null;
}

/** A stretch of the report: dates [from, to) and the slots that make it up. */
interface Stretch {
  from: string;
  to: string;
  firstSlot: number;
  lastSlot: number;
}

/** The whole range. */
export const wholeRange = ({ from, to, weeks }: ReportBasis): Stretch => ({
  from,
  to,
  firstSlot: 0,
  lastSlot: weeks.length - 1,
});

/** One week of the range. */
export const weekRange = ({ weeks }: ReportBasis, slot: number): Stretch => {
  const week = weeks[slot]!;
  return { from: week.from, to: week.to, firstSlot: slot, lastSlot: slot };
};

/** The selected services together: sum over sum, never the mean of percentages. */
export function totalOf(basis: ReportBasis, stretch: Stretch): MetricValue {
  const ids = basis.whole ? [...basis.serviceIds, ''] : basis.serviceIds;
  const sums = sumSlots(ids.flatMap((id) => slotsOf(basis, id, stretch)));
  const running = ids.flatMap((id) => basis.tally.runningServices.get(id) ?? []);
  return valued(basis, stretch, metricOf(basis, basis.serviceIds, sums, stretch), sums, running);
}

/** Each selected service by itself. */
export function servicesOf(basis: ReportBasis, stretch: Stretch): ServiceToil[] {
  return basis.serviceIds.map((serviceId) => {
    const sums = sumSlots(slotsOf(basis, serviceId, stretch));
    const metric = metricOf(basis, [serviceId], sums, stretch);
    return {
      serviceId,
      toil: valued(basis, stretch, metric, sums, basis.tally.runningServices.get(serviceId)),
      engineeringSeconds: whole(sums.engineering),
      overheadSeconds: whole(sums.overhead),
      band: bandOf(metric.share, basis.thresholds),
    };
  });
}

/** The selected services' toil of each person over the person's whole capacity. */
export function peopleOf(basis: ReportBasis, personIds: string[]): PersonToil[] {
  const selected = new Set(basis.whole ? [...basis.serviceIds, ''] : basis.serviceIds);
  return personIds.map((personId) => {
    const own = [...(basis.tally.people.get(personId) ?? [])].filter(([serviceId]) =>
      selected.has(serviceId),
    );
    const sums = sumSlots(own.map(([, time]) => time));
    const days = basis.capacity.byPerson.get(personId);
    const capacity = seconds(basis.capacity, days ? sumShares([days], 0, days.length) : 0n);
    const supplement = basis.combined && {
      excessSeconds: excessOf(
        basis,
        wholeRange(basis),
        (day) => day.personId === personId && selected.has(day.serviceId),
      ),
      survey: null,
    };
    const metric = toilMetric(sums, capacity, basis.question, basis.thresholds, supplement, sums.banded);
    return {
      personId,
      toil: valued(basis, wholeRange(basis), metric, sums, basis.tally.runningPeople.get(personId)),
      engineeringSeconds: whole(sums.engineering),
      overheadSeconds: whole(sums.overhead),
    };
  });
}

/** Everybody with capacity on the selected services, or with time that counts for them. */
export function involvedPeople(basis: ReportBasis): string[] {
  const selected = new Set(basis.whole ? [...basis.serviceIds, ''] : basis.serviceIds);
  const people = new Set<string>();
  for (const serviceId of selected)
    for (const id of basis.capacity.byService.get(serviceId)?.keys() ?? []) people.add(id);
  for (const [id, services] of basis.tally.people) {
    if ([...services.keys()].some((serviceId) => selected.has(serviceId))) people.add(id);
  }
  return [...people];
}

/** Seconds of capacity of some services on the dates of a stretch. */
export function capacitySeconds(
  { capacity }: ReportBasis,
  serviceIds: string[],
  { from, to }: Pick<Stretch, 'from' | 'to'>,
): Rational {
  const first = daysBetween(capacity.from, from);
  const last = daysBetween(capacity.from, to);
  let shares = 0n;
  for (const id of serviceIds) shares += sharesOf(capacity, id, first, last);
  return seconds(capacity, shares);
}

const known = new WeakMap<Capacity, Map<string, bigint>>();

// A total and its services ask for the same sums.
function sharesOf(capacity: Capacity, serviceId: string, first: number, last: number): bigint {
  let sums = known.get(capacity);
  if (sums === undefined) {
    sums = new Map();
    known.set(capacity, sums);
  }
  const key = `${first} ${last} ${serviceId}`;
  let shares = sums.get(key);
  if (shares === undefined) {
    shares = sumShares(capacity.byService.get(serviceId)?.values() ?? [], first, last);
    sums.set(key, shares);
  }
  return shares;
}

function seconds(capacity: Capacity, shares: bigint): Rational {
  const { numerator, denominator } = secondsOfShares(shares, capacity.workDaysPerWeek);
  return Rational.of(numerator, denominator);
}

function metricOf(basis: ReportBasis, serviceIds: string[], sums: SlotTime, stretch: Stretch): Metric {
  const capacity = capacitySeconds(basis, serviceIds, stretch);
  return toilMetric(
    sums,
    capacity,
    basis.question,
    basis.thresholds,
    supplementOf(basis, serviceIds, stretch),
    sums.banded,
  );
}

function supplementOf(basis: ReportBasis, serviceIds: string[], stretch: Stretch): Supplement | null {
  if (!basis.combined) return null;
  const selected = new Set(serviceIds);
  const weights = new PersonWeights(basis.capacity, serviceIds);
  return {
    excessSeconds: excessOf(basis, stretch, (day) => selected.has(day.serviceId)),
    survey: surveyOf(basis.combined.answers, weights, stretch.from, stretch.to),
  };
}

// Snippets have no clock: their excess lies in business hours, like other work without one.
function excessOf(basis: ReportBasis, { from, to }: Stretch, counts: (day: ExcessDay) => boolean): Rational {
  const { timeBand } = basis.question;
  if (timeBand !== null && timeBand !== 'BUSINESS') return Rational.of(0);
  const within = (basis.combined?.excess ?? []).filter(
    (day) => day.date >= from && day.date < to && counts(day),
  );
  return Rational.sum(within.map((day) => day.seconds));
}

const slotsOf = ({ tally }: ReportBasis, serviceId: string, { firstSlot, lastSlot }: Stretch): SlotTime[] =>
  tally.services.get(serviceId)?.slice(firstSlot, lastSlot + 1) ?? [];

// Only a stretch in which something counts that still runs may change by itself.
const valued = (
  { asOf, zone }: ReportBasis,
  { from, to }: Stretch,
  metric: Metric,
  { again }: SlotTime,
  running: readonly Running[] = [],
): MetricValue => ({
  ...metric,
  asOf,
  provisional: running.some(
    ({ startMs, endMs }) => startMs < dayStart(to, zone) && dayStart(from, zone) < endMs,
  ),
  doubleCounted: again > 0n,
});

const whole = (units: bigint): number => wholeSeconds(secondsOfUnits(units));
