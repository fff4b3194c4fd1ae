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
  refuseIfAny,
  type Tx,
} from '#platform';
import { NEW_LIFE } from '../directory/lifecycle.columns.js';
import { keyFault, nameFault } from '../organization/input.rules.js';
import type { WorkClass } from '../report/interval.js';
import { pageByKey } from '../service/key-page.repository.js';
import { keyTaken } from '../service/services.js';
import type { ToilCriteria } from './classification.rules.js';
import { type NotAutomatedReason, TaskType } from './task-type.entity.js';

/** A task type to be. */
export interface NewTaskType {
  key: string;
  name: string;
  criteria?: ToilCriteria | null;
  forcedClass?: WorkClass | null;
  notAutomatedBecause?: NotAutomatedReason | null;
  idempotencyKey?: string | null;
}

/** Kinds of work, each classified once. */
@Injectable()
export class TaskTypes {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly audit: AuditTrail,
    private readonly idempotency: Idempotency,
  ) {}

  /** Defines one; a key that exists is refused. */
  async define(tx: Tx, caller: Caller, input: NewTaskType): Promise<TaskType> {
    refuseIfAny([...keyFault(input.key, ['input', 'key']), ...nameFault(input.name, ['input', 'name'])]);
    const id = await this.idempotency.once(tx, 'defineTaskType', input.idempotencyKey, input, () =>
      this.insert(tx, caller, input),
    );
    return tx.findOneByOrFail(TaskType, { id });
  }

  private async insert(tx: Tx, caller: Caller, input: NewTaskType): Promise<string> {
    const type: TaskType = {
      id: this.ids.next('tsk'),
      key: input.key,
      name: input.name.trim(),
      criteria: input.criteria ? { ...input.criteria } : null,
      forcedClass: input.forcedClass ?? null,
      notAutomatedBecause: input.notAutomatedBecause ?? null,
      createdAt: this.clock.now(),
      ...NEW_LIFE,
    };
    const { raw } = await tx
      .createQueryBuilder()
      .insert()
      .into(TaskType)
      .values(type as never)
      .orIgnore()
      .returning('id')
      .execute();
    if ((raw as unknown[]).length === 0) throw keyTaken('task type', input.key);
    await this.audit.record(tx, caller, 'taskType.define', type.id, null, type);
    return type.id;
  }

  /** In the order of their keys. */
  page(tx: Tx, page: PageRequest, archived = false): Promise<Page<TaskType>> {
    return pageByKey(tx, TaskType, page, archived);
  }

  /** Those with the ids. */
  byIds(tx: Tx, ids: readonly string[]): Promise<TaskType[]> {
    return tx.findBy(TaskType, { id: In([...ids]) });
  }
}
