import { Injectable } from '@nestjs/common';
import { Cron, CronExpression, Interval } from '@nestjs/schedule';
import { Jobs, Transactions } from '#platform';
import { compactRollups, keepPartitions, refreshRollups, StaleRollups } from '#toil';

const REFRESH_MS = 2_000;
const COMPACT_MS = 600_000;

/** Has stale roll-ups refreshed soon after the facts changed, and tables ready for the years to come. Ten workers enqueue one job. */
@Injectable()
export class RollupClock {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly stale: StaleRollups,
  ) {}

  @Interval(REFRESH_MS)
  async refresh(): Promise<void> {
    if (!(await this.stale.any(this.transactions.read))) return;
    await this.transactions.run((tx) => this.jobs.enqueue(tx, refreshRollups, {}));
  }

  @Interval(COMPACT_MS)
  async compact(): Promise<void> {
    await this.transactions.run((tx) => this.jobs.enqueue(tx, compactRollups, {}));
  }

  @Cron(CronExpression.EVERY_DAY_AT_3AM)
  async partitions(): Promise<void> {
    await this.transactions.run((tx) => this.jobs.enqueue(tx, keepPartitions, {}));
  }
}
