import { Injectable } from '@nestjs/common';
import { Jobs, type Tx } from '#platform';
import { DatasetRepository } from '../dataset/dataset.repository.js';
import { RecheckDataset } from '../dataset/recheck.service.js';
import { triggerTick } from '../run/run.jobs.js';

/** Datasets while pictures are taken out of them. */
@Injectable()
export class DatasetUnderErasure {
  constructor(
    private readonly datasets: DatasetRepository,
    private readonly recheck: RecheckDataset,
    private readonly jobs: Jobs,
  ) {}

  /** In the order of their ids: two erasures at once wait for each other. */
  async lock(tx: Tx, ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.datasets.lock(tx, id);
  }

  /** Has their reports written anew, from what is left, and the pictures that ended runs left on machines swept up at once. */
  async judgeAnew(tx: Tx, ids: readonly string[]): Promise<void> {
    await this.jobs.enqueue(tx, triggerTick, {});
    for (const id of ids) await this.recheck.start(tx, await this.datasets.byId(tx, id));
  }
}
