import { Injectable } from '@nestjs/common';
import { Refusal, type Tx } from '#platform';
import type { Person } from '../person/person.entity.js';
import type { Service } from '../service/service.entity.js';
import { TaskType } from '../work/task-type.entity.js';

/** Finds people, services and task types by the keys that callers type; what nobody knows is refused with NOT_FOUND. */
@Injectable()
export class Directory {
  /** The person with the key. */
  async person(tx: Tx, key: string, path: string[]): Promise<Person> {
    const rows: Person[] = await tx.query(
      `select id, key, name, zone, weekly_hours as "weeklyHours", lead_id as "leadId", created_at as "createdAt" from person where key = $1`,
      [plain(key)],
    );
    return found(rows[0], 'person', key, path);
  }

  /** The service with the key. */
  async service(tx: Tx, key: string, path: string[]): Promise<Service> {
    const rows: Service[] = await tx.query(
      'select id, key, name, created_at as "createdAt" from service where key = $1',
      [plain(key)],
    );
    return found(rows[0], 'service', key, path);
  }

  /** The task type with the key. */
  async taskType(tx: Tx, key: string, path: string[]): Promise<TaskType> {
    return found(await tx.findOneBy(TaskType, { key: plain(key) }), 'task type', key, path);
  }

  /** The services with the keys, each once; every unknown key is refused, with its place in the list. */
  async services(tx: Tx, keys: readonly string[], path: string[]): Promise<Service[]> {
    const services: Service[] = [];
    for (const [index, key] of keys.entries())
      services.push(await this.service(tx, key, [...path, String(index)]));
    return [...new Map(services.map((service) => [service.id, service])).values()];
  }
}

// Keys hold no zero character, which the database could not even be asked about.
const plain = (key: string): string => key.replaceAll('\0', '');

function found<T>(row: T | null | undefined, kind: string, key: string, path: string[]): T {
  if (row) return row;
  throw new Refusal('NOT_FOUND', `There is no ${kind} with the key "${key.slice(0, 63)}".`, path);
}
