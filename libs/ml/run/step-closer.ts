import { Injectable } from '@nestjs/common';
import {
  Clock,
  done,
  FinalError,
  type JobContract,
  type JobOutcome,
  Jobs,
  type RunningJob,
  skipped,
  type Tx,
} from '#platform';
import { Chronicle } from './chronicle.js';
import type { PipelineRun } from './run.entity.js';
import { StepFailure } from './run.errors.js';
import { STEP_JOBS } from './run.jobs.js';
import { RunRepository } from './run.repository.js';
import { RunEnding } from './run-ending.service.js';
import { hasEnded, type StepName, stepAfter } from './run-state.rules.js';

// Killed workers cost a training retries too and are forgiven far more often than errors that it raises itself.
const MOST_RETRIES_OF_ERRORS = 20;

/** What a step made. `write` puts its artefacts into the transaction that also enqueues the next step. */
export interface StepResult {
  detail: string;
  artefacts?: object;
  write?: (tx: Tx) => Promise<Partial<PipelineRun>>;
  /** Ends the run here instead of going on. */
  ends?: { as: 'SUCCEEDED' | 'NOTHING_NEW' | 'HELD'; note: string | null };
}

/** Ends a step, and with it sometimes the run. */
@Injectable()
export class StepCloser {
  constructor(
    private readonly runs: RunRepository,
    private readonly ending: RunEnding,
    private readonly chronicle: Chronicle,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  async succeed(tx: Tx, name: StepName, runId: string, job: RunningJob, result: StepResult): Promise<void> {
    await job.fence(tx);
    const run = await this.runs.lock(tx, runId);
    // The world is looked at again after slow work: somebody may have cancelled.
    if (!run || hasEnded(run.status)) return;
    const now = this.clock.now();
    const change = (await result.write?.(tx)) ?? {};
    if (Object.keys(change).length > 0) await this.runs.update(tx, runId, change);
    await this.runs.updateStep(tx, runId, name, {
      status: 'SUCCEEDED',
      finishedAt: now,
      fraction: 1,
      detail: result.detail,
      artefacts: result.artefacts ?? null,
    });
    await this.chronicle.lines(tx, runId, [{ at: now, line: `${name} succeeded: ${result.detail}` }]);
    const next = stepAfter(name);
    if (result.ends?.as === 'NOTHING_NEW') return this.ending.nothingNew(tx, { ...run, ...change });
    if (result.ends?.as === 'HELD')
      return this.ending.held(tx, { ...run, ...change }, result.ends.note ?? '');
    if (result.ends || !next)
      return this.ending.succeed(tx, { ...run, ...change }, result.ends?.note ?? null);
    const jobId = await this.jobs.enqueue(tx, STEP_JOBS[next], { runId });
    await this.runs.updateStep(tx, runId, next, { jobId });
    await this.chronicle.announce(tx, runId);
  }

  /** After an error: fails the run, or throws the error on so that the job is tried again. */
  async stop(tx: Tx, name: StepName, runId: string, job: RunningJob, error: unknown): Promise<JobOutcome> {
    const run = await this.runs.lock(tx, runId);
    if (!run || hasEnded(run.status)) return skipped('the run has ended meanwhile');
    const isPaused = await this.isPaused(tx, run.pipelineId);
    if (job.signal.aborted && isPaused) {
      await this.runs.updateStep(tx, runId, name, { detail: 'paused' });
      await this.chronicle.announce(tx, runId);
      return skipped('the pipeline was paused');
    }
    const isDecided = error instanceof StepFailure;
    const retries = Math.min(MOST_RETRIES_OF_ERRORS, (STEP_JOBS[name] as JobContract).retryLimit);
    const canRetry = !(error instanceof FinalError) && job.attempt <= retries;
    if (!isDecided && (canRetry || job.signal.aborted)) throw error;
    await job.fence(tx);
    const code = isDecided ? error.code : 'UNKNOWN';
    const sentence = isDecided ? error.sentence : `${error instanceof Error ? error.message : String(error)}`;
    await this.ending.fail(tx, run, name, code, sentence);
    return done();
  }

  private async isPaused(tx: Tx, pipelineId: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(`select 1 from pipeline where id = $1 and state = 'PAUSED'`, [
      pipelineId,
    ]);
    return rows.length > 0;
  }
}
