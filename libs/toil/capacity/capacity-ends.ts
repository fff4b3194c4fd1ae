import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock, Ids, Refusal, type Tx } from '#platform';
import { Organizations } from '../organization/organizations.js';
import { dateOf } from '../time/zone.rules.js';
import { Allocation } from './allocation.entity.js';
import { CapacityRepository } from './capacity.repository.js';
import { overAllocation } from './capacity.rules.js';

/** Whose shares: all of a person, or all of a service. */
export type ShareOwner = { personId: string } | { serviceId: string };

/** Ends the shares of what is archived, and gives them back. Replaced rows stay for reports as of an earlier instant. */
@Injectable()
export class CapacityEnds {
  private readonly repository = new CapacityRepository();

  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly organizations: Organizations,
  ) {}

  /** Nothing is allocated from today (reporting zone) on. `now` marks the rows, so that resume finds them. */
  async end(tx: Tx, owner: ShareOwner, now: Date): Promise<void> {
    const today = await this.today(tx, now);
    for (const pair of pairsOf(await tx.findBy(Allocation, { ...owner, supersededAt: IsNull() }))) {
      for (const row of pair.filter((one) => one.fromDate >= today)) {
        await tx.update(Allocation, { id: row.id }, { supersededAt: now });
      }
      await this.put(tx, pair[0] as Allocation, today, '0', now);
    }
  }

  /** What was in force when it ended holds again from today on; refused where that is more than a whole person by now. */
  async resume(tx: Tx, owner: ShareOwner, endedAt: Date): Promise<void> {
    const now = this.clock.now();
    const [today, ended] = [await this.today(tx, now), await this.today(tx, endedAt)];
    for (const pair of pairsOf(await tx.findBy(Allocation, owner))) {
      const zero = pair.find((row) => row.supersededAt === null && sameTime(row.recordedAt, endedAt));
      const before = pair
        .filter((row) => row.fromDate <= ended && !sameTime(row.recordedAt, endedAt))
        .filter((row) => row.supersededAt === null || sameTime(row.supersededAt, endedAt))
        .sort((a, b) => (a.fromDate < b.fromDate ? 1 : -1))[0];
      if (!zero || !before || Number(before.sharePercent) === 0) continue;
      if (zero.fromDate === today) await tx.update(Allocation, { id: zero.id }, { supersededAt: now });
      await this.put(tx, zero, today, before.sharePercent, now);
      const fault = overAllocation(await this.repository.allocationsOf(tx, zero.personId));
      if (fault) {
        const message = `From ${fault.date} on somebody would be allocated more than 100 %. Lower another share first.`;
        throw new Refusal('INVALID_TRANSITION', message, ['input', 'archived']);
      }
    }
  }

  private async put(
    tx: Tx,
    { personId, serviceId }: Allocation,
    fromDate: string,
    sharePercent: string,
    now: Date,
  ): Promise<void> {
    const id = this.ids.next('alc');
    await tx.insert(Allocation, {
      id,
      personId,
      serviceId,
      fromDate,
      sharePercent,
      recordedAt: now,
      supersededAt: null,
    });
  }

  private async today(tx: Tx, now: Date): Promise<string> {
    return dateOf(now.getTime(), (await this.organizations.current(tx)).reportingZone);
  }
}

const sameTime = (one: Date, other: Date): boolean => one.getTime() === other.getTime();

function pairsOf(rows: Allocation[]): Allocation[][] {
  const pairs = new Map<string, Allocation[]>();
  for (const row of rows) {
    const key = `${row.personId} ${row.serviceId}`;
    pairs.set(key, [...(pairs.get(key) ?? []), row]);
  }
  return [...pairs.values()];
}
