import { Injectable } from '@nestjs/common';
import { done, type Handles, JobHandler, type JobOutcome, type RunningJob, skipped } from '#platform';
import { CheckBooks } from './begin-check.handler.js';
import { CheckEnding } from './check-ending.service.js';
import { CheckFailure } from './check-failure.js';
import { datasetFinishCheck } from './dataset.jobs.js';
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
  ) {}

  handle({ checkId }: { checkId: string }, job: RunningJob): Promise<JobOutcome> {
    return this.failure.guard(checkId, datasetFinishCheck, job, async () => {
      const { transactions, datasets } = this.books;
      const check = await datasets.check(transactions.read, checkId);
      if (check?.state !== 'RUNNING') return skipped('the check has ended');
      const dataset = await datasets.byId(transactions.read, check.datasetId);
      const written = await this.writer.write(dataset, check, job.signal);
      await transactions.run(async (tx) => {
        await job.fence(tx);
        await this.ending.finish(tx, check, written);
      });
      return done();
    });
  }
}
