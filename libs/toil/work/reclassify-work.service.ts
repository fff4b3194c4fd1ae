import { Injectable } from '@nestjs/common';
import type { Caller, Tx } from '#platform';
import { Directory } from '../directory/directory.js';
import { Locks, touches } from '../lock/locks.js';
import { Reclassifier } from './reclassifier.js';
import { TaskType } from './task-type.entity.js';
import type { WorkEntry } from './work-entry.entity.js';

/** How many entries have another class now, and how many would but lie in a locked week. */
export interface Reclassified {
  changed: number;
  locked: number;
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
    const sum = { changed: 0, locked: 0 };
    // In one order, so that two of these never wait for each other.
    for (const id of [...new Set(ids)].sort()) {
      const { changed, kept } = await this.reclassifier.reclassify(tx, caller, id, isLocked);
      sum.changed += changed;
      sum.locked += kept;
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

const timingOf = ({ startAt, endAt, onDate, durationSeconds }: WorkEntry) =>
  startAt && endAt
    ? { startMs: startAt.getTime(), endMs: endAt.getTime() }
    : { date: onDate as string, seconds: durationSeconds };
