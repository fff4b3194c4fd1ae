import { Injectable } from '@nestjs/common';
import { type Caller, Refusal, Transactions } from '#platform';
import { ModelRepository } from '../model/model.repository.js';
import type { ModelVersion } from '../model/model-version.entity.js';
import { PipelineRepository } from '../pipeline/pipeline.repository.js';
import { ReleaseDesk } from './release-desk.js';

/** Takes the newest version back because a person wants it. */
@Injectable()
export class RollbackModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly pipelines: PipelineRepository,
    private readonly models: ModelRepository,
    private readonly desk: ReleaseDesk,
  ) {}

  /**
   * Ends the trial when one is under way, otherwise gives the requests back to the version before. Returns the version
   * that answers from now on. Refused with NOT_FOUND, INVALID_INPUT or INVALID_TRANSITION.
   */
  rollback(caller: Caller, key: string, reason: string): Promise<ModelVersion> {
    return this.transactions.run(async (tx) => {
      const pipeline = await this.pipelines.lock(tx, { key });
      if (!pipeline) throw new Refusal('NOT_FOUND', `There is no pipeline "${key}".`, ['pipeline']);
      if (reason.trim() === '') throw new Refusal('INVALID_INPUT', 'Say why, in a few words.', ['reason']);
      const { deployments } = this.desk;
      const target = (await deployments.trial(tx, pipeline.id)) ?? (await deployments.live(tx, pipeline.id));
      if (!target) throw new Refusal('INVALID_TRANSITION', 'No model is live yet.', ['pipeline']);
      if (!(await this.desk.takeBack(tx, caller, pipeline, target, reason.trim()))) {
        throw new Refusal('INVALID_TRANSITION', 'No earlier model is on standby to go back to.', [
          'pipeline',
        ]);
      }
      const live = await deployments.live(tx, pipeline.id);
      return (await this.models.byId(tx, (live ?? target).modelVersionId)) as ModelVersion;
    });
  }
}
