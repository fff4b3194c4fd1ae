import { Injectable } from '@nestjs/common';
import type { Caller, Tx } from '#platform';
import { Directory } from '../directory/directory.js';
import { Locks, touches } from '../lock/locks.js';
import { type ClassShift, Reclassifier } from './reclassifier.js';
import { TaskType } from './task-type.entity.js';
import type { WorkEntry } from './work-entry.entity.js';

/** How many entries have another class now, how many would but lie in a locked week, and the hours of each class. */
export interface Reclassified {
  changed: number;
  locked: number;
  shifts: ClassShift[];
}

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
  async reclassify(tx: Tx, caller: Caller, taskTypes: string[] | null): Promise<Reclassified> {
    const ids = taskTypes
      ? await this.idsOf(tx, taskTypes)
      : (await tx.find(TaskType)).map((type) => type.id);
    const locks = await this.locks.all(tx);
    const isLocked = (entry: WorkEntry): boolean => locks.some((lock) => touches(lock, timingOf(entry)));
    const sum: Reclassified = { changed: 0, locked: 0, shifts: [] };
    // In one order, so that two of these never wait for each other.
    for (const id of [...new Set(ids)].sort()) {
      const { changed, kept, shifts } = await this.reclassifier.reclassify(tx, caller, id, isLocked);
      sum.changed += changed;
      sum.locked += kept;
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

const timingOf = ({ startAt, endAt, onDate, durationSeconds }: WorkEntry) =>
  startAt && endAt
    ? { startMs: startAt.getTime(), endMs: endAt.getTime() }
    : { date: onDate as string, seconds: durationSeconds };
