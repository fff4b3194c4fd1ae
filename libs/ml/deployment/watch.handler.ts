import { Injectable } from '@nestjs/common';
import {
  Clock,
  done,
  type Handles,
  JobHandler,
  type JobOutcome,
  SYSTEM,
  Transactions,
  type Tx,
} from '#platform';
import { FeedbackRepository, type PairedFeedback } from '../feedback/feedback.repository.js';
import type { Deployment } from './deployment.entity.js';
import { deploymentWatch } from './deployment.jobs.js';
import { judgeStage, type Stage, stageAfter } from './deployment-state.rules.js';
import { latencyQuantile } from './latency.rules.js';
import { ReleaseDesk } from './release-desk.js';
import { rollbackCause, type Traffic } from './rollback.rules.js';
import { stageName } from './stage-name.rules.js';
import type { DeploymentTraffic } from './traffic.entity.js';

const NOTHING: Traffic = { requests: 0, errors: 0, p95Ms: null, nanOutputs: 0, classes: [], rejected: 0 };

/** Looks at every shadow and canary: takes it back, moves it on, or lets it wait. */
@Injectable()
@JobHandler(deploymentWatch)
export class DeploymentWatchHandler implements Handles<typeof deploymentWatch> {
  constructor(
    private readonly transactions: Transactions,
    private readonly desk: ReleaseDesk,
    private readonly clock: Clock,
    private readonly feedback: FeedbackRepository,
  ) {}

  async handle(): Promise<JobOutcome> {
    const trials = await this.desk.deployments.inStates(this.transactions.read, ['SHADOW', 'CANARY']);
    for (const { id } of trials) await this.transactions.run((tx) => this.look(tx, id));
    return done();
  }

  private async look(tx: Tx, id: string): Promise<void> {
    const found = await this.desk.deployments.byId(tx, id);
    if (!found) return;
    const pipeline = await this.desk.lock(tx, found.pipelineId);
    const deployment = await this.desk.deployments.byId(tx, id);
    if (!deployment || deployment.held) return;
    if (deployment.state !== 'SHADOW' && deployment.state !== 'CANARY') return;
    const rows = await this.desk.deployments.traffic(tx, id, stageName(deployment));
    const own = rows.find((row) => row.modelVersionId === deployment.modelVersionId);
    const other = rows.find((row) => row.modelVersionId !== deployment.modelVersionId);
    const cause =
      deployment.state === 'CANARY'
        ? rollbackCause(read(own), read(other), await this.labelled(tx, deployment))
        : null;
    if (cause !== null) {
      await this.desk.takeBack(tx, SYSTEM, pipeline, deployment, cause);
      return;
    }
    const stage: Stage = { state: deployment.state, canaryPercent: deployment.canaryPercent };
    const requests = Number(own?.requests ?? 0);
    const agreed = Number(own?.agreed ?? 0);
    const verdict = judgeStage(
      stage,
      { requests, agreed, hours: this.hours(deployment) },
      pipeline.deployment,
    );
    if (verdict === 'ADVANCE') {
      await this.desk.enter(tx, SYSTEM, pipeline, deployment, stageAfter(pipeline.deployment, stage));
    }
    if (verdict === 'HOLD') {
      await this.desk.hold(
        tx,
        pipeline,
        deployment,
        `agrees with the live model on ${agreed} of ${requests} requests`,
      );
    }
  }

  // Both versions were asked about every labelled picture, whichever of them had answered the request.
  private async labelled(tx: Tx, deployment: Deployment): Promise<PairedFeedback> {
    const live = await this.desk.deployments.live(tx, deployment.pipelineId);
    if (!live) return { canaryOnlyRight: 0, liveOnlyRight: 0 };
    const { modelVersionId, createdAt } = deployment;
    return this.feedback.paired(tx, modelVersionId, live.modelVersionId, createdAt);
  }

  private hours({ since }: Deployment): number {
    return (this.clock.now().getTime() - since.getTime()) / 3_600_000;
  }
}

function read(row: DeploymentTraffic | undefined): Traffic {
  if (!row) return NOTHING;
  const latency = row.latency.map(Number);
  return {
    requests: Number(row.requests),
    errors: Number(row.errors),
    p95Ms: latencyQuantile(latency, 0.95),
    latency,
    nanOutputs: Number(row.nanOutputs),
    classes: row.classes.map(Number),
    rejected: Number(row.rejected),
  };
}
