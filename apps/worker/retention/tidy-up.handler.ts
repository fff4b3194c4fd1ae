import { Injectable } from '@nestjs/common';
import {
  Clock,
  done,
  type Handles,
  JobHandler,
  type JobOutcome,
  OldRowsRepository,
  oldBefore,
  Retention,
  skipped,
  Transactions,
  tidyUp,
} from '#platform';

/** Deletes what the rules of retention call old, in short transactions; what was begun goes on at the next try. */
@Injectable()
@JobHandler(tidyUp)
export class TidyUpHandler implements Handles<typeof tidyUp> {
  private readonly rows = new OldRowsRepository();

  constructor(
    private readonly transactions: Transactions,
    private readonly retention: Retention,
    private readonly clock: Clock,
  ) {}

  async handle(): Promise<JobOutcome> {
    let total = 0;
    for (const { kind, keepDays } of await this.retention.rules(this.transactions.read)) {
      const before = oldBefore(this.clock.now(), keepDays);
      if (!this.rows.knows(kind)) continue;
      let deleted = 0;
      for (let count = 1; before && count > 0; ) {
        count = await this.transactions.run((tx) => this.rows.deleteBatch(tx, kind, before));
        deleted += count;
      }
      await this.transactions.run((tx) => this.retention.note(tx, kind, deleted));
      total += deleted;
    }
    return total > 0 ? done() : skipped('nothing is old');
  }
}
