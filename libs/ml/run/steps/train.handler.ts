import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import {
  type Handles,
  JobHandler,
  type JobOutcome,
  ObjectStore,
  type PayloadOf,
  type RunningJob,
  StaleWorkerError,
} from '#platform';
import {
  Trainer,
  type TrainingOrder,
  type TrainingOutcome,
  type TrainingResult,
} from '../../engine/contract.js';
import type { ModelFile } from '../../model/model-version.entity.js';
import type { Pipeline } from '../../pipeline/pipeline.entity.js';
import { StepFailure } from '../run.errors.js';
import { runTrain } from '../run.jobs.js';
import type { StepResult } from '../step-closer.js';
import type { StepScene } from '../step-opener.js';
import { StepRunner } from '../step-runner.js';
import { TrainingPlan } from './training-plan.js';

const TRIES_OF_A_DYING_PROCESS = 3;

/** What TRAIN leaves for EVALUATE. */
export interface TrainedArtefacts {
  weightsSha256: string;
  engine: string;
  looks: number;
  eventFiles: ModelFile[];
}

/** TRAIN: runs the training in a child process, so that this process's heartbeat never waits for a batch. */
@Injectable()
@JobHandler(runTrain)
export class TrainHandler implements Handles<typeof runTrain> {
  constructor(
    private readonly steps: StepRunner,
    private readonly plan: TrainingPlan,
    private readonly trainer: Trainer,
    private readonly store: ObjectStore,
  ) {}

  handle({ runId }: PayloadOf<typeof runTrain>, job: RunningJob): Promise<JobOutcome> {
    return this.steps.run('TRAIN', runId, job, (scene) => this.train(scene, job));
  }

  private async train({ run, pipeline }: StepScene, job: RunningJob): Promise<StepResult> {
    for (let tries = 1; ; tries++) {
      const order = await this.plan.order(run, pipeline);
      const outcome = await this.once(run.id, pipeline, order, job);
      if (outcome.status === 'done') return this.keep(outcome.result, pipeline);
      if (outcome.status === 'cancelled') throw new Error(`training stopped at step ${outcome.step}`);
      const { code, sentence } = outcome.failure;
      if (code === 'FENCED') throw new StaleWorkerError('a newer attempt trains this run');
      if (code !== 'PROCESS_DIED' || tries >= TRIES_OF_A_DYING_PROCESS) throw new StepFailure(code, sentence);
    }
  }

  private async once(
    runId: string,
    pipeline: Pipeline,
    order: TrainingOrder,
    job: RunningJob,
  ): Promise<TrainingOutcome> {
    const watch = this.plan.watches.open(runId, pipeline.id, order.fence ?? 0);
    try {
      const hooks = { onEvent: watch.take.bind(watch), signal: job.signal };
      return await this.trainer.start(order, hooks).outcome;
    } finally {
      await watch.close();
      await this.plan.queues.close(pipeline.id, pipeline.key);
    }
  }

  private async keep(result: TrainingResult, pipeline: Pipeline): Promise<StepResult> {
    const weights = await this.store.put(createReadStream(result.weightsFile));
    if (weights.sha256 !== result.sha256) {
      throw new StepFailure('RESOURCE', 'the weights file changed between training and storing');
    }
    const eventFiles: ModelFile[] = [];
    for (const path of result.eventFiles) {
      const stored = await this.store.put(createReadStream(path));
      eventFiles.push({ kind: 'TENSORBOARD', name: basename(path), ...stored });
    }
    const { engine, looks, steps } = result;
    const artefacts: TrainedArtefacts = {
      weightsSha256: weights.sha256,
      engine: engine.name,
      looks,
      eventFiles,
    };
    const accuracy = (100 * result.validationAccuracy).toFixed(2);
    return {
      detail:
        `${steps} steps on ${engine.name}, ${result.imagesPerSecond.toFixed(1)} images/s, ` +
        `validation accuracy ${accuracy} % at the last of ${looks} looks${result.stoppedEarly ? ', stopped early' : ''}`,
      artefacts,
      write: async (tx) => {
        await this.plan.queues.end(tx, pipeline.id, pipeline.key);
        return { engine: engine.name };
      },
    };
  }
}
