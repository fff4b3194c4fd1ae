import { Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, Clock, EventBus, Ids, Jobs, type Tx } from '#platform';
import type { Pipeline } from '../pipeline/pipeline.entity.js';
import type { PipelineRun, RunTrigger } from './run.entity.js';
import { runValidate } from './run.jobs.js';
import { RunRepository } from './run.repository.js';

/** Makes the row of a run that has not been written yet. */
@Injectable()
export class RunBirth {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  run(caller: Caller, pipeline: Pipeline, trigger: RunTrigger): PipelineRun {
    return {
      id: this.ids.next('run'),
      pipelineId: pipeline.id,
      status: 'QUEUED',
      trigger,
      requestedBy: caller.name,
      seed: pipeline.training.seed,
      createdAt: this.clock.now(),
      startedAt: null,
      finishedAt: null,
      errorCode: null,
      error: null,
      dataDigest: null,
      runKey: null,
      newData: true,
      modelVersionId: null,
      engine: null,
      fence: 0,
    };
  }
}

/** Puts a new run with its first job into the open transaction, for people and for the automation alike. */
@Injectable()
export class StartRun {
  constructor(
    private readonly runs: RunRepository,
    private readonly jobs: Jobs,
    private readonly events: EventBus,
    private readonly audit: AuditTrail,
    private readonly birth: RunBirth,
  ) {}

  /** Null when a run of the pipeline is queued or running already: however many ask at once, one is started. */
  async start(tx: Tx, caller: Caller, pipeline: Pipeline, trigger: RunTrigger): Promise<PipelineRun | null> {
    const run = this.birth.run(caller, pipeline, trigger);
    if (!(await this.runs.insert(tx, run))) return null;
    const jobId = await this.jobs.enqueue(tx, runValidate, { runId: run.id });
    await this.runs.updateStep(tx, run.id, 'VALIDATE', { jobId });
    await this.audit.record(tx, caller, 'run.started', run.id, null, { pipeline: pipeline.key, trigger });
    await this.events.publish(tx, 'run', run.id);
    return run;
  }
}
