import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { parseUnits, type Tx } from '#platform';
import { Allocation } from './allocation.entity.js';
import type { AllocationFact, CapacityFacts, CapacityPerson, TimeOffFact } from './capacity.rules.js';

interface ShareRow extends CapacityPerson {
  /** null: the person is allocated to nothing. */
  serviceId: string | null;
  from: string;
  shareParts: number;
}

/** Everything that capacity is made of, from the database. */
@Injectable()
export class CapacityRepository {
  /** The facts for dates [from, to); knownBy: only what had been recorded by that instant. */
  async facts(
    tx: Tx,
    from: string,
    to: string,
    workDays: number[],
    knownBy: Date | null,
  ): Promise<CapacityFacts> {
    // Plain rows, people beside their allocations: every report reads all of them.
    const current = knownBy
      ? 'recorded_at <= $2 and (superseded_at is null or superseded_at > $2)'
      : 'superseded_at is null and $2::timestamptz is null';
    const rows: ShareRow[] = await tx.query(
      `select p.id, round(p.weekly_hours * 10000)::double precision as "hourParts", a.service_id as "serviceId",
         a.from_date::text as "from", round(a.share_percent * 10000)::double precision as "shareParts"
       from person p left join allocation a on a.person_id = p.id and a.from_date < $1::date and ${current}`,
      [to, knownBy],
    );
    const people = new Map<string, CapacityPerson>();
    const allocations: AllocationFact[] = [];
    for (const { id, hourParts, serviceId, from: since, shareParts } of rows) {
      if (!people.has(id)) people.set(id, { id, hourParts });
      if (serviceId !== null) allocations.push({ personId: id, serviceId, from: since, shareParts });
    }
    const timeOff: TimeOffFact[] = await tx.query(
      `select person_ids as "personIds", from_date::text as "from", to_date::text as "to"
       from time_off where to_date > $1::date and from_date < $2::date and ($3::timestamptz is null or recorded_at <= $3)
         and (removed_at is null or removed_at > $3)`,
      [from, to, knownBy],
    );
    return { people: [...people.values()], allocations, timeOff, workDays };
  }

  /** A person's current allocations to all services. */
  async allocationsOf(tx: Tx, personId: string): Promise<AllocationFact[]> {
    return (await tx.findBy(Allocation, { personId, supersededAt: IsNull() })).map(factOf);
  }
}

const factOf = (row: Allocation): AllocationFact => ({
  personId: row.personId,
  serviceId: row.serviceId,
  from: row.fromDate,
  shareParts: Number(parseUnits(row.sharePercent, 4)),
});
