import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { parseUnits, type Tx } from '#platform';
import { Person } from '../person/person.entity.js';
import { Allocation } from './allocation.entity.js';
import type { AllocationFact, CapacityFacts } from './capacity.rules.js';
import { TimeOff } from './time-off.entity.js';

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
    // One after the other: a transaction has one connection.
    const people = await tx.find(Person, { select: { id: true, weeklyHours: true } });
    const allocations = knownBy ? await this.allocationsKnownBy(tx, knownBy) : await tx.findBy(Allocation, { supersededAt: IsNull() });
    const timeOff = await this.timeOff(tx, from, to, knownBy);
    return {
      people: people.map(({ id, weeklyHours }) => ({ id, hourParts: Number(parseUnits(weeklyHours, 4)) })),
      allocations: allocations.map(factOf),
      timeOff: timeOff.map((row) => ({ personIds: row.personIds, from: row.fromDate, to: row.toDate })),
      workDays,
    };
  }

  /** A person's current allocations to all services. */
  async allocationsOf(tx: Tx, personId: string): Promise<AllocationFact[]> {
    return (await tx.findBy(Allocation, { personId, supersededAt: IsNull() })).map(factOf);
  }

  private allocationsKnownBy(tx: Tx, knownBy: Date): Promise<Allocation[]> {
    return tx
      .createQueryBuilder(Allocation, 'a')
      .where('a.recordedAt <= :knownBy and (a.supersededAt is null or a.supersededAt > :knownBy)', {
        knownBy,
      })
      .getMany();
  }

  private timeOff(tx: Tx, from: string, to: string, knownBy: Date | null): Promise<TimeOff[]> {
    const query = tx
      .createQueryBuilder(TimeOff, 't')
      .where('t.toDate > :from and t.fromDate < :to', { from, to });
    if (knownBy) query.andWhere('t.recordedAt <= :knownBy', { knownBy });
    return query.getMany();
  }
}

const factOf = (row: Allocation): AllocationFact => ({
  personId: row.personId,
  serviceId: row.serviceId,
  from: row.fromDate,
  shareParts: Number(parseUnits(row.sharePercent, 4)),
});
