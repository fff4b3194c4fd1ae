import { Injectable } from '@nestjs/common';
import { Alerts, type Caller, Clock, Ids, type Tx } from '#platform';
import type { ModelVersion } from '../model/model-version.entity.js';
import type { Pipeline } from '../pipeline/pipeline.entity.js';
import { PipelineRepository } from '../pipeline/pipeline.repository.js';
import { Alias } from './alias.service.js';
import type { Deployment } from './deployment.entity.js';
import { DeploymentRepository } from './deployment.repository.js';
import { stagesAhead } from './deployment-state.rules.js';

/** The alert of a rollback; its subject is the pipeline's key. */
export const ROLLED_BACK = 'deployment.rolled_back';

/** The alert of a trial that waits for a person; its subject is the pipeline's key. */
export const DEPLOYMENT_HELD = 'deployment.held';

/** Makes the row of a deployment that has not been written yet. */
@Injectable()
export class DeploymentBirth {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  deployment({ id, pipelineId }: ModelVersion, forced: boolean): Deployment {
    const now = this.clock.now();
    return {
      id: this.ids.next('dep'),
      pipelineId,
      modelVersionId: id,
      state: 'STAGED',
      canaryPercent: null,
      detail: null,
      held: false,
      forced,
      smokedAt: null,
      createdAt: now,
      since: now,
      liveAt: null,
    };
  }
}

/** Takes a version from its staging through the smoke test to its first stage. */
@Injectable()
export class DeployModel {
  constructor(
    private readonly deployments: DeploymentRepository,
    private readonly pipelines: PipelineRepository,
    private readonly alias: Alias,
    private readonly births: DeploymentBirth,
    private readonly alerts: Alerts,
  ) {}

  /** The version's deployment, made STAGED when it had none. forced: a person wants it live right after the smoke test. */
  async stage(tx: Tx, version: ModelVersion, forced: boolean): Promise<Deployment> {
    const known = await this.deployments.byVersion(tx, version.id);
    if (known) {
      if (forced) await this.deployments.update(tx, known.id, { forced });
      return { ...known, forced: known.forced || forced };
    }
    const fresh = this.births.deployment(version, forced);
    await this.deployments.insert(tx, fresh);
    return fresh;
  }

  /** Marks that the fresh process is trying it now. */
  async smoking(tx: Tx, deployment: Deployment): Promise<void> {
    await this.deployments.update(tx, deployment.id, { state: 'SMOKE' });
  }

  /** The smoke test failed: the version never serves. */
  async smokeFailed(tx: Tx, caller: Caller, deployment: Deployment, fault: string): Promise<void> {
    const pipeline = await this.locked(tx, deployment.pipelineId);
    await this.alias.move(tx, caller, pipeline, deployment, 'FAILED', { detail: fault });
  }

  /** The smoke test passed: goes live (forced, or nobody is live), into its first trial, or waits for a person. */
  async smokePassed(tx: Tx, caller: Caller, deployment: Deployment): Promise<string> {
    const pipeline = await this.locked(tx, deployment.pipelineId);
    const current = (await this.deployments.byId(tx, deployment.id)) ?? deployment;
    await this.deployments.update(tx, deployment.id, { smokedAt: this.births.now() });
    if (!current.forced && !pipeline.deployment.automatic) {
      const detail = 'smoke test passed; waits for promoteModel because automatic deployment is off';
      await this.alias.move(tx, caller, pipeline, deployment, 'STAGED', { detail, held: true });
      return detail;
    }
    const hasLive = (await this.deployments.live(tx, pipeline.id)) !== null;
    const stages = stagesAhead(pipeline.deployment, hasLive);
    const stage = (current.forced ? undefined : stages[0]) ?? { state: 'LIVE' as const, canaryPercent: null };
    await this.alias.enter(tx, caller, pipeline, deployment, stage);
    // Whatever waited for a person has been taken over by this version.
    await this.alerts.resolve(tx, DEPLOYMENT_HELD, pipeline.key);
    if (stage.state === 'LIVE') await this.alerts.resolve(tx, ROLLED_BACK, pipeline.key);
    return stage.state === 'LIVE' ? 'live' : `${stage.state.toLowerCase()} beside the live version`;
  }

  private async locked(tx: Tx, pipelineId: string): Promise<Pipeline> {
    return (await this.pipelines.lock(tx, { id: pipelineId })) as Pipeline;
  }
}
