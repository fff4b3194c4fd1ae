import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import {
  AuditTrail,
  type Caller,
  Clock,
  fixed,
  Ids,
  parseUnits,
  Refusal,
  refuseIfAny,
  type Tx,
} from '#platform';
import { Directory } from '../directory/directory.js';
import { rangeFault } from '../organization/input.rules.js';
import { Person } from '../person/person.entity.js';
import { Allocation } from './allocation.entity.js';
import { CapacityRepository } from './capacity.repository.js';
import { overAllocation } from './capacity.rules.js';
import { TimeOff, type TimeOffKind } from './time-off.entity.js';

/** So much of a person for a service, from a date on. */
export interface NewAllocation {
  person: string;
  service: string;
  sharePercent: string;
  from: string;
}

/** Full days off [from, to); HOLIDAY without people is everybody's. */
export interface NewTimeOff {
  people?: string[] | null;
  from: string;
  to: string;
  kind: TimeOffKind;
}

/** Who has time for what. */
@Injectable()
export class Capacities {
  private readonly repository = new CapacityRepository();

  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly audit: AuditTrail,
    private readonly directory: Directory,
  ) {}

  /** Sets a share from a date on, until the next date told; more than 100 % of a person on any date is refused. */
  async allocate(tx: Tx, caller: Caller, input: NewAllocation): Promise<{ duplicate: boolean }> {
    refuseIfAny(rangeFault(input.sharePercent, 0, 100, 'sharePercent', ['input', 'sharePercent']));
    const person = await this.directory.openPerson(tx, input.person, ['input', 'person']);
    const service = await this.directory.openService(tx, input.service, ['input', 'service']);
    // Two allocations of one person at once could each be right and both together too much.
    await tx.findOne(Person, { where: { id: person.id }, lock: { mode: 'pessimistic_write' } });
    const place = {
      personId: person.id,
      serviceId: service.id,
      fromDate: input.from,
      supersededAt: IsNull(),
    };
    const before = await tx.findOneBy(Allocation, place);
    const shareParts = parseUnits(input.sharePercent, 4);
    if (before && parseUnits(before.sharePercent, 4) === shareParts) return { duplicate: true };
    const now = this.clock.now();
    if (before) await tx.update(Allocation, { id: before.id }, { supersededAt: now });
    const after = {
      id: this.ids.next('alc'),
      personId: person.id,
      serviceId: service.id,
      fromDate: input.from,
      sharePercent: fixed(shareParts, 4),
      recordedAt: now,
      supersededAt: null,
    };
    await tx.insert(Allocation, after);
    await this.refuseTooMuch(tx, person);
    await this.audit.record(tx, caller, 'allocation.set', person.id, before, after);
    return { duplicate: false };
  }

  private async refuseTooMuch(tx: Tx, person: Person): Promise<void> {
    const fault = overAllocation(await this.repository.allocationsOf(tx, person.id));
    if (!fault) return;
    const sum = Number(fixed(BigInt(fault.shareParts), 4));
    const message = `From ${fault.date} on, ${person.key} would be allocated ${sum} %; 100 % is all there is.`;
    throw new Refusal('INVALID_INPUT', message, ['input', 'sharePercent'], {
      date: fault.date,
      sumPercent: sum,
    });
  }

  /** Notes days off; noting the same again changes nothing. */
  async recordTimeOff(tx: Tx, caller: Caller, input: NewTimeOff): Promise<{ duplicate: boolean }> {
    refuseIfAny(timeOffFaults(input));
    const personIds = input.people ? await this.personIds(tx, input.people) : null;
    if (await this.known(tx, input, personIds)) return { duplicate: true };
    const row = {
      id: this.ids.next('off'),
      personIds,
      fromDate: input.from,
      toDate: input.to,
      kind: input.kind,
      recordedAt: this.clock.now(),
      name: null,
      calendar: null,
      removedAt: null,
    };
    await tx.insert(TimeOff, row);
    await this.audit.record(tx, caller, 'timeOff.record', row.id, null, row);
    return { duplicate: false };
  }

  private async personIds(tx: Tx, keys: string[]): Promise<string[]> {
    const ids = new Set<string>();
    for (const [index, key] of keys.entries()) {
      ids.add((await this.directory.person(tx, key, ['input', 'people', String(index)])).id);
    }
    return [...ids].sort();
  }

  private async known(tx: Tx, { from, to, kind }: NewTimeOff, personIds: string[] | null): Promise<boolean> {
    const same = await tx.findBy(TimeOff, { fromDate: from, toDate: to, kind, removedAt: IsNull() });
    return same.some((row) => JSON.stringify(row.personIds) === JSON.stringify(personIds));
  }
}

function timeOffFaults({ people, from, to, kind }: NewTimeOff): Refusal[] {
  const faults: Refusal[] = [];
  if (from >= to) {
    faults.push(
      new Refusal('END_BEFORE_START', 'Days off end after they begin; `to` is the first day back.', [
        'input',
        'to',
      ]),
    );
  }
  if (kind !== 'HOLIDAY' && !people) {
    faults.push(
      new Refusal('INVALID_INPUT', "Say whose days off these are; only a HOLIDAY can be everybody's.", [
        'input',
        'people',
      ]),
    );
  }
  if (people?.length === 0) {
    faults.push(
      new Refusal('INVALID_INPUT', 'Name at least one person, or leave `people` out for a public holiday.', [
        'input',
        'people',
      ]),
    );
  }
  return faults;
}
