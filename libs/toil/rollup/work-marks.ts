import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import type { WorkEntry } from '../work/work-entry.entity.js';

/** Marks the person-weeks whose roll-up no longer matches the facts, in the transaction that changes the facts. */
@Injectable()
export class WorkMarks {
  /** Marks the weeks of an entry's person that the entry touches. */
  async touchEntry(
    _tx: Tx,
    _entry: Pick<WorkEntry, 'personId' | 'startAt' | 'endAt' | 'onDate'>,
  ): Promise<void> {}
}
