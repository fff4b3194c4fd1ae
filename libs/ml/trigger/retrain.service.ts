import { Injectable } from '@nestjs/common';
import { Clock, Transactions, type Tx } from '#platform';
import { DatasetRepository } from '../dataset/dataset.repository.js';
import type { Pipeline } from '../pipeline/pipeline.entity.js';
import { planFindings } from '../run/plan-findings.rules.js';
import { RunRepository } from '../run/run.repository.js';
import { RunData } from '../run/run-data.js';
import { judgeTrigger, type TriggerAnswer } from './trigger-policy.rules.js';

/** Says whether a pipeline is due for a run by itself, and if not, why not yet. */
@Injectable()
export class Retrain {
  constructor(
    private readonly transactions: Transactions,
    private readonly runs: RunRepository,
    private readonly data: RunData,
    private readonly datasets: DatasetRepository,
    private readonly clock: Clock,
  ) {}

  /** The policy's answer now; scheduleDue: a time of its schedule has come. */
  async judge(
    pipeline: Pipeline,
    scheduleDue = false,
    tx: Tx = this.transactions.read,
  ): Promise<TriggerAnswer> {
    const trained = await this.trainedClasses(tx, pipeline);
    const pending = await this.data.pending(tx, pipeline.datasetId, pipeline.newSince, trained);
    const usable = await this.data.usable(tx, pipeline.datasetId);
    const plan = usable ? planFindings(usable.training, usable.validation, pipeline.training) : [];
    return judgeTrigger(
      {
        now: this.clock.now().getTime() / 1000,
        pending,
        cooldownUntil: pipeline.cooldownUntil === null ? null : pipeline.cooldownUntil.getTime() / 1000,
        activeRun: (await this.runs.active(tx, pipeline.id)) !== null,
        preflightPasses: plan.every((found) => found.severity !== 'FAIL'),
        standstill: pipeline.state === 'ACTIVE' ? null : pipeline.state,
        scheduleDue,
        heldBy: await this.data.heldBy(tx, pipeline.datasetId, pipeline.trainedDigest),
        neverTrained: pipeline.trainedDigest === null,
      },
      pipeline.trigger,
    );
  }

  // Before the first model no class is new: all of them are.
  private async trainedClasses(tx: Tx, { id, datasetId }: Pipeline): Promise<string[]> {
    const rows: { class_names: string[] }[] = await tx.query(
      'select class_names from model_version where pipeline_id = $1 order by number desc limit 1',
      [id],
    );
    return rows[0]?.class_names ?? (await this.datasets.byId(tx, datasetId)).classNames;
  }
}
