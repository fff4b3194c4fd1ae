import { Injectable } from '@nestjs/common';
import { Clock, Ids, Jobs, Refusal, Transactions, type Tx } from '#platform';
import type { Dataset } from './dataset.entity.js';
import { datasetValidate } from './dataset.jobs.js';
import { DatasetRepository } from './dataset.repository.js';
import { freshCheck } from './recheck.service.js';

// A check whose jobs all died is given up after a day, so that it cannot hold the next one back for ever.
const GIVEN_UP_MS = 24 * 3600 * 1000;

/** Starts the checks of a dataset, or joins the ones that wait or run. */
@Injectable()
export class ValidateDataset {
  constructor(
    private readonly transactions: Transactions,
    private readonly datasets: DatasetRepository,
    private readonly jobs: Jobs,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Queues the checks; the report lands on the dataset. */
  byKey(key: string): Promise<Dataset> {
    return this.transactions.run(async (tx) => {
      const dataset = await this.datasets.byKey(tx, key);
      if (!dataset) throw new Refusal('NOT_FOUND', `There is no dataset with the key "${key}".`, ['key']);
      await this.start(tx, dataset.id);
      return dataset;
    });
  }

  /** The id of the check that runs from now on: a new one, or the one that was open already. */
  async start(tx: Tx, datasetId: string): Promise<string> {
    // Two callers at once queue here, so that the second one finds the first one's check.
    await this.datasets.lock(tx, datasetId);
    const open = await this.datasets.openCheck(tx, datasetId);
    const now = this.clock.now();
    if (open && now.getTime() - open.createdAt.getTime() < GIVEN_UP_MS) return open.id;
    if (open)
      await this.datasets.updateCheck(tx, open.id, {
        state: 'FAILED',
        finishedAt: now,
        error: 'given up after a day',
      });
    const check = freshCheck(this.ids.next('chk'), datasetId, now);
    await this.datasets.insertCheck(tx, check);
    await this.jobs.enqueue(tx, datasetValidate, { checkId: check.id });
    return check.id;
  }
}
