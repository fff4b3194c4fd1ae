import { Inject, Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { deploymentWatch, triggerTick } from '#ml';
import { Jobs, LOG, type Log, Transactions } from '#platform';

const TRIGGER_MS = 5000;
const WATCH_MS = 2000;

/** Drives the retrain policy and the watch over trials. Each tick only enqueues a unique job: ten workers tick, one works. */
@Injectable()
export class PipelineClock {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Interval(TRIGGER_MS)
  tick(): Promise<void> {
    return this.enqueue(triggerTick);
  }

  @Interval(WATCH_MS)
  watch(): Promise<void> {
    return this.enqueue(deploymentWatch);
  }

  // A database that is away for a moment must not end the process: the next tick comes.
  private async enqueue(contract: typeof triggerTick | typeof deploymentWatch): Promise<void> {
    try {
      await this.transactions.run((tx) => this.jobs.enqueue(tx, contract, {}));
    } catch (error) {
      this.log.warn({ err: error, contract: contract.name }, 'clock');
    }
  }
}
