import { Inject, Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, Clock, EventBus, Jobs, type Tx } from '#platform';
import type { Pipeline } from '../pipeline/pipeline.entity.js';
import { PipelineRepository } from '../pipeline/pipeline.repository.js';
import type { Deployment } from './deployment.entity.js';
import { modelReleased } from './deployment.jobs.js';
import { DeploymentRepository } from './deployment.repository.js';
import type { DeploymentState, Stage } from './deployment-state.rules.js';

/** Topic of changes of what serves; the id is the pipeline's. */
export const DEPLOYMENT_TOPIC = 'deployment';

/** Moves versions between the states of a deployment. Every move is one transaction under the pipeline's lock. */
@Injectable()
export class Alias {
  @Inject(Jobs) private readonly jobs: Jobs;

  constructor(
    private readonly deployments: DeploymentRepository,
    private readonly pipelines: PipelineRepository,
    private readonly events: EventBus,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Puts a deployment into a stage. Going live makes the one before standby; a new trial ends the one before. */
  async enter(
    tx: Tx,
    caller: Caller,
    pipeline: Pipeline,
    deployment: Deployment,
    stage: Stage,
  ): Promise<void> {
    if (stage.state === 'LIVE') await this.vacateLive(tx, deployment);
    else await this.vacateTrial(tx, deployment);
    await this.move(tx, caller, pipeline, deployment, stage.state, {
      canaryPercent: stage.canaryPercent,
      held: false,
      detail: null,
      ...(stage.state === 'LIVE' ? { liveAt: this.clock.now() } : {}),
    });
    if (stage.state === 'LIVE' && pipeline.deployment.githubRepository) {
      await this.jobs.enqueue(tx, modelReleased, { modelVersionId: deployment.modelVersionId });
    }
  }

  /** Changes the state with its reason, remembers who did it, and tells what serves. */
  async move(
    tx: Tx,
    caller: Caller,
    pipeline: Pipeline,
    deployment: Deployment,
    state: DeploymentState,
    change: Partial<Deployment> = {},
  ): Promise<void> {
    await this.deployments.update(tx, deployment.id, {
      state,
      since: this.clock.now(),
      canaryPercent: null,
      ...change,
    });
    await this.pipelines.update(tx, pipeline.id, { generation: pipeline.generation + 1 });
    pipeline.generation += 1;
    const before = { state: deployment.state, canaryPercent: deployment.canaryPercent };
    await this.audit.record(tx, caller, 'deployment.moved', deployment.modelVersionId, before, {
      state,
      ...change,
    });
    await this.events.publish(tx, DEPLOYMENT_TOPIC, pipeline.id);
  }

  /** Gives the requests back to the version that answered before; null when there is none on standby. */
  async restoreStandby(tx: Tx, caller: Caller, pipeline: Pipeline): Promise<Deployment | null> {
    const [standby] = await this.deployments.inStates(tx, ['STANDBY'], pipeline.id);
    if (!standby) return null;
    await this.move(tx, caller, pipeline, standby, 'LIVE', {
      liveAt: this.clock.now(),
      detail: 'back after a rollback',
    });
    return standby;
  }

  private async vacateLive(tx: Tx, next: Deployment): Promise<void> {
    const since = this.clock.now();
    for (const old of await this.deployments.inStates(tx, ['STANDBY'], next.pipelineId)) {
      if (old.id !== next.id) await this.deployments.update(tx, old.id, { state: 'RETIRED', since });
    }
    const live = await this.deployments.live(tx, next.pipelineId);
    if (live && live.id !== next.id) await this.deployments.update(tx, live.id, { state: 'STANDBY', since });
    await this.vacateTrial(tx, next);
  }

  private async vacateTrial(tx: Tx, next: Deployment): Promise<void> {
    const trial = await this.deployments.trial(tx, next.pipelineId);
    if (!trial || trial.id === next.id) return;
    const detail = 'superseded by a newer version';
    await this.deployments.update(tx, trial.id, {
      state: 'RETIRED',
      since: this.clock.now(),
      canaryPercent: null,
      detail,
    });
  }
}
