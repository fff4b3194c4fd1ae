import { Injectable } from '@nestjs/common';
import { done, type JobOutcome, type RunningJob, StaleWorkerError, skipped, Transactions } from '#platform';
import type { StepName } from './run-state.rules.js';
import { StepCloser, type StepResult } from './step-closer.js';
import { StepOpener, type StepScene } from './step-opener.js';

/** Runs steps from beginning to end; the shared frame of the six handlers. */
@Injectable()
export class StepRunner {
  constructor(
    private readonly transactions: Transactions,
    private readonly opener: StepOpener,
    private readonly closer: StepCloser,
  ) {}

  /**
   * Runs one step once. A StepFailure, or any error at the last attempt, fails the run with its root cause; other errors
   * are retried. A run that has ended meanwhile, or a paused pipeline, leaves the step as it is.
   */
  async run(
    name: StepName,
    runId: string,
    job: RunningJob,
    work: (scene: StepScene) => Promise<StepResult>,
  ): Promise<JobOutcome> {
    const opened = await this.transactions.run((tx) => this.opener.open(tx, name, runId, job));
    if ('reason' in opened) return skipped(opened.reason);
    try {
      const result = await work(opened);
      await this.transactions.run((tx) => this.closer.succeed(tx, name, runId, job, result));
      return done();
    } catch (error) {
      if (error instanceof StaleWorkerError) throw error;
      return this.transactions.run((tx) => this.closer.stop(tx, name, runId, job, error));
    }
  }
}
