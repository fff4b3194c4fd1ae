import { Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, Clock, Refusal, refuseIfAny, type Tx } from '#platform';
import { CapacityEnds } from '../capacity/capacity-ends.js';
import { archivedAfter, refuseMerged, refuseStale, stillBusy } from '../directory/lifecycle.rules.js';
import { nameFault } from '../organization/input.rules.js';
import { Service } from './service.entity.js';

/** A change of a service; what is left out stays. */
export interface ServiceChange {
  service: string;
  name?: string | null;
  /** true: takes no new entries and no capacity from today on; false: is back. */
  archived?: boolean | null;
  expectedVersion?: number | null;
}

/** Renames services, archives them and takes them back. */
@Injectable()
export class EditService {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly capacity: CapacityEnds,
  ) {}

  /** Its hours stay. An incident can still open on an archived service: an alert must never be lost. */
  async edit(tx: Tx, caller: Caller, input: ServiceChange): Promise<Service> {
    if (typeof input.name === 'string') refuseIfAny(nameFault(input.name, ['input', 'name']));
    const before = await tx.findOne(Service, {
      where: { key: input.service },
      lock: { mode: 'pessimistic_write' },
    });
    if (!before) {
      const message = `There is no service with the key "${input.service.slice(0, 63)}".`;
      throw new Refusal('NOT_FOUND', message, ['input', 'service']);
    }
    refuseStale(before, input.expectedVersion, 'service');
    const archivedAt = archivedAfter(before, input.archived, this.clock.now(), 'service');
    refuseMerged(before, 'service', 'service');
    const after = {
      ...before,
      name: input.name?.trim() ?? before.name,
      version: before.version + 1,
      archivedAt,
    };
    await this.archive(tx, before, archivedAt);
    await tx.update(Service, { id: before.id }, after);
    await this.audit.record(tx, caller, 'service.update', before.id, before, after);
    return after;
  }

  private async archive(tx: Tx, { id, key, archivedAt }: Service, next: Date | null): Promise<void> {
    if (archivedAt !== null && next === null) return this.capacity.resume(tx, { serviceId: id }, archivedAt);
    if (archivedAt !== null || next === null) return;
    const open: { incidents: number; timers: number }[] = await tx.query(
      `select (select count(*)::int from incident where service_id = $1 and status <> 'RESOLVED') as incidents,
         (select count(*)::int from running_timer where service_id = $1) as timers`,
      [id],
    );
    const { incidents = 0, timers = 0 } = open[0] ?? {};
    if (incidents > 0) throw stillBusy(`"${key}" has ${incidents} open incident(s). Resolve them first.`);
    if (timers > 0) throw stillBusy(`${timers} timer(s) run for "${key}". Stop them first.`);
    await this.capacity.end(tx, { serviceId: id }, next);
  }
}
