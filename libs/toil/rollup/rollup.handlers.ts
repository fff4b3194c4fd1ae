import { Injectable } from '@nestjs/common';
import {
  done,
  type Handles,
  JobHandler,
  type JobOutcome,
  type PayloadOf,
  type RunningJob,
  Transactions,
} from '#platform';
import { compactRollups, refreshRollups } from './rollup.jobs.js';
import { RollupKeeper } from './rollup-keeper.js';

/** Refreshes until nothing is stale, each batch in a transaction of its own. */
@Injectable()
@JobHandler(refreshRollups)
export class RefreshRollupsHandler implements Handles<typeof refreshRollups> {
  constructor(
    private readonly transactions: Transactions,
    private readonly keeper: RollupKeeper,
  ) {}

  async handle(_: PayloadOf<typeof refreshRollups>, job: RunningJob): Promise<JobOutcome> {
    while (!job.signal.aborted && (await this.transactions.run((tx) => this.keeper.refresh(tx))) > 0);
    return done();
  }
}

/** Compacts once. */
@Injectable()
@JobHandler(compactRollups)
export class CompactRollupsHandler implements Handles<typeof compactRollups> {
  constructor(
    private readonly transactions: Transactions,
    private readonly keeper: RollupKeeper,
  ) {}

  async handle(): Promise<JobOutcome> {
    await this.transactions.run((tx) => this.keeper.compact(tx));
    return done();
  }
}
