import { Injectable } from '@nestjs/common';
import { Refusal, type Tx } from '#platform';
import type { Person } from '../person/person.entity.js';
import type { Service } from '../service/service.entity.js';
import { TaskType } from '../work/task-type.entity.js';
import { refuseArchived } from './lifecycle.rules.js';

/**
 * Finds people, services and task types by the keys that callers type; what nobody knows is refused with NOT_FOUND.
 * The key of something that was merged stands for what it became part of.
 */
@Injectable()
export class Directory {
  /** The person with the key. */
  async person(tx: Tx, key: string, path: string[]): Promise<Person> {
    const rows: Person[] = await tx.query(
      `select p.id, p.key, p.name, p.zone, p.weekly_hours as "weeklyHours", p.lead_id as "leadId", p.created_at as "createdAt", ${LIFE}
       from person k join person p on p.id = coalesce(k.merged_into, k.id) where k.key = $1`,
      [plain(key)],
    );
    return found(rows[0], 'person', key, path);
  }

  /** The service with the key. */
  async service(tx: Tx, key: string, path: string[]): Promise<Service> {
    const rows: Service[] = await tx.query(
      `select p.id, p.key, p.name, p.created_at as "createdAt", ${LIFE}
       from service k join service p on p.id = coalesce(k.merged_into, k.id) where k.key = $1`,
      [plain(key)],
    );
    return found(rows[0], 'service', key, path);
  }

  /** The task type with the key. */
  async taskType(tx: Tx, key: string, path: string[]): Promise<TaskType> {
    const named = await tx.findOneBy(TaskType, { key: plain(key) });
    const id = named?.mergedInto;
    return found(id ? await tx.findOneBy(TaskType, { id }) : named, 'task type', key, path);
  }

  /** The person with the key, who takes entries; an archived one is refused. */
  async openPerson(tx: Tx, key: string, path: string[]): Promise<Person> {
    return refuseArchived(await this.person(tx, key, path), 'person', path);
  }

  /** The service with the key, which takes entries; an archived one is refused unless the entry had it before. */
  async openService(tx: Tx, key: string, path: string[], kept?: string | null): Promise<Service> {
    return refuseArchived(await this.service(tx, key, path), 'service', path, kept);
  }

  /** The task type with the key, which takes entries; an archived one is refused unless the entry had it before. */
  async openTaskType(tx: Tx, key: string, path: string[], kept?: string | null): Promise<TaskType> {
    return refuseArchived(await this.taskType(tx, key, path), 'task type', path, kept);
  }

  /** The services with the keys, each once; every unknown key is refused, with its place in the list. */
  async services(tx: Tx, keys: readonly string[], path: string[]): Promise<Service[]> {
    const services: Service[] = [];
    for (const [index, key] of keys.entries())
      services.push(await this.service(tx, key, [...path, String(index)]));
    return [...new Map(services.map((service) => [service.id, service])).values()];
  }
}

const LIFE = 'p.version, p.archived_at as "archivedAt", p.merged_into as "mergedInto"';

// Keys hold no zero character, which the database could not even be asked about.
const plain = (key: string): string => key.replaceAll('\0', '');

function found<T>(row: T | null | undefined, kind: string, key: string, path: string[]): T {
  if (row) return row;
  throw unknownKey(kind, key, path);
}

/** The refusal of a key that nobody knows. */
export const unknownKey = (kind: string, key: string, path: string[]): Refusal =>
  new Refusal('NOT_FOUND', `There is no ${kind} with the key "${key.slice(0, 63)}".`, path);
