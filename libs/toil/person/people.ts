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

/** The people whose work is measured. */
@Injectable()
export class People {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly audit: AuditTrail,
    private readonly idempotency: Idempotency,
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

  private async leadOf(tx: Tx, key: string): Promise<string> {
    const lead = await tx.findOneBy(Person, { key: key.replaceAll('\0', '') });
    if (!lead)
      throw new Refusal('NOT_FOUND', `There is no person with the key "${key.slice(0, 63)}".`, [
        'input',
        'lead',
      ]);
    return lead.id;
  }

  /** In the order of their keys. */
  page(tx: Tx, page: PageRequest): Promise<Page<Person>> {
    return pageByKey(tx, Person, page);
  }

  /** Those with the ids. */
  byIds(tx: Tx, ids: readonly string[]): Promise<Person[]> {
    return tx.findBy(Person, { id: In([...ids]) });
  }
}

const zoneFault = (zone: string | null | undefined): Refusal[] =>
  zone === null || zone === undefined || isZone(zone) ? [] : [unknownZone(zone, ['input', 'zone'])];
