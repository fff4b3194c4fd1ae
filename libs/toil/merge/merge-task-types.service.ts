import { Injectable } from '@nestjs/common';
import type { Caller, Tx } from '#platform';
import { TaskType } from '../work/task-type.entity.js';
import { EntryMover } from './entry-mover.js';
import { MergeRepository } from './merge.repository.js';
import type { Merge } from './merge.rules.js';
import { MergeDesk, type MergeKind, type MergeResult } from './merge-desk.js';

const KIND: MergeKind<TaskType> = {
  entity: TaskType,
  words: 'task type',
  table: 'task_type',
  action: 'taskType.merge',
};

/** Makes one task type of two that were the same kind of work. */
@Injectable()
export class MergeTaskTypes {
  private readonly repository = new MergeRepository();

  constructor(
    private readonly desk: MergeDesk,
    private readonly entries: EntryMover,
  ) {}

  /** Every entry gets the class that the survivor's rules give it, its occurrences counted together. */
  async merge(tx: Tx, caller: Caller, input: Merge): Promise<MergeResult> {
    const pair = await this.desk.pair(tx, KIND, input);
    const [from, into] = [pair.from.id, pair.into.id];
    const move = (table: string): Promise<number> =>
      this.repository.move(tx, table, 'task_type_id', from, into);
    return this.desk.settle(tx, caller, KIND, pair, {
      ENTRIES: await this.entries.move(tx, caller, 'taskTypeId', from, into),
      DRAFTS: await move('work_draft'),
      TIMERS: await move('running_timer'),
      AUTOMATIONS: await move('automation'),
    });
  }
}
