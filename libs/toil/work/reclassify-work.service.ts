import { Injectable } from '@nestjs/common';
import type { Caller, Tx } from '#platform';
import { Directory } from '../directory/directory.js';
import { Locks } from '../lock/locks.js';
import { type ClassShift, type Reclassification, Reclassifier } from './reclassifier.js';
import { TaskType } from './task-type.entity.js';

/**
 * Applies the rules for classes that hold today to what was logged before they did. Changing a rule never does that by
 * itself: a report would tell something else without anybody having said so.
 */
@Injectable()
export class ReclassifyWork {
  constructor(
    private readonly directory: Directory,
    private readonly locks: Locks,
    private readonly reclassifier: Reclassifier,
  ) {}

  /** The entries of the task types (keys; null = all). Stated classes, amendments and locked weeks stay as they are. */
  async reclassify(tx: Tx, caller: Caller, taskTypes: string[] | null): Promise<Reclassification> {
    const ids = taskTypes
      ? await this.idsOf(tx, taskTypes)
      : (await tx.find(TaskType)).map((type) => type.id);
    const locks = await this.locks.all(tx);
    const sum: Reclassification = { changed: 0, locked: 0, shifts: [] };
    // In one order, so that two of these never wait for each other.
    for (const id of [...new Set(ids)].sort()) {
      const { changed, locked, shifts } = await this.reclassifier.reclassify(tx, caller, id, locks);
      sum.changed += changed;
      sum.locked += locked;
      sum.shifts = shifts.map((shift, index) => added(shift, sum.shifts[index]));
    }
    return sum;
  }

  private async idsOf(tx: Tx, keys: string[]): Promise<string[]> {
    const ids: string[] = [];
    for (const [index, key] of keys.entries())
      ids.push((await this.directory.taskType(tx, key, ['input', 'taskTypes', String(index)])).id);
    return ids;
  }
}

const added = (one: ClassShift, sum: ClassShift | undefined): ClassShift => ({
  ...one,
  beforeSeconds: one.beforeSeconds + (sum?.beforeSeconds ?? 0),
  afterSeconds: one.afterSeconds + (sum?.afterSeconds ?? 0),
});
