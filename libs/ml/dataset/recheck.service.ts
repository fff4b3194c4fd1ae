import { Injectable } from '@nestjs/common';
import { Clock, Ids, Jobs, type Tx } from '#platform';
import type { Dataset } from './dataset.entity.js';
import { datasetValidate } from './dataset.jobs.js';
import { DatasetRepository } from './dataset.repository.js';
import type { DatasetCheck } from './dataset-check.entity.js';

/** A check that has not begun. */
export const freshCheck = (id: string, datasetId: string, createdAt: Date): DatasetCheck => ({
  id,
  datasetId,
  state: 'QUEUED',
  createdAt,
  sourceId: null,
  readAt: null,
  finishedAt: null,
  error: null,
  classNames: [],
  trainingRows: 0,
  validationRows: 0,
  tallies: [],
  verdict: null,
  usableTraining: null,
  usableValidation: null,
  findings: null,
  digest: null,
});

/** Judges what was read once more after people have decided something about it; no picture is read again. */
@Injectable()
export class RecheckDataset {
  constructor(
    private readonly datasets: DatasetRepository,
    private readonly jobs: Jobs,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** For a locked dataset. An open check sees by the raised count that it has to take the decision in. */
  async start(tx: Tx, dataset: Dataset): Promise<void> {
    await this.datasets.update(tx, dataset.id, { reviewCount: dataset.reviewCount + 1 });
    if (dataset.checkId === null || (await this.datasets.openCheck(tx, dataset.id))) return;
    const source = await this.datasets.check(tx, dataset.checkId);
    if (!source) return;
    const check: DatasetCheck = {
      ...freshCheck(this.ids.next('chk'), dataset.id, this.clock.now()),
      sourceId: source.id,
      readAt: source.readAt,
      classNames: source.classNames,
      trainingRows: source.trainingRows,
      validationRows: source.validationRows,
      tallies: source.tallies,
    };
    await this.datasets.insertCheck(tx, check);
    await this.jobs.enqueue(tx, datasetValidate, { checkId: check.id });
  }
}
