import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import {
  AuditTrail,
  type Caller,
  Clock,
  Idempotency,
  Ids,
  type Page,
  type PageRequest,
  Refusal,
  refuseIfAny,
  type Tx,
} from '#platform';
import { CapacityEnds } from '../capacity/capacity-ends.js';
import { Directory } from '../directory/directory.js';
import { NEW_LIFE } from '../directory/lifecycle.columns.js';
import { archivedAfter, refuseMerged, refuseStale, stillBusy } from '../directory/lifecycle.rules.js';
import { keyFault, nameFault, rangeFault } from '../organization/input.rules.js';
import { ORGANIZATION_ID, Organization } from '../organization/organization.entity.js';
import { unknownZone } from '../organization/organizations.js';
import { pageByKey } from '../service/key-page.repository.js';
import { keyTaken } from '../service/services.js';
import { isZone } from '../time/zone.rules.js';
import { Person } from './person.entity.js';
import { PersonZone } from './person-zone.entity.js';

/** A person to be; zone left out = the organisation's. */
export interface NewPerson {
  key: string;
  name: string;
  zone?: string | null;
  weeklyHours?: string | null;
  lead?: string | null;
  idempotencyKey?: string | null;
}

const HOURS_OF_WEEK = 168;
const BEGIN = new Date(0);

/** A change of a person; what is left out stays. zoneFrom: since when the new zone holds, now when left out. */
export interface PersonChange {
  person: string;
  name?: string | null;
  zone?: string | null;
  zoneFrom?: Date | null;
  weeklyHours?: string | null;
  lead?: string | null;
  /** true: takes no new entries and gives no capacity from today on; false: is back. */
  archived?: boolean | null;
  expectedVersion?: number | null;
}

/** The people whose work is measured. */
@Injectable()
export class People {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly audit: AuditTrail,
    private readonly idempotency: Idempotency,
    private readonly capacity: CapacityEnds,
    private readonly directory: Directory,
  ) {}

  /** Adds one; the zone given here holds for all time before as well. */
  async create(tx: Tx, caller: Caller, input: NewPerson): Promise<Person> {
    refuseIfAny([
      ...keyFault(input.key, ['input', 'key']),
      ...nameFault(input.name, ['input', 'name']),
      ...rangeFault(input.weeklyHours ?? '40', 0, HOURS_OF_WEEK, 'weeklyHours', ['input', 'weeklyHours']),
      ...zoneFault(input.zone),
    ]);
    const id = await this.idempotency.once(tx, 'createPerson', input.idempotencyKey, input, () =>
      this.insert(tx, caller, input),
    );
    return tx.findOneByOrFail(Person, { id });
  }

  private async insert(tx: Tx, caller: Caller, input: NewPerson): Promise<string> {
    const organization = await tx.findOneByOrFail(Organization, { id: ORGANIZATION_ID });
    const person: Person = {
      id: this.ids.next('per'),
      key: input.key,
      name: input.name.trim(),
      zone: input.zone ?? organization.reportingZone,
      weeklyHours: input.weeklyHours ?? '40',
      leadId: input.lead ? await this.leadOf(tx, input.lead) : null,
      createdAt: this.clock.now(),
      ...NEW_LIFE,
    };
    const { raw } = await tx
      .createQueryBuilder()
      .insert()
      .into(Person)
      .values(person)
      .orIgnore()
      .returning('id')
      .execute();
    if ((raw as unknown[]).length === 0) throw keyTaken('person', input.key);
    await tx.insert(PersonZone, { personId: person.id, validFrom: BEGIN, zone: person.zone });
    await this.audit.record(tx, caller, 'person.create', person.id, null, person);
    return person.id;
  }

  /** Changes a person. A new zone holds from its instant on; what lies before keeps the old one. */
  async update(tx: Tx, caller: Caller, input: PersonChange): Promise<Person> {
    refuseIfAny([
      ...(given(input.name) ? nameFault(input.name, ['input', 'name']) : []),
      ...(given(input.weeklyHours)
        ? rangeFault(input.weeklyHours, 0, HOURS_OF_WEEK, 'weeklyHours', ['input', 'weeklyHours'])
        : []),
      ...zoneFault(input.zone),
    ]);
    const before = await tx.findOne(Person, {
      where: { key: input.person },
      lock: { mode: 'pessimistic_write' },
    });
    if (!before)
      throw new Refusal('NOT_FOUND', `There is no person with the key "${input.person.slice(0, 63)}".`, [
        'input',
        'person',
      ]);
    refuseStale(before, input.expectedVersion, 'person');
    const archivedAt = archivedAfter(before, input.archived, this.clock.now(), 'person');
    refuseMerged(before, 'person', 'person');
    const after: Person = {
      ...before,
      name: input.name?.trim() ?? before.name,
      weeklyHours: input.weeklyHours ?? before.weeklyHours,
      leadId: given(input.lead) ? await this.leadOf(tx, input.lead) : before.leadId,
      zone: input.zone ?? before.zone,
      version: before.version + 1,
      archivedAt,
    };
    if (after.leadId === after.id)
      throw new Refusal('INVALID_INPUT', 'Nobody is their own lead.', ['input', 'lead']);
    await this.archive(tx, before, archivedAt);
    await tx.update(Person, { id: before.id }, after);
    if (given(input.zone)) await this.move(tx, before.id, input.zone, input.zoneFrom ?? this.clock.now());
    await this.audit.record(tx, caller, 'person.update', before.id, before, after);
    return after;
  }

  private async archive(tx: Tx, { id, key, archivedAt }: Person, next: Date | null): Promise<void> {
    if (archivedAt !== null && next === null) return this.capacity.resume(tx, { personId: id }, archivedAt);
    if (archivedAt !== null || next === null) return;
    const timers: unknown[] = await tx.query('select 1 from running_timer where person_id = $1', [id]);
    if (timers.length > 0) throw stillBusy(`A timer of "${key}" is running. Stop it first.`);
    await this.capacity.end(tx, { personId: id }, next);
  }

  // The parts of the person's days change from then on: every rolled up week since must be cut again.
  private async move(tx: Tx, personId: string, zone: string, validFrom: Date): Promise<void> {
    await tx.upsert(PersonZone, { personId, validFrom, zone }, ['personId', 'validFrom']);
    await tx.query(
      `insert into stale_week (person_id, week, marks)
       select person_id, week, 1 from person_week where person_id = $1 and week >= ($2::timestamptz at time zone 'UTC')::date - 8 order by week
       on conflict (person_id, week) do update set marks = stale_week.marks + 1`,
      [personId, validFrom],
    );
  }

  private async leadOf(tx: Tx, key: string): Promise<string> {
    return (await this.directory.person(tx, key, ['input', 'lead'])).id;
  }

  /** In the order of their keys. */
  page(tx: Tx, page: PageRequest, archived = false): Promise<Page<Person>> {
    return pageByKey(tx, Person, page, archived);
  }

  /** Those with the ids. */
  byIds(tx: Tx, ids: readonly string[]): Promise<Person[]> {
    return tx.findBy(Person, { id: In([...ids]) });
  }
}

const zoneFault = (zone: string | null | undefined): Refusal[] =>
  zone === null || zone === undefined || isZone(zone) ? [] : [unknownZone(zone, ['input', 'zone'])];

const given = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;
