import { Injectable } from '@nestjs/common';
import { PipelineRepository, RunRepository, runFinished } from '#ml';
import {
  done,
  type Handles,
  JobHandler,
  type JobOutcome,
  type PayloadOf,
  SYSTEM,
  skipped,
  Transactions,
} from '#platform';
import { SavingsLedger } from '#toil';
import { PipelineAutomation } from './pipeline-automation.js';

/** Books every ended run in the savings ledger: what an automatic retraining saved is credited, a failure is not. */
@Injectable()
@JobHandler(runFinished)
export class RunFinishedHandler implements Handles<typeof runFinished> {
  constructor(
    private readonly transactions: Transactions,
    private readonly runs: RunRepository,
    private readonly pipelines: PipelineRepository,
    private readonly automation: PipelineAutomation,
    private readonly ledger: SavingsLedger,
  ) {}

  handle({ runId }: PayloadOf<typeof runFinished>): Promise<JobOutcome> {
    return this.transactions.run(async (tx) => {
      const run = await this.runs.byId(tx, runId);
      if (!run?.finishedAt) return skipped('the run is gone or has not ended');
      if (run.status === 'CANCELLED') return skipped('a cancelled run neither saves nor fails');
      const pipeline = await this.pipelines.byId(tx, run.pipelineId);
      const automation = await this.automation.of(tx, pipeline);
      if (!automation) return skipped('the service of the pipeline is gone');
      const succeeded = run.status === 'SUCCEEDED';
      await this.ledger.record(tx, SYSTEM, { automation, runId, succeeded, at: run.finishedAt });
      return done();
    });
  }
}
