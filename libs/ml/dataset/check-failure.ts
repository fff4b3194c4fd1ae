import { Injectable } from '@nestjs/common';
import {
  Clock,
  type JobContract,
  type JobOutcome,
  type RunningJob,
  StaleWorkerError,
  Transactions,
} from '#platform';
import { DatasetRepository } from './dataset.repository.js';

/** Ends a check whose job has failed for the last time, so that the next one may start. */
@Injectable()
export class CheckFailure {
  constructor(
    private readonly transactions: Transactions,
    private readonly datasets: DatasetRepository,
    private readonly clock: Clock,
  ) {}

  /** Runs a step of a check; an error at the last attempt fails the check, and is thrown on in any case. */
  async guard(
    checkId: string,
    contract: JobContract,
    job: RunningJob,
    work: () => Promise<JobOutcome>,
  ): Promise<JobOutcome> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StaleWorkerError) && job.attempt > contract.retryLimit) {
        const message = error instanceof Error ? error.message : String(error);
        await this.transactions.run((tx) =>
          this.datasets.updateCheck(tx, checkId, {
            state: 'FAILED',
            finishedAt: this.clock.now(),
            error: message.slice(0, 2000),
          }),
        );
      }
      throw error;
    }
  }
}
