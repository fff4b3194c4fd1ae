import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock, fixed, Ids, parseUnits, Refusal, type Tx } from '#platform';
import { Allocation } from '../capacity/allocation.entity.js';
import { CapacityRepository } from '../capacity/capacity.repository.js';
import { overAllocation } from '../capacity/capacity.rules.js';
import { type Share, sumOfShares } from './merge-shares.rules.js';

/** Moves shares between services and people; replaced ones stay for reports as of an earlier instant. */
@Injectable()
export class AllocationMover {
  private readonly repository = new CapacityRepository();

  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** What people gave to either service they give to the survivor: on every date the sum, never more than they have. */
  async moveService(tx: Tx, from: string, into: string): Promise<number> {
    const gone = await this.current(tx, { serviceId: from });
    for (const personId of new Set(gone.map((row) => row.personId))) {
      const own = gone.filter((row) => row.personId === personId);
      const kept = await this.current(tx, { personId, serviceId: into });
      await this.replace(
        tx,
        [...own, ...kept],
        { personId, serviceId: into },
        sumOfShares(own.map(shareOf), kept.map(shareOf)),
      );
    }
    return gone.length;
  }

  /**
   * Shares of two rows for one human are the same time told twice: for a service that the survivor has a share of, the
   * survivor's stays; the others move. Refused where that is more than a whole person.
   */
  async movePerson(tx: Tx, from: string, into: { id: string; key: string }): Promise<number> {
    const gone = await this.current(tx, { personId: from });
    const kept = new Set((await this.current(tx, { personId: into.id })).map((row) => row.serviceId));
    for (const serviceId of new Set(gone.map((row) => row.serviceId))) {
      const own = gone.filter((row) => row.serviceId === serviceId);
      const place = { personId: into.id, serviceId };
      await this.replace(tx, own, place, kept.has(serviceId) ? [] : own.map(shareOf));
    }
    const fault = overAllocation(await this.repository.allocationsOf(tx, into.id));
    if (!fault) return gone.length;
    const sum = Number(fixed(BigInt(fault.shareParts), 4));
    const message = `Together they would be allocated ${sum} % from ${fault.date} on; 100 % is all there is. Change a share of one of them first.`;
    throw new Refusal('INVALID_TRANSITION', message, ['input', 'from'], {
      date: fault.date,
      sumPercent: sum,
    });
  }

  private current(tx: Tx, where: { personId?: string; serviceId?: string }): Promise<Allocation[]> {
    return tx.find(Allocation, { where: { ...where, supersededAt: IsNull() }, order: { fromDate: 'ASC' } });
  }

  private async replace(
    tx: Tx,
    rows: Allocation[],
    place: { personId: string; serviceId: string },
    shares: Share[],
  ): Promise<void> {
    const now = this.clock.now();
    for (const { id } of rows) await tx.update(Allocation, { id }, { supersededAt: now });
    for (const { from, parts } of shares) {
      await tx.insert(Allocation, {
        ...place,
        id: this.ids.next('alc'),
        fromDate: from,
        sharePercent: fixed(BigInt(parts), 4),
        recordedAt: now,
        supersededAt: null,
      });
    }
  }
}

const shareOf = (row: Allocation): Share => ({
  from: row.fromDate,
  parts: Number(parseUnits(row.sharePercent, 4)),
});
