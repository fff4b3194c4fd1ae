import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, Transactions } from '#platform';
import type { TrainingOrder } from '../../engine/contract.js';
import type { Pipeline } from '../../pipeline/pipeline.entity.js';
import { trainingSpec } from '../../pipeline/pipeline-settings.rules.js';
import { QueueWatch } from '../queue-watch.js';
import type { PipelineRun } from '../run.entity.js';
import { RunRepository } from '../run.repository.js';
import type { PackedData } from '../run-data.js';
import { TrainingRoom } from './training-room.js';
import { TrainingWatches } from './training-watch.js';

/** Turns a run into an order for the training process. */
@Injectable()
export class TrainingPlan {
  constructor(
    private readonly transactions: Transactions,
    private readonly runs: RunRepository,
    private readonly room: TrainingRoom,
    readonly watches: TrainingWatches,
    readonly queues: QueueWatch,
  ) {}

  @Inject(CONFIG) private readonly config: Config;

  /** Claims the next fence and lays the files out; called once for each start of a process. */
  async order(run: PipelineRun, pipeline: Pipeline): Promise<TrainingOrder> {
    const { read } = this.transactions;
    const validated = (await this.runs.step(read, run.id, 'VALIDATE')).artefacts as { classNames: string[] };
    const packed = (await this.runs.step(read, run.id, 'PREFLIGHT')).artefacts as PackedData;
    const files = await this.room.files(run.id, packed, run.dataDigest ?? '');
    const fence = await this.transactions.run((tx) => this.runs.nextFence(tx, run.id));
    const { engine, engineThreads } = this.config;
    return {
      spec: trainingSpec(pipeline.training, validated.classNames.length),
      files,
      checkpointDir: this.room.folder(run.id),
      fence,
      enginesDir: this.room.enginesDir,
      ...(engine === 'auto' ? {} : { engine }),
      ...(engineThreads > 0 ? { threads: engineThreads } : {}),
    };
  }
}
