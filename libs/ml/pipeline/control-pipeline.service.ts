import { Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, Jobs, Refusal, Transactions, type Tx } from '#platform';
import { JobStopper } from '../run/cancel-run.service.js';
import { STEP_JOBS } from '../run/run.jobs.js';
import { RunRepository } from '../run/run.repository.js';
import type { Pipeline, PipelineState } from './pipeline.entity.js';
import { PipelineRepository } from './pipeline.repository.js';

/** Takes the jobs of a run out of the queue and puts them back. */
@Injectable()
export class PauseJobs {
  constructor(
    private readonly runs: RunRepository,
    private readonly stopper: JobStopper,
    private readonly jobs: Jobs,
  ) {}

  stop(tx: Tx, runId: string): Promise<void> {
    return this.stopper.stop(tx, runId);
  }

  /** Enqueues the first step that has not ended. */
  async restart(tx: Tx, runId: string): Promise<void> {
    const steps = await this.runs.steps(tx, [runId]);
    const next = steps.find((step) => step.status === 'PENDING' || step.status === 'RUNNING');
    if (!next) return;
    const jobId = await this.jobs.enqueue(tx, STEP_JOBS[next.name], { runId });
    if (jobId !== null) await this.runs.updateStep(tx, runId, next.name, { jobId });
  }
}

/** Stops and restarts the automation of a pipeline, with the run that is under way. */
@Injectable()
export class ControlPipeline {
  constructor(
    private readonly transactions: Transactions,
    private readonly pipelines: PipelineRepository,
    private readonly runs: RunRepository,
    private readonly jobs: PauseJobs,
    private readonly audit: AuditTrail,
  ) {}

  /** No new run starts; a running training keeps its checkpoint and stops. Pausing twice changes nothing. */
  pause(caller: Caller, key: string): Promise<Pipeline> {
    return this.change(caller, key, 'PAUSED', async (tx, pipeline) => {
      const run = await this.runs.active(tx, pipeline.id);
      if (run) await this.jobs.stop(tx, run.id);
    });
  }

  /** Active again, also after BLOCKED; a run that was paused goes on where it stopped. */
  resume(caller: Caller, key: string): Promise<Pipeline> {
    return this.change(caller, key, 'ACTIVE', async (tx, pipeline) => {
      await this.pipelines.update(tx, pipeline.id, { failureCodes: [], cooldownUntil: null });
      const run = await this.runs.active(tx, pipeline.id);
      if (run) await this.jobs.restart(tx, run.id);
    });
  }

  private change(
    caller: Caller,
    key: string,
    state: PipelineState,
    act: (tx: Tx, pipeline: Pipeline) => Promise<void>,
  ): Promise<Pipeline> {
    return this.transactions.run(async (tx) => {
      const pipeline = await this.pipelines.lock(tx, { key });
      if (!pipeline) throw new Refusal('NOT_FOUND', `There is no pipeline "${key}".`, ['key']);
      if (pipeline.state === state) return pipeline;
      await this.pipelines.update(tx, pipeline.id, { state });
      await act(tx, pipeline);
      await this.audit.record(
        tx,
        caller,
        'pipeline.state',
        pipeline.id,
        { state: pipeline.state },
        { state },
      );
      return this.pipelines.byId(tx, pipeline.id);
    });
  }
}
