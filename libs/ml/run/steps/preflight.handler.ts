import { Injectable } from '@nestjs/common';
import {
  type Handles,
  JobHandler,
  type JobOutcome,
  type PayloadOf,
  type RunningJob,
  Transactions,
} from '#platform';
import { planFindings } from '../plan-findings.rules.js';
import { StepFailure } from '../run.errors.js';
import { runPreflight } from '../run.jobs.js';
import { RunRepository } from '../run.repository.js';
import { RunData, type ValidatedArtefacts } from '../run-data.js';
import type { StepResult } from '../step-closer.js';
import type { StepScene } from '../step-opener.js';
import { StepRunner } from '../step-runner.js';

/** PREFLIGHT: proves that every batch of training and validation can be filled, then packs both splits. */
@Injectable()
@JobHandler(runPreflight)
export class PreflightHandler implements Handles<typeof runPreflight> {
  constructor(
    private readonly steps: StepRunner,
    private readonly data: RunData,
    private readonly runs: RunRepository,
    private readonly transactions: Transactions,
  ) {}

  handle({ runId }: PayloadOf<typeof runPreflight>, job: RunningJob): Promise<JobOutcome> {
    return this.steps.run('PREFLIGHT', runId, job, (scene) => this.prove(scene, job));
  }

  private async prove({ run, pipeline }: StepScene, job: RunningJob): Promise<StepResult> {
    const validated = await this.runs.step(this.transactions.read, run.id, 'VALIDATE');
    const { checkId } = validated.artefacts as ValidatedArtefacts;
    const packed = await this.data.pack(pipeline.datasetId, checkId, job.signal);
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
