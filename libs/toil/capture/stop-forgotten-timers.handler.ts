import { Injectable } from '@nestjs/common';
import { done, type Handles, JobHandler, type JobOutcome, skipped, Transactions } from '#platform';
import { stopForgottenTimers } from './capture.jobs.js';
import { Timers } from './timers.js';

/** Ends forgotten timers at their last sign of life. */
@Injectable()
@JobHandler(stopForgottenTimers)
export class StopForgottenTimersHandler implements Handles<typeof stopForgottenTimers> {
  constructor(
    private readonly transactions: Transactions,
    private readonly timers: Timers,
  ) {}

  async handle(): Promise<JobOutcome> {
    const stopped = await this.transactions.run((tx) => this.timers.stopForgotten(tx));
    return stopped > 0 ? done() : skipped('every timer has somebody at work');
  }
}
