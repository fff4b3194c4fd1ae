import { Injectable } from '@nestjs/common';
import { type Caller, Refusal, type Tx } from '#platform';
import { Alias } from '../deployment/alias.service.js';
import type { DeploymentState } from '../deployment/deployment-state.rules.js';
import { ReleaseDesk } from '../deployment/release-desk.js';
import { ErasureBooks } from './erase-person.service.js';
import type { Erasure } from './erasure.entity.js';
import { ErasureRepository, type ModelHoldings } from './erasure.repository.js';

const OUT: readonly DeploymentState[] = ['RETIRED', 'ROLLED_BACK', 'FAILED'];

/** Takes the models out that learned from an erased person. */
@Injectable()
export class RetireErasedModels {
  constructor(
    private readonly books: ErasureBooks,
    private readonly erasures: ErasureRepository,
    private readonly desk: ReleaseDesk,
    private readonly alias: Alias,
  ) {}

  /**
   * None of them answers any more: a version on standby that did not learn from the person takes over, else the
   * pipeline has no model until its next run. Their weights, files and pictures are deleted; number, lineage and
   * figures stay.
   */
  retire(caller: Caller, id: string): Promise<Erasure> {
    return this.books.transactions.run(async (tx) => {
      const erasure = await this.erasures.byId(tx, id);
      if (!erasure) throw new Refusal('NOT_FOUND', `There is no erasure ${id}.`, ['id']);
      const models = await this.erasures.holding(tx, id);
      const ids = models.map((model) => model.id);
      // Standby first: it must not take over when the live one goes.
      for (const state of ['STANDBY', null] as const)
        for (const model of models) await this.withdraw(tx, caller, model, state);
      const objects = [...new Set(models.flatMap((model) => model.objects))];
      const shared = await this.erasures.shared(tx, objects, ids);
      await this.erasures.hollow(tx, id, ids, this.books.clock.now());
      await this.books.audit.record(tx, caller, 'person.models-retired', id, null, { models: ids });
      for (const object of objects) if (!shared.has(object)) await this.books.store.delete(object);
      return erasure;
    });
  }

  private async withdraw(
    tx: Tx,
    caller: Caller,
    model: ModelHoldings,
    only: DeploymentState | null,
  ): Promise<void> {
    const pipeline = await this.desk.lock(tx, model.pipelineId);
    const deployment = await this.desk.deployments.byVersion(tx, model.id);
    if (!deployment || OUT.includes(deployment.state) || (only && deployment.state !== only)) return;
    const detail = 'it learned from pictures of a person who was erased';
    await this.alias.move(tx, caller, pipeline, deployment, 'RETIRED', { detail, held: false });
    if (deployment.state === 'LIVE') await this.alias.restoreStandby(tx, caller, pipeline);
  }
}
