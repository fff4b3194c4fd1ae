import { Injectable } from '@nestjs/common';
import {
  Clock,
  done,
  type Handles,
  JobHandler,
  type JobOutcome,
  Jobs,
  type RunningJob,
  skipped,
  Transactions,
  type Tx,
} from '#platform';
import { Tallies } from '../check/tally.rules.js';
import { CheckFailure } from './check-failure.js';
import type { Dataset } from './dataset.entity.js';
import { CHUNK_ROWS, datasetCheckChunk, datasetFinishCheck, datasetValidate } from './dataset.jobs.js';
import { DatasetRepository } from './dataset.repository.js';
import type { DatasetCheck } from './dataset-check.entity.js';
import { DatasetRowRepository } from './dataset-row.repository.js';
import { ManifestSource } from './manifest-source.js';
import { type Reading, readRows } from './reading.rules.js';

/** Where a check keeps its rows and says what comes next. */
@Injectable()
export class CheckBooks {
  constructor(
    readonly transactions: Transactions,
    readonly datasets: DatasetRepository,
    readonly rows: DatasetRowRepository,
    readonly jobs: Jobs,
    readonly clock: Clock,
  ) {}
}

/** The first step of a check: reads the manifests anew, keeps every row, and fans the reading of pictures out. */
@Injectable()
@JobHandler(datasetValidate)
export class BeginCheck implements Handles<typeof datasetValidate> {
  constructor(
    private readonly books: CheckBooks,
    private readonly manifests: ManifestSource,
    private readonly failure: CheckFailure,
  ) {}

  handle({ checkId }: { checkId: string }, job: RunningJob): Promise<JobOutcome> {
    return this.failure.guard(checkId, datasetValidate, job, async () => {
      const { transactions, datasets } = this.books;
      const check = await datasets.check(transactions.read, checkId);
      if (!check || (check.state !== 'QUEUED' && check.state !== 'RUNNING'))
        return skipped('the check has ended');
      if (check.sourceId !== null) {
        await this.judgeAnew(check.sourceId, checkId, job);
        return done();
      }
      const readAt = await this.moment(check, job);
      const dataset = await datasets.byId(transactions.read, check.datasetId);
      const reading = await this.read(dataset, readAt);
      await transactions.run(async (tx) => {
        await job.fence(tx);
        await this.write(tx, checkId, reading, readAt);
      });
      return done();
    });
  }

  private async judgeAnew(sourceId: string, checkId: string, job: RunningJob): Promise<void> {
    const { transactions, datasets, rows, jobs } = this.books;
    await transactions.run(async (tx) => {
      await job.fence(tx);
      await datasets.updateCheck(tx, checkId, { state: 'RUNNING' });
      await rows.copy(tx, sourceId, checkId);
      await jobs.enqueue(tx, datasetFinishCheck, { checkId });
    });
  }

  // Uploads hold the dataset's row until they commit: behind the lock, what was accepted before this moment is there.
  private moment(check: DatasetCheck, job: RunningJob): Promise<Date> {
    const { transactions, datasets, clock } = this.books;
    return transactions.run(async (tx) => {
      await job.fence(tx);
      await datasets.lock(tx, check.datasetId);
      return clock.now();
    });
  }

  private async read(dataset: Dataset, readAt: Date): Promise<Reading> {
    const uploads = await this.books.datasets.uploads(this.books.transactions.read, dataset.id, readAt);
    const [training, validation] = [
      await this.manifests.read(dataset, 'TRAINING'),
      await this.manifests.read(dataset, 'VALIDATION'),
    ];
    const reading = readRows(training, validation, uploads, dataset.classNames);
    const tallies = new Tallies(reading.tallies);
    const gone = (split: 'TRAINING' | 'VALIDATION', path: string | null, bytes: Buffer | null): void => {
      if (path !== null && bytes === null)
        tallies.add({
          code: 'PATH_MISSING',
          severity: 'FAIL',
          split,
          line: null,
          picture: null,
          message: `The ${split.toLowerCase()} manifest is not there any more`,
        });
    };
    gone('TRAINING', dataset.trainingManifest, training);
    gone('VALIDATION', dataset.validationManifest, validation);
    return { ...reading, tallies: tallies.all() };
  }

  private async write(
    tx: Tx,
    checkId: string,
    { rows, classNames, tallies, trainingRows, validationRows }: Reading,
    readAt: Date,
  ): Promise<void> {
    const { datasets, rows: table, jobs } = this.books;
    await datasets.updateCheck(tx, checkId, {
      state: 'RUNNING',
      readAt,
      classNames,
      tallies,
      trainingRows,
      validationRows,
    });
    await table.insert(tx, checkId, rows);
    const chunks = Math.ceil(rows.length / CHUNK_ROWS);
    await table.openChunks(tx, checkId, chunks);
    for (let chunk = 0; chunk < chunks; chunk++)
      await jobs.enqueue(tx, datasetCheckChunk, { checkId, chunk });
    if (chunks === 0) await jobs.enqueue(tx, datasetFinishCheck, { checkId });
  }
}
