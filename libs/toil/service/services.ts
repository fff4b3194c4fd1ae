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
import { Directory } from '../directory/directory.js';
import { NEW_LIFE } from '../directory/lifecycle.columns.js';
import { keyFault, nameFault } from '../organization/input.rules.js';
import { pageByKey } from './key-page.repository.js';
import { Service } from './service.entity.js';
import { ServiceSize } from './service-size.entity.js';

/** A service to be. */
export interface NewService {
  key: string;
  name: string;
  idempotencyKey?: string | null;
}

/** The size of a service on a date. */
export interface SizeFact {
  service: string;
  date: string;
  instances: number;
}

const LARGEST = 1_000_000_000;

/** Services and how large they are. */
@Injectable()
export class Services {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly audit: AuditTrail,
    private readonly idempotency: Idempotency,
    private readonly directory: Directory,
  ) {}

  /** Adds one; a key that exists is refused. */
  async create(tx: Tx, caller: Caller, input: NewService): Promise<Service> {
    refuseIfAny([...keyFault(input.key, ['input', 'key']), ...nameFault(input.name, ['input', 'name'])]);
    const id = await this.idempotency.once(tx, 'createService', input.idempotencyKey, input, () =>
      this.insert(tx, caller, input),
    );
    return tx.findOneByOrFail(Service, { id });
  }

  private async insert(tx: Tx, caller: Caller, { key, name }: NewService): Promise<string> {
    const service = {
      id: this.ids.next('svc'),
      key,
      name: name.trim(),
      createdAt: this.clock.now(),
      ...NEW_LIFE,
    };
    const { raw } = await tx
      .createQueryBuilder()
      .insert()
      .into(Service)
      .values(service)
      .orIgnore()
      .returning('id')
      .execute();
    if ((raw as unknown[]).length === 0) throw keyTaken('service', key);
    await this.audit.record(tx, caller, 'service.create', service.id, null, service);
    return service.id;
  }

  /** Tells a size; the same date again replaces it. */
  async recordSize(
    tx: Tx,
    caller: Caller,
    { service: key, date, instances }: SizeFact,
  ): Promise<{ duplicate: boolean }> {
    if (!Number.isInteger(instances) || instances < 0 || instances > LARGEST) {
      throw new Refusal('INVALID_INPUT', `instances is a whole number from 0 to ${LARGEST}.`, [
        'input',
        'instances',
      ]);
    }
    const service = await this.directory.service(tx, key, ['input', 'service']);
    const before = await tx.findOneBy(ServiceSize, { serviceId: service.id, date });
    if (before?.instances === instances) return { duplicate: true };
    const after = { serviceId: service.id, date, instances };
    await tx.upsert(ServiceSize, after, ['serviceId', 'date']);
    await this.audit.record(tx, caller, 'service.size', service.id, before, after);
    return { duplicate: false };
  }

  /** In the order of their keys. */
  page(tx: Tx, page: PageRequest, archived = false): Promise<Page<Service>> {
    return pageByKey(tx, Service, page, archived);
  }

  /** Those with the ids. */
  byIds(tx: Tx, ids: readonly string[]): Promise<Service[]> {
    return tx.findBy(Service, { id: In([...ids]) });
  }

  /** All of them, by key. */
  all(tx: Tx): Promise<Service[]> {
    return tx.find(Service, { order: { key: 'ASC' } });
  }

  /** The sizes told of a service on dates [from, to), by date. */
  sizes(tx: Tx, serviceId: string, from: string, to: string): Promise<ServiceSize[]> {
    return tx
      .createQueryBuilder(ServiceSize, 's')
      .where('s.serviceId = :serviceId and s.date >= :from and s.date < :to', { serviceId, from, to })
      .orderBy('s.date')
      .getMany();
  }
}

/** The refusal of a key that exists. */
export const keyTaken = (kind: string, key: string): Refusal =>
  new Refusal('KEY_TAKEN', `There is a ${kind} with the key "${key}" already.`, ['input', 'key']);
