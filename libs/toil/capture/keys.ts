import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { Person } from '../person/person.entity.js';
import { Service } from '../service/service.entity.js';
import { TaskType } from '../work/task-type.entity.js';

/** The keys of what a row names by id. */
export interface KeysOf {
  person: string;
  service: string | null;
  taskType: string | null;
}

/** Turns ids back into the keys that the log takes. */
@Injectable()
export class Keys {
  async of(
    tx: Tx,
    row: { personId: string; serviceId: string | null; taskTypeId: string | null },
  ): Promise<KeysOf> {
    const person = await tx.findOneByOrFail(Person, { id: row.personId });
    const service = row.serviceId ? await tx.findOneBy(Service, { id: row.serviceId }) : null;
    const taskType = row.taskTypeId ? await tx.findOneBy(TaskType, { id: row.taskTypeId }) : null;
    return { person: person.key, service: service?.key ?? null, taskType: taskType?.key ?? null };
  }
}
