import { Inject, Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { datasetSweep } from '#ml';
import { Jobs, LOG, type Log, Transactions } from '#platform';

const SWEEP_MS = 3_600_000;

/** Has what datasets no longer need taken away, each hour. */
@Injectable()
export class DatasetClock {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    @Inject(LOG) private readonly log: Log,
  ) {}

  // A database that is away for a moment must not end the process: the next hour comes.
  @Interval(SWEEP_MS)
  async sweep(): Promise<void> {
    await this.transactions
      .run((tx) => this.jobs.enqueue(tx, datasetSweep, {}))
      .catch((error: unknown) => this.log.warn({ err: error, contract: datasetSweep.name }, 'clock'));
  }
}
