import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '#platform';
import { CheckComparison } from './check-comparison.repository.js';
import type { Dataset } from './dataset.entity.js';
import { DatasetRepository } from './dataset.repository.js';
import type { DatasetCheck } from './dataset-check.entity.js';
import { DatasetRowRepository } from './dataset-row.repository.js';
import type { WrittenReport } from './report-writer.js';

/** Moves a dataset onto a finished check, all in one transaction. */
@Injectable()
export class CheckEnding {
  constructor(
    private readonly datasets: DatasetRepository,
    private readonly rows: DatasetRowRepository,
    private readonly comparison: CheckComparison,
    private readonly clock: Clock,
  ) {}

  async finish(tx: Tx, check: DatasetCheck, { report, held, classesAccepted }: WrittenReport): Promise<void> {
    const now = this.clock.now();
    const dataset = await this.datasets.lock(tx, check.datasetId);
    await this.datasets.updateCheck(tx, check.id, { ...report, state: 'FINISHED', finishedAt: now });
    if (held) await this.comparison.hold(tx, dataset.id, held);
    // What an import brings was there when it was imported, everything else when this check read it: what a run has
    // trained on is thus never news to it, and what comes while it is checked always is.
    await this.rows.noteArrivals(
      tx,
      dataset.id,
      check.id,
      dataset.checkId === null ? dataset.createdAt : (check.readAt ?? now),
    );
    await this.datasets.update(tx, dataset.id, {
      checkId: check.id,
      ...(await this.classes(tx, dataset, check.classNames, classesAccepted, now)),
    });
    await this.rows.prune(tx, dataset.id, [check.id, ...(dataset.checkId ? [dataset.checkId] : [])]);
  }

  // Before the first accepted version the classes are only shown; after it they only grow.
  private async classes(
    tx: Tx,
    dataset: Dataset,
    names: string[],
    accepted: boolean,
    now: Date,
  ): Promise<Partial<Dataset>> {
    if (!accepted) return dataset.classMapVersion === 0 ? { classNames: names } : {};
    if (dataset.classMapVersion > 0 && names.length === dataset.classNames.length) return {};
    const version = dataset.classMapVersion + 1;
    await this.datasets.insertClassMap(tx, { datasetId: dataset.id, version, names, createdAt: now });
    return { classNames: names, classMapVersion: version };
  }
}
