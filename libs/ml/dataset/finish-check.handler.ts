import { Injectable } from '@nestjs/common';
import { done, type Handles, JobHandler, type JobOutcome, type RunningJob, skipped } from '#platform';
import { ReviewRepository } from '../review/review.repository.js';
import { CheckBooks } from './begin-check.handler.js';
import { CheckEnding } from './check-ending.service.js';
import { CheckFailure } from './check-failure.js';
import { datasetFinishCheck } from './dataset.jobs.js';
import type { DatasetCheck } from './dataset-check.entity.js';
import { ReportWriter } from './report-writer.js';

/** The last step of a check: compares all rows, writes the report, and moves the dataset onto it. */
@Injectable()
@JobHandler(datasetFinishCheck)
export class FinishCheck implements Handles<typeof datasetFinishCheck> {
  constructor(
    private readonly books: CheckBooks,
    private readonly writer: ReportWriter,
    private readonly ending: CheckEnding,
    private readonly failure: CheckFailure,
    private readonly reviews: ReviewRepository,
  ) {}

  handle({ checkId }: { checkId: string }, job: RunningJob): Promise<JobOutcome> {
    return this.failure.guard(checkId, datasetFinishCheck, job, async () => {
      const { transactions, datasets } = this.books;
      const check = await datasets.check(transactions.read, checkId);
      if (check?.state !== 'RUNNING') return skipped('the check has ended');
      while (!(await this.finish(check, job))) job.signal.throwIfAborted();
      return done();
    });
  }

  // False when somebody has decided about pictures while the report was written: then it is written once more.
  private async finish(check: DatasetCheck, job: RunningJob): Promise<boolean> {
    const { transactions, datasets } = this.books;
    const dataset = await datasets.byId(transactions.read, check.datasetId);
    const review = await transactions.run(async (tx) => {
      await job.fence(tx);
      return this.reviews.apply(tx, dataset.id, check.id);
    });
    const written = await this.writer.write(dataset, check, review, job.signal);
    return transactions.run(async (tx) => {
      await job.fence(tx);
      const { reviewCount } = await datasets.lock(tx, dataset.id);
      if (reviewCount !== dataset.reviewCount) return false;
      await this.ending.finish(tx, check, written);
      return true;
    });
  }
}
