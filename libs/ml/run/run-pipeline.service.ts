import { Injectable } from '@nestjs/common';
import { type Caller, Idempotency, Refusal, Transactions, type Tx } from '#platform';
import type { Pipeline } from '../pipeline/pipeline.entity.js';
import { PipelineRepository } from '../pipeline/pipeline.repository.js';
import type { PipelineRun } from './run.entity.js';
import { RunRepository } from './run.repository.js';
import { RunData } from './run-data.js';
import { runKeyOf } from './run-key.rules.js';
import { StartRun } from './start-run.service.js';

/** Says no to runs that must not be, and starts the others. */
@Injectable()
export class RunAdmission {
  constructor(
    private readonly runs: RunRepository,
    private readonly data: RunData,
    private readonly starter: StartRun,
  ) {}

  /** Starts a manual run of the locked pipeline and returns its id. */
  async admit(tx: Tx, caller: Caller, pipeline: Pipeline): Promise<string> {
    if (pipeline.state !== 'ACTIVE') {
      throw new Refusal(
        'INVALID_TRANSITION',
        `The pipeline is ${pipeline.state}; resumePipeline lets it run again.`,
        ['key'],
      );
    }
    const active = await this.runs.active(tx, pipeline.id);
    if (active) throw inProgress(active.id);
    const digest = await this.data.lastDigest(tx, pipeline.datasetId);
    if (
      digest !== null &&
      (await this.runs.completed(tx, pipeline.id, runKeyOf(digest, pipeline.training)))
    ) {
      throw new Refusal(
        'NOTHING_NEW',
        'This data has been trained with this configuration already; the result would be the same. ' +
          'Add pictures, or validate the dataset again if its files have changed.',
        ['key'],
      );
    }
    const run = await this.starter.start(tx, caller, pipeline, 'MANUAL');
    if (!run) throw inProgress((await this.runs.active(tx, pipeline.id))?.id ?? null);
    return run.id;
  }
}

/** Starts a run because somebody asked for one. Ignores debounce and cool-down, never the single flight. */
@Injectable()
export class RunPipeline {
  constructor(
    private readonly transactions: Transactions,
    private readonly idempotency: Idempotency,
    private readonly pipelines: PipelineRepository,
    private readonly runs: RunRepository,
    private readonly gate: RunAdmission,
  ) {}

  /** Refused with NOT_FOUND, INVALID_TRANSITION (paused, blocked), NOTHING_NEW or RUN_IN_PROGRESS. */
  async run(caller: Caller, key: string, idempotencyKey?: string | null): Promise<PipelineRun> {
    const id = await this.transactions.run((tx) => {
      const work = async () => {
        const pipeline = await this.pipelines.lock(tx, { key });
        if (!pipeline) throw new Refusal('NOT_FOUND', `There is no pipeline "${key}".`, ['key']);
        return this.gate.admit(tx, caller, pipeline);
      };
      return this.idempotency.once(tx, 'runPipeline', idempotencyKey, { key }, work, ['idempotencyKey']);
    });
    return (await this.runs.byId(this.transactions.read, id)) as PipelineRun;
  }
}

const inProgress = (runId: string | null): Refusal =>
  new Refusal('RUN_IN_PROGRESS', 'A run of this pipeline is queued or running.', ['key'], { runId });
