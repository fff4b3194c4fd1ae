import { Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, Clock, Refusal, refuseIfAny, type Tx } from '#platform';
import { archivedAfter, refuseMerged, refuseStale, stillBusy } from '../directory/lifecycle.rules.js';
import { Locks } from '../lock/locks.js';
import { nameFault } from '../organization/input.rules.js';
import type { WorkClass } from '../report/interval.js';
import type { ToilCriteria } from './classification.rules.js';
import { type Reclassified, Reclassifier } from './reclassifier.js';
import { type NotAutomatedReason, TaskType } from './task-type.entity.js';

/** A change of a task type; what is left out stays. */
export interface TaskTypeChange {
  taskType: string;
  name?: string | null;
  criteria?: ToilCriteria | null;
  forcedClass?: WorkClass | null;
  /** true takes a forced class away: the criteria decide again. */
  byCriteria?: boolean | null;
  notAutomatedBecause?: NotAutomatedReason | null;
  archived?: boolean | null;
  expectedVersion?: number | null;
}

/** The task type as it is now, and what its change meant for its entries. */
export interface EditedTaskType extends Pick<Reclassified, 'changed' | 'locked'> {
  taskType: TaskType;
}

/** Renames task types, changes what makes them toil, archives them and takes them back. */
@Injectable()
export class EditTaskType {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly locks: Locks,
    private readonly reclassifier: Reclassifier,
  ) {}

  /** A change of criteria or class gives every entry of the type its class anew, but for those in locked weeks. */
  async edit(tx: Tx, caller: Caller, input: TaskTypeChange): Promise<EditedTaskType> {
    refuseIfAny(faultsOf(input));
    const before = await tx.findOne(TaskType, {
      where: { key: input.taskType },
      lock: { mode: 'pessimistic_write' },
    });
    if (!before) {
      const message = `There is no task type with the key "${input.taskType.slice(0, 63)}".`;
      throw new Refusal('NOT_FOUND', message, ['input', 'taskType']);
    }
    refuseStale(before, input.expectedVersion, 'task type');
    const archivedAt = archivedAfter(before, input.archived, this.clock.now(), 'task type');
    refuseMerged(before, 'task type', 'taskType');
    const after: TaskType = {
      ...before,
      name: input.name?.trim() ?? before.name,
      criteria: input.criteria ? { ...input.criteria } : before.criteria,
      forcedClass: input.byCriteria === true ? null : (input.forcedClass ?? before.forcedClass),
      notAutomatedBecause: input.notAutomatedBecause ?? before.notAutomatedBecause,
      version: before.version + 1,
      archivedAt,
    };
    if (before.archivedAt === null && after.archivedAt !== null) await this.refuseTimers(tx, before);
    await tx.update(TaskType, { id: before.id }, after as never);
    await this.audit.record(tx, caller, 'taskType.update', before.id, before, after);
    const same = before.forcedClass === after.forcedClass && sameCriteria(before.criteria, after.criteria);
    const entries = same
      ? { changed: 0, locked: 0 }
      : await this.reclassifier.reclassify(tx, caller, before.id, await this.locks.all(tx));
    return { taskType: after, ...entries };
  }

  private async refuseTimers(tx: Tx, { id, key }: TaskType): Promise<void> {
    const timers: unknown[] = await tx.query('select 1 from running_timer where task_type_id = $1 limit 1', [
      id,
    ]);
    if (timers.length > 0) throw stillBusy(`A timer runs for "${key}". Stop it first.`);
  }
}

function faultsOf({ name, forcedClass, byCriteria }: TaskTypeChange): Refusal[] {
  const faults = typeof name === 'string' ? nameFault(name, ['input', 'name']) : [];
  if (byCriteria !== true || !forcedClass) return faults;
  const message = 'Either the criteria decide or a class is forced; say one of both.';
  return [...faults, new Refusal('INVALID_INPUT', message, ['input', 'byCriteria'])];
}

const sameCriteria = (one: ToilCriteria | null, other: ToilCriteria | null): boolean =>
  one === null || other === null
    ? one === other
    : (Object.keys(one) as (keyof ToilCriteria)[]).every((name) => one[name] === other[name]);
