import { Injectable } from '@nestjs/common';
import { done, type Handles, JobHandler, type JobOutcome, skipped, Transactions } from '#platform';
import { keepPartitions } from './partition.jobs.js';
import { PartitionKeeper } from './partition-keeper.js';

/** Makes missing partitions; most days there are none. */
@Injectable()
@JobHandler(keepPartitions)
export class KeepPartitionsHandler implements Handles<typeof keepPartitions> {
  constructor(
    private readonly transactions: Transactions,
    private readonly keeper: PartitionKeeper,
  ) {}

  async handle(): Promise<JobOutcome> {
    const made = await this.transactions.run((tx) => this.keeper.keep(tx));
    return made.length > 0 ? done() : skipped('all years have their partitions');
  }
}
