import { Injectable } from '@nestjs/common';
import { Alerts, type Caller, type Tx } from '#platform';
import type { Pipeline } from '../pipeline/pipeline.entity.js';
import { PipelineRepository } from '../pipeline/pipeline.repository.js';
import { Alias } from './alias.service.js';
import { DEPLOYMENT_HELD, DeployModel, ROLLED_BACK } from './deploy-model.service.js';
import type { Deployment } from './deployment.entity.js';
import { DeploymentRepository } from './deployment.repository.js';

/** The moves that promotion, rollback and the watch have in common. */
@Injectable()
export class ReleaseDesk {
  constructor(
    readonly deploy: DeployModel,
    readonly deployments: DeploymentRepository,
    private readonly pipelines: PipelineRepository,
    private readonly alias: Alias,
    private readonly alerts: Alerts,
  ) {}

  /** The pipeline, locked: of two moves at once the second sees what the first did. */
  async lock(tx: Tx, pipelineId: string): Promise<Pipeline> {
    return (await this.pipelines.lock(tx, { id: pipelineId })) as Pipeline;
  }

  async goLive(tx: Tx, caller: Caller, pipeline: Pipeline, deployment: Deployment): Promise<void> {
    await this.alias.enter(tx, caller, pipeline, deployment, { state: 'LIVE', canaryPercent: null });
    await this.alerts.resolve(tx, DEPLOYMENT_HELD, pipeline.key);
    await this.alerts.resolve(tx, ROLLED_BACK, pipeline.key);
  }

  /** Moves a trial to its next stage. */
  async enter(
    tx: Tx,
    caller: Caller,
    pipeline: Pipeline,
    deployment: Deployment,
    stage: Parameters<Alias['enter']>[4],
  ) {
    if (stage.state === 'LIVE') return this.goLive(tx, caller, pipeline, deployment);
    await this.alias.enter(tx, caller, pipeline, deployment, stage);
  }

  /** Leaves a trial where it is until a person decides. */
  async hold(tx: Tx, pipeline: Pipeline, deployment: Deployment, detail: string): Promise<void> {
    await this.deployments.update(tx, deployment.id, { held: true, detail });
    await this.alerts.raise(tx, {
      kind: DEPLOYMENT_HELD,
      subject: pipeline.key,
      title: `The shadow of ${pipeline.key} waits for a person: ${detail}`,
      severity: 'WARNING',
      serviceId: pipeline.serviceId,
    });
  }

  /** Takes a version out for good. A live one gives the requests back to the version before; false when there is none. */
  async takeBack(
    tx: Tx,
    caller: Caller,
    pipeline: Pipeline,
    deployment: Deployment,
    reason: string,
  ): Promise<boolean> {
    const wasLive = deployment.state === 'LIVE';
    const [standby] = await this.deployments.inStates(tx, ['STANDBY'], pipeline.id);
    if (wasLive && !standby) return false;
    await this.alias.move(tx, caller, pipeline, deployment, 'ROLLED_BACK', { detail: reason, held: false });
    if (wasLive) await this.alias.restoreStandby(tx, caller, pipeline);
    else await this.alerts.resolve(tx, DEPLOYMENT_HELD, pipeline.key);
    await this.alerts.raise(tx, {
      kind: ROLLED_BACK,
      subject: pipeline.key,
      title: `A model of ${pipeline.key} was rolled back: ${reason}`,
      severity: 'CRITICAL',
      serviceId: pipeline.serviceId,
      detail: { modelVersionId: deployment.modelVersionId, reason },
    });
    return true;
  }
}
