import { Injectable } from '@nestjs/common';
import {
  done,
  type Handles,
  JobHandler,
  type JobOutcome,
  ObjectStore,
  type PayloadOf,
  type RunningJob,
  skipped,
  Transactions,
} from '#platform';
import { DatasetRepository } from '../dataset/dataset.repository.js';
import { DeploymentRepository } from '../deployment/deployment.repository.js';
import { PredictorLoader } from '../engine/contract.js';
import { decodePicture } from '../image/decode-picture.js';
import { mostProbable } from '../model/answers.rules.js';
import { ModelRepository } from '../model/model.repository.js';
import type { ModelVersion } from '../model/model-version.entity.js';
import { PipelineRepository } from '../pipeline/pipeline.repository.js';
import type { Feedback } from './feedback.entity.js';
import { feedbackJudge } from './feedback.jobs.js';
import { FeedbackRepository } from './feedback.repository.js';
import type { FeedbackAnswer } from './feedback-answer.entity.js';

/** Labelled pictures that are kept for each pipeline. */
const KEPT = 10_000;
const AT_ONCE = 64;

/** Finds the versions that compete for a pipeline, and the policy under which they read pictures. */
@Injectable()
export class Competition {
  constructor(
    private readonly pipelines: PipelineRepository,
    private readonly datasets: DatasetRepository,
    private readonly deployments: DeploymentRepository,
    private readonly models: ModelRepository,
    private readonly transactions: Transactions,
  ) {}

  async of(pipelineId: string) {
    const { read } = this.transactions;
    const pipeline = await this.pipelines.byId(read, pipelineId);
    const policy = await this.datasets.byId(read, pipeline.datasetId);
    const deployments = await this.deployments.inStates(
      read,
      ['LIVE', 'STAGED', 'SMOKE', 'SHADOW', 'CANARY'],
      pipelineId,
    );
    const versions = await this.models.byIds(
      read,
      deployments.map(({ modelVersionId }) => modelVersionId),
    );
    return { policy, versions };
  }
}

/** Asks every version that is live or on trial about pictures whose true class was told: the same ones, so that they compare. */
@Injectable()
@JobHandler(feedbackJudge)
export class JudgeFeedback implements Handles<typeof feedbackJudge> {
  constructor(
    private readonly transactions: Transactions,
    private readonly feedback: FeedbackRepository,
    private readonly competition: Competition,
    private readonly store: ObjectStore,
    private readonly loader: PredictorLoader,
  ) {}

  async handle({ pipelineId }: PayloadOf<typeof feedbackJudge>, job: RunningJob): Promise<JobOutcome> {
    await this.forget(pipelineId);
    const { policy, versions } = await this.competition.of(pipelineId);
    if (versions.length === 0) return skipped('no version is live or on trial');
    for (const version of versions) {
      for (;;) {
        job.signal.throwIfAborted();
        const pictures = await this.feedback.unasked(this.transactions.read, pipelineId, version.id, AT_ONCE);
        if (pictures.length === 0) break;
        const answers = await this.ask(version, policy, pictures);
        await this.transactions.run(async (tx) => {
          await job.fence(tx);
          await this.feedback.answer(
            tx,
            answers,
            pictures.map(({ label }) => label),
          );
        });
      }
    }
    return done();
  }

  private async ask(
    version: ModelVersion,
    policy: Parameters<typeof decodePicture>[1],
    pictures: readonly Feedback[],
  ): Promise<FeedbackAnswer[]> {
    const inputs: Uint8Array[] = [];
    for (const { objectSha } of pictures) {
      const { pixels } = await decodePicture(await this.store.get(objectSha), policy);
      if (!pixels) throw new Error(`the labelled picture ${objectSha} cannot be read any more`);
      inputs.push(pixels);
    }
    const predictor = await this.loader.load(await this.store.get(version.weightsSha256));
    try {
      const rows = await predictor.predict(new Uint8Array(Buffer.concat(inputs)));
      return pictures.map(({ id, label }, i): FeedbackAnswer => {
        const best = mostProbable(rows, i * predictor.classes, predictor.classes);
        const answer = version.classNames[best] ?? String(best);
        const confidence = rows[i * predictor.classes + best] as number;
        return { feedbackId: id, modelVersionId: version.id, answer, confidence, right: answer === label };
      });
    } finally {
      await predictor.dispose();
    }
  }

  private async forget(pipelineId: string): Promise<void> {
    const free = await this.transactions.run((tx) => this.feedback.prune(tx, pipelineId, KEPT));
    for (const sha of free) await this.store.delete(sha);
  }
}
