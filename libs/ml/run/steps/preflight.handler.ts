import { Injectable } from '@nestjs/common';
import { type Handles, JobHandler, type JobOutcome, type PayloadOf, type RunningJob } from '#platform';
import { planFindings } from '../plan-findings.rules.js';
import { StepFailure } from '../run.errors.js';
import { runPreflight } from '../run.jobs.js';
import { RunData } from '../run-data.js';
import { type StepResult, StepRunner, type StepScene } from '../step-runner.js';

/** PREFLIGHT: proves that every batch of training and validation can be filled, then packs both splits. */
@Injectable()
@JobHandler(runPreflight)
export class PreflightHandler implements Handles<typeof runPreflight> {
  constructor(
    private readonly steps: StepRunner,
    private readonly data: RunData,
  ) {}

  handle({ runId }: PayloadOf<typeof runPreflight>, job: RunningJob): Promise<JobOutcome> {
    return this.steps.run('PREFLIGHT', runId, job, (scene) => this.prove(scene, job));
  }

  private async prove({ pipeline }: StepScene, job: RunningJob): Promise<StepResult> {
    const packed = await this.data.pack(pipeline.datasetId, job.signal);
    const findings = planFindings(packed.training.rows, packed.validation.rows, pipeline.training);
    const fatal = findings.find((found) => found.severity === 'FAIL');
    if (fatal) throw new StepFailure(fatal.code, fatal.message);
    const warned = findings.map((found) => `; ${found.message}`).join('');
    return {
      detail: `${pipeline.training.steps} batches of ${pipeline.training.batchSize} can be filled${warned}`,
      artefacts: packed,
    };
  }
}
