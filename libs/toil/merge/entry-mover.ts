import { Injectable } from '@nestjs/common';
import type { Caller, Tx } from '#platform';
import { Locks } from '../lock/locks.js';
import { Reclassifier } from '../work/reclassifier.js';
import { WorkRewriter } from '../work/work-rewriter.js';
import { MergeRepository } from './merge.repository.js';

/** Moves entries from one person, service or task type to another, and counts their tasks anew. */
@Injectable()
export class EntryMover {
  private readonly repository = new MergeRepository();

  constructor(
    private readonly locks: Locks,
    private readonly rewriter: WorkRewriter,
    private readonly reclassifier: Reclassifier,
  ) {}

  /** Answers how many moved. Writers wait until the transaction ends, so that none is left behind. */
  async move(
    tx: Tx,
    caller: Caller,
    column: 'personId' | 'serviceId' | 'taskTypeId',
    from: string,
    into: string,
  ): Promise<number> {
    await this.locks.stopWriters(tx);
    const entries = await this.repository.entries(tx, column, from);
    const count = await this.rewriter.rewrite(tx, caller, 'work.merge', entries, (entry) => ({
      ...entry,
      [column]: into,
    }));
    // Person and service break ties in the order of occurrences; another type has other rules.
    const types = new Set(entries.flatMap((entry) => (entry.taskTypeId === null ? [] : [entry.taskTypeId])));
    if (column === 'taskTypeId') types.add(into).delete(from);
    for (const id of [...types].sort()) await this.reclassifier.reclassify(tx, caller, id);
    return count;
  }
}
