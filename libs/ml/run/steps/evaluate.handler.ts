import { Injectable } from '@nestjs/common';
import {
  type Handles,
  JobHandler,
  type JobOutcome,
  type PayloadOf,
  type RunningJob,
  Transactions,
} from '#platform';
import { countRight } from '../../model/answers.rules.js';
import { ModelRepository } from '../../model/model.repository.js';
import { RegisterModel } from '../../model/register-model.service.js';
import { runEvaluate } from '../run.jobs.js';
import type { StepResult } from '../step-closer.js';
import type { StepScene } from '../step-opener.js';
import { StepRunner } from '../step-runner.js';
import { Examination } from './examination.js';

/** What EVALUATE leaves for GATE. */
export interface EvaluatedArtefacts {
  modelVersionId: string;
  championId: string | null;
  nearestNeighbourRight: number;
}

/** EVALUATE: candidate and champion answer the same fixed, un-augmented validation set; the candidate becomes a version. */
@Injectable()
@JobHandler(runEvaluate)
export class EvaluateHandler implements Handles<typeof runEvaluate> {
  constructor(
    private readonly steps: StepRunner,
    private readonly examination: Examination,
    private readonly registry: RegisterModel,
    private readonly models: ModelRepository,
    private readonly transactions: Transactions,
  ) {}

  handle({ runId }: PayloadOf<typeof runEvaluate>, job: RunningJob): Promise<JobOutcome> {
    return this.steps.run('EVALUATE', runId, job, (scene) => this.evaluate(scene, job));
  }

  private async evaluate(scene: StepScene, job: RunningJob): Promise<StepResult> {
    const exam = await this.examination.open(scene.run, scene.pipeline);
    const trained = await this.examination.candidate(exam, job.signal);
    const champion = await this.examination.champion(exam, job.signal);
    const nearestNeighbourRight = await this.examination.baseline(exam, job.signal);
    const parentId = champion?.modelVersionId ?? null;
    const prepared = await this.registry.prepare(
      this.transactions.read,
      { ...trained, parentId },
      job.signal,
    );
    const right = countRight(trained.predictions);
    const n = trained.predictions.length;
    return {
      detail: `${right} of ${n} validation pictures right; nearest neighbour ${nearestNeighbourRight}`,
      artefacts: {
        modelVersionId: prepared.id,
        championId: champion?.modelVersionId ?? null,
        nearestNeighbourRight,
      } satisfies EvaluatedArtefacts,
      write: async (tx) => {
        const version = await this.registry.register(tx, prepared);
        await this.models.keepEvaluation(
          tx,
          this.examination.evaluation(version.id, exam, trained.predictions),
        );
        if (champion) await this.models.keepEvaluation(tx, champion);
        return { modelVersionId: version.id };
      },
    };
  }
}
