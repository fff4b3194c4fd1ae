import { dateAt, dayNumber, dayOfWeek, daysBetween } from '../time/zone.rules.js';

/**
 * Capacity is counted in shares: 1/10,000 contracted hour per week x 1/10,000 percent, so that every sum is a whole
 * number. One work day of a person with 40 h at 100 % is 400,000 x 1,000,000 shares; secondsOfShares turns them back.
 */
export const HOUR_PARTS = 10_000;
export const FULL_SHARE = 1_000_000;

/** A person's contract. hourParts: weekly hours x 10,000. */
export interface CapacityPerson {
  id: string;
  hourParts: number;
}

/** From the date on, so much of the person belongs to the service (percent x 10,000), until the next one of the pair. */
export interface AllocationFact {
  personId: string;
  serviceId: string;
  from: string;
  shareParts: number;
}

/** Full days off [from, to); personIds null = everybody's holiday. */
export interface TimeOffFact {
  personIds: string[] | null;
  from: string;
  to: string;
}

/** Everything that capacity is made of. workDays: ISO numbers of the weekdays worked (1 = Monday). */
export interface CapacityFacts {
  people: CapacityPerson[];
  allocations: AllocationFact[];
  timeOff: TimeOffFact[];
  workDays: number[];
}

/** Capacity over a range of dates. Each array holds one number of shares for each day. */
export interface Capacity {
  from: string;
  to: string;
  workDaysPerWeek: number;
  /** By service, then by person. */
  byService: Map<string, Map<string, Float64Array>>;
  /** The whole person, whatever the allocations. */
  byPerson: Map<string, Float64Array>;
}

/** Seconds as numerator and denominator: shares x 3600 / (work days per week x 10^10). */
export const secondsOfShares = (
  shares: bigint,
  workDaysPerWeek: number,
): { numerator: bigint; denominator: bigint } => ({
  numerator: shares * 3600n,
  denominator: BigInt(workDaysPerWeek) * BigInt(HOUR_PARTS) * BigInt(FULL_SHARE),
});

/** Capacity of every person and service for each date in [from, to): contracted hours x share on days worked. */
export function capacityOf(facts: CapacityFacts, from: string, to: string): Capacity {
  const count = Math.max(0, daysBetween(from, to));
  const worked = workedDays(facts, from, count);
  const off = daysOff(facts.timeOff, from, count);
  const capacity: Capacity = {
    from,
    to,
    workDaysPerWeek: facts.workDays.length,
    byService: new Map(),
    byPerson: new Map(),
  };
  const presence = new Map<string, { hourParts: number; present: Uint8Array }>();
  for (const person of facts.people) {
    const mine = off.get(person.id);
    const present = mine === undefined ? worked : worked.map((day, index) => (mine[index] ? 0 : day));
    presence.set(person.id, { hourParts: person.hourParts, present });
    capacity.byPerson.set(person.id, shares(present, 0, count, person.hourParts * FULL_SHARE));
  }
  for (const period of periods(facts.allocations, from, count)) {
    const person = presence.get(period.personId);
    if (person === undefined || period.shareParts === 0) continue;
    const people = entry(capacity.byService, period.serviceId, () => new Map<string, Float64Array>());
    const days = entry(people, period.personId, () => new Float64Array(count));
    for (let day = period.start; day < period.end; day++) {
      if (person.present[day]) days[day] = person.hourParts * period.shareParts;
    }
  }
  return capacity;
}

function workedDays(facts: CapacityFacts, from: string, count: number): Uint8Array {
  const days = new Uint8Array(count);
  const first = dayOfWeek(from);
  for (let day = 0; day < count; day++)
    days[day] = facts.workDays.includes(((first - 1 + day) % 7) + 1) ? 1 : 0;
  for (const holiday of facts.timeOff) if (holiday.personIds === null) mark(days, holiday, from, 0);
  return days;
}

function daysOff(timeOff: TimeOffFact[], from: string, count: number): Map<string, Uint8Array> {
  const off = new Map<string, Uint8Array>();
  for (const fact of timeOff) {
    for (const personId of fact.personIds ?? [])
      mark(
        entry(off, personId, () => new Uint8Array(count)),
        fact,
        from,
        1,
      );
  }
  return off;
}

function mark(days: Uint8Array, { from, to }: TimeOffFact, start: string, value: 0 | 1): void {
  const first = Math.max(0, daysBetween(start, from));
  const last = Math.min(days.length, daysBetween(start, to));
  if (first < last) days.fill(value, first, last);
}

function shares(present: Uint8Array, start: number, end: number, value: number): Float64Array {
  const days = new Float64Array(present.length);
  for (let day = start; day < end; day++) if (present[day]) days[day] = value;
  return days;
}

/** A stretch of days (frame indexes) with one share. */
interface Period {
  personId: string;
  serviceId: string;
  shareParts: number;
  start: number;
  end: number;
}

function periods(allocations: AllocationFact[], from: string, count: number): Period[] {
  const origin = dayNumber(from);
  const sorted = [...allocations].sort(
    (a, b) => compare(a.personId, b.personId) || compare(a.serviceId, b.serviceId) || compare(a.from, b.from),
  );
  return sorted.map((fact, index) => {
    const next = sorted[index + 1];
    const replaced =
      next !== undefined && next.personId === fact.personId && next.serviceId === fact.serviceId;
    return {
      personId: fact.personId,
      serviceId: fact.serviceId,
      shareParts: fact.shareParts,
      start: Math.max(0, dayNumber(fact.from) - origin),
      end: replaced ? Math.min(count, dayNumber(next.from) - origin) : count,
    };
  });
}

/** The first date on which a person's shares sum to more than 100 %, with the sum in parts; null when there is none. */
export function overAllocation(allocations: AllocationFact[]): { date: string; shareParts: number } | null {
  const changes = [...new Set(allocations.map((fact) => fact.from))].sort();
  for (const date of changes) {
    const current = new Map<string, AllocationFact>();
    for (const fact of allocations) {
      const known = current.get(fact.serviceId);
      if (fact.from <= date && (known === undefined || known.from < fact.from))
        current.set(fact.serviceId, fact);
    }
    const sum = [...current.values()].reduce((parts, fact) => parts + fact.shareParts, 0);
    if (sum > FULL_SHARE) return { date, shareParts: sum };
  }
  return null;
}

/** Sum of the days [from, to) (frame indexes) of all people of a service, exact. */
export function sumShares(days: Iterable<Float64Array>, from: number, to: number): bigint {
  let total = 0n;
  for (const person of days) {
    // 4,096 days of 168 h stay below 2^53, so one person's sum is exact in a double.
    let sum = 0;
    for (let day = from; day < to; day++) sum += person[day]!;
    total += BigInt(sum);
  }
  return total;
}

/** The working days in [from, to): weekdays worked, without the holidays of everybody. */
export function workingDates(
  facts: Pick<CapacityFacts, 'timeOff' | 'workDays'>,
  from: string,
  to: string,
): string[] {
  const count = Math.max(0, daysBetween(from, to));
  const days = workedDays({ people: [], allocations: [], ...facts }, from, count);
  const first = dayNumber(from);
  return [...days].flatMap((worked, index) => (worked ? [dateAt(first + index)] : []));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
