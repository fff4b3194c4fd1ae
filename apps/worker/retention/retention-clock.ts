import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Jobs, Transactions, tidyUp } from '#platform';

/** Has old things deleted every night. Ten workers enqueue one job. */
@Injectable()
export class RetentionClock {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
  ) {}

  @Cron('17 3 * * *')
  async nightly(): Promise<void> {
    await this.transactions.run((tx) => this.jobs.enqueue(tx, tidyUp, {}));
  }
}
