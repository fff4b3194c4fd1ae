import { Injectable } from '@nestjs/common';
import { Clock, type RunningJob, type Tx } from '#platform';
import type { Pipeline } from '../pipeline/pipeline.entity.js';
import { PipelineRepository } from '../pipeline/pipeline.repository.js';
import { Chronicle } from './chronicle.js';
import type { PipelineRun } from './run.entity.js';
import { RunRepository } from './run.repository.js';
import { hasEnded, type StepName } from './run-state.rules.js';

/** What a step works on. */
export interface StepScene {
  run: PipelineRun;
  pipeline: Pipeline;
}

/** Lets a step begin. */
@Injectable()
export class StepOpener {
  constructor(
    private readonly runs: RunRepository,
    private readonly pipelines: PipelineRepository,
    private readonly chronicle: Chronicle,
    private readonly clock: Clock,
  ) {}

  async open(
    tx: Tx,
    name: StepName,
    runId: string,
    job: RunningJob,
  ): Promise<StepScene | { reason: string }> {
    const run = await this.runs.lock(tx, runId);
    if (!run) return { reason: 'the run is gone' };
    if (hasEnded(run.status)) return { reason: `the run has ended: ${run.status}` };
    const step = await this.runs.step(tx, runId, name);
    if (step.status !== 'PENDING' && step.status !== 'RUNNING')
      return { reason: `the step is ${step.status}` };
    const pipeline = await this.pipelines.byId(tx, run.pipelineId);
    if (pipeline.state === 'PAUSED') return { reason: 'the pipeline is paused' };
    const now = this.clock.now();
    await this.runs.updateStep(tx, runId, name, {
      status: 'RUNNING',
      startedAt: step.startedAt ?? now,
      detail: job.attempt > 1 ? `attempt ${job.attempt}` : null,
      jobId: job.id,
    });
    const startedAt = run.startedAt ?? now;
    await this.runs.update(tx, runId, { status: 'RUNNING', startedAt });
    const line = `${name} started${job.attempt > 1 ? `, attempt ${job.attempt}` : ''}`;
    await this.chronicle.lines(tx, runId, [{ at: now, line }]);
    await this.chronicle.announce(tx, runId);
    return { run: { ...run, status: 'RUNNING', startedAt }, pipeline };
  }
}
