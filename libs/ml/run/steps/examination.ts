import { Injectable } from '@nestjs/common';
import { Clock, Transactions } from '#platform';
import { DeploymentRepository } from '../../deployment/deployment.repository.js';
import { countRight, predictionsOf } from '../../model/answers.rules.js';
import type { Evaluation, Prediction } from '../../model/evaluation.entity.js';
import { Examiner } from '../../model/examiner.js';
import { ModelRepository } from '../../model/model.repository.js';
import type { TrainedModel } from '../../model/register-model.service.js';
import type { Pipeline } from '../../pipeline/pipeline.entity.js';
import type { PipelineRun } from '../run.entity.js';
import { RunRepository } from '../run.repository.js';
import { type PackedData, RunData } from '../run-data.js';
import type { TrainedArtefacts } from './train.handler.js';

/** The papers of one examination: who is asked what. */
export interface Exam {
  run: PipelineRun;
  packed: PackedData;
  trained: TrainedArtefacts;
  classNames: string[];
}

/** Finds what an examination needs. */
@Injectable()
export class ExamStage {
  constructor(
    private readonly transactions: Transactions,
    private readonly runs: RunRepository,
    private readonly deployments: DeploymentRepository,
    readonly models: ModelRepository,
  ) {}

  async exam(run: PipelineRun, _pipeline: Pipeline): Promise<Exam> {
    const { read } = this.transactions;
    const artefacts = async <T>(name: 'VALIDATE' | 'PREFLIGHT' | 'TRAIN') =>
      (await this.runs.step(read, run.id, name)).artefacts as T;
    const { classNames } = await artefacts<{ classNames: string[] }>('VALIDATE');
    return { run, classNames, packed: await artefacts('PREFLIGHT'), trained: await artefacts('TRAIN') };
  }

  async liveVersion(tx: Transactions['read'], pipelineId: string) {
    const live = await this.deployments.live(tx, pipelineId);
    return live ? this.models.byId(tx, live.modelVersionId) : null;
  }
}

/** Asks models the validation set of a run. */
@Injectable()
export class Examination {
  constructor(
    private readonly transactions: Transactions,
    private readonly stage: ExamStage,
    private readonly examiner: Examiner,
    private readonly data: RunData,
    private readonly clock: Clock,
  ) {}

  /** Reads what the steps before left. */
  open(run: PipelineRun, pipeline: Pipeline): Promise<Exam> {
    return this.stage.exam(run, pipeline);
  }

  /** The trained model's answers. */
  async candidate(
    { run, packed, trained, classNames }: Exam,
    signal: AbortSignal,
  ): Promise<Omit<TrainedModel, 'parentId'>> {
    const probabilities = await this.examiner.ask(trained.weightsSha256, packed.validation, signal);
    return {
      pipelineId: run.pipelineId,
      runId: run.id,
      weightsSha256: trained.weightsSha256,
      engine: trained.engine,
      classNames,
      dataDigest: run.dataDigest ?? '',
      validationDigest: packed.validationDigest,
      validationPixelsSha256: packed.validation.pixelsSha256,
      predictions: predictionsOf(packed.validationPictures, probabilities, classNames, classNames),
      probabilities,
      eventFiles: trained.eventFiles,
    };
  }

  /** The live model's answers to the same pictures, asked only if it never met this validation set; null without one. */
  async champion(exam: Exam, signal: AbortSignal): Promise<Evaluation | null> {
    const { read } = this.transactions;
    const live = await this.stage.liveVersion(read, exam.run.pipelineId);
    if (!live) return null;
    const { packed, classNames } = exam;
    const known = await this.stage.models.evaluation(read, live.id, packed.validationDigest);
    if (known) return known;
    const probabilities = await this.examiner.ask(live.weightsSha256, packed.validation, signal);
    const predictions = predictionsOf(packed.validationPictures, probabilities, live.classNames, classNames);
    return this.evaluation(live.id, exam, predictions);
  }

  /** Right answers of the nearest neighbour in pixel space. */
  baseline({ packed }: Exam, signal: AbortSignal): Promise<number> {
    return this.data.nearestNeighbourRight(packed, signal);
  }

  /** The row that keeps answers. */
  evaluation(modelVersionId: string, { packed }: Exam, predictions: Prediction[]): Evaluation {
    return {
      modelVersionId,
      validationDigest: packed.validationDigest,
      n: predictions.length,
      correct: countRight(predictions),
      predictions,
      createdAt: this.clock.now(),
    };
  }
}
