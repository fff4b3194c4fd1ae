import { Injectable } from '@nestjs/common';
import { done, type Handles, JobHandler, type JobOutcome, type RunningJob, skipped } from '#platform';
import { readThresholds } from '../check/thresholds.rules.js';
import { CheckBooks } from './begin-check.handler.js';
import { CheckFailure } from './check-failure.js';
import { CHUNK_ROWS, datasetCheckChunk, datasetFinishCheck } from './dataset.jobs.js';
import type { Measurement } from './dataset-row.repository.js';
import { measurePicture } from './measure-picture.js';
import { PictureSource } from './picture-source.js';

// sharp decodes on its own threads: a few at a time keep them busy, and memory to a few pictures.
const AT_ONCE = 4;

/** The second step of a check: reads and measures one stretch of pictures. Any number of workers share the chunks. */
@Injectable()
@JobHandler(datasetCheckChunk)
export class CheckChunk implements Handles<typeof datasetCheckChunk> {
  constructor(
    private readonly books: CheckBooks,
    private readonly source: PictureSource,
    private readonly failure: CheckFailure,
  ) {}

  handle({ checkId, chunk }: { checkId: string; chunk: number }, job: RunningJob): Promise<JobOutcome> {
    return this.failure.guard(checkId, datasetCheckChunk, job, async () => {
      const { transactions, datasets, rows, jobs } = this.books;
      const check = await datasets.check(transactions.read, checkId);
      if (check?.state !== 'RUNNING') return skipped('the check has ended');
      const measured = await this.measure(check.datasetId, checkId, chunk, job);
      await transactions.run(async (tx) => {
        await job.fence(tx);
        await datasets.lockCheck(tx, checkId);
        await rows.measure(tx, checkId, measured);
        if ((await rows.closeChunk(tx, checkId, chunk)) === 0)
          await jobs.enqueue(tx, datasetFinishCheck, { checkId });
      });
      return done();
    });
  }

  private async measure(
    datasetId: string,
    checkId: string,
    chunk: number,
    job: RunningJob,
  ): Promise<Measurement[]> {
    const { transactions, datasets, rows } = this.books;
    const dataset = await datasets.byId(transactions.read, datasetId);
    const { thresholds } = readThresholds(dataset.checks);
    const stretch = await rows.stretch(
      transactions.read,
      checkId,
      chunk * CHUNK_ROWS,
      (chunk + 1) * CHUNK_ROWS,
    );
    const measured: Measurement[] = [];
    for (let i = 0; i < stretch.length; i += AT_ONCE) {
      job.signal.throwIfAborted();
      const few = stretch.slice(i, i + AT_ONCE);
      measured.push(
        ...(await Promise.all(
          few.map((row) => measurePicture(this.source, dataset.root, row, dataset, thresholds)),
        )),
      );
    }
    return measured;
  }
}
