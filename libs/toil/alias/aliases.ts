import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AuditTrail, type Caller, Refusal, type Tx } from '#platform';
import { Directory } from '../directory/directory.js';
import { Person } from '../person/person.entity.js';
import { Service } from '../service/service.entity.js';
import { PersonAlias, type PersonNameSource, ServiceAlias, type ServiceNameSource } from './alias.entity.js';

const LONGEST_NAME = 255;

/**
 * Knows how other systems call our services and people. A name that nobody mapped stands for the equal key; the former key
 * of something that was merged for what it became part of.
 */
@Injectable()
export class Aliases {
  constructor(
    private readonly directory: Directory,
    private readonly audit: AuditTrail,
  ) {}

  /** Maps a foreign name onto a service (a key); null keeps the name without one; mapping again replaces. */
  async mapService(tx: Tx, caller: Caller, source: ServiceNameSource, name: string, service: string | null) {
    const serviceId = service ? (await this.directory.service(tx, service, ['input', 'service'])).id : null;
    const row = { source, name: lower(name), serviceId };
    const before = await tx.findOneBy(ServiceAlias, { source, name: row.name });
    if (before && before.serviceId === serviceId) return { duplicate: true };
    await tx.upsert(ServiceAlias, row, ['source', 'name']);
    await this.audit.record(tx, caller, 'alias.map', `alias:${source}:${row.name}`, before, row);
    return { duplicate: false };
  }

  /** Maps a foreign name onto a person (a key); mapping again replaces. */
  async mapPerson(tx: Tx, caller: Caller, source: PersonNameSource, name: string, person: string) {
    const { id: personId } = await this.directory.person(tx, person, ['input', 'person']);
    const row = { source, name: lower(name), personId };
    const before = await tx.findOneBy(PersonAlias, { source, name: row.name });
    if (before && before.personId === personId) return { duplicate: true };
    await tx.upsert(PersonAlias, row, ['source', 'name']);
    await this.audit.record(tx, caller, 'alias.map', `alias:${source}:${row.name}`, before, row);
    return { duplicate: false };
  }

  /** Forgets a name of a service. */
  async forgetService(tx: Tx, caller: Caller, source: ServiceNameSource, name: string) {
    const before = await tx.findOneBy(ServiceAlias, { source, name: lower(name) });
    if (!before)
      throw new Refusal('NOT_FOUND', `Nothing is mapped from "${name.slice(0, 99)}".`, ['input', 'name']);
    await tx.delete(ServiceAlias, { source, name: before.name });
    await this.audit.record(tx, caller, 'alias.forget', `alias:${source}:${before.name}`, before, null);
    return { duplicate: false };
  }

  services(tx: Tx): Promise<ServiceAlias[]> {
    return tx.find(ServiceAlias, { order: { source: 'ASC', name: 'ASC' } });
  }

  people(tx: Tx): Promise<PersonAlias[]> {
    return tx.find(PersonAlias, { order: { source: 'ASC', name: 'ASC' } });
  }

  /** The key of the service that a foreign name stands for: the mapped one, else the one with that very key. */
  async serviceKey(tx: Tx, source: ServiceNameSource, name: string): Promise<string | null> {
    const alias = await tx.findOneBy(ServiceAlias, { source, name: plain(name) });
    const where = alias?.serviceId ? { id: alias.serviceId } : { key: plain(name) };
    const named = await tx.findOneBy(Service, where);
    return (named?.mergedInto ? await tx.findOneBy(Service, { id: named.mergedInto }) : named)?.key ?? null;
  }

  /** The key of the person that a foreign name stands for: the mapped one, else the one with that very key. */
  async personKey(tx: Tx, source: PersonNameSource, name: string): Promise<string | null> {
    const alias = await tx.findOneBy(PersonAlias, { source, name: plain(name) });
    const where = alias ? { id: alias.personId } : { key: plain(name) };
    const named = await tx.findOneBy(Person, where);
    return (named?.mergedInto ? await tx.findOneBy(Person, { id: named.mergedInto }) : named)?.key ?? null;
  }

  /** Which of the names are mapped, with or without a service. */
  async mapped(tx: Tx, source: ServiceNameSource, names: readonly string[]): Promise<ServiceAlias[]> {
    return tx.find(ServiceAlias, { where: { source, name: In(names.map(plain)) }, order: { name: 'ASC' } });
  }
}

const plain = (name: string): string => name.trim().toLowerCase().replaceAll('\0', '');

function lower(name: string): string {
  const text = plain(name);
  if (text.length > 0 && text.length <= LONGEST_NAME) return text;
  throw new Refusal('INVALID_INPUT', `A name has 1 to ${LONGEST_NAME} characters.`, ['input', 'name']);
}
