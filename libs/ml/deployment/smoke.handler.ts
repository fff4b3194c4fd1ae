import { Injectable } from '@nestjs/common';
import {
  done,
  type Handles,
  JobHandler,
  type JobOutcome,
  type PayloadOf,
  type RunningJob,
  SYSTEM,
  skipped,
  Transactions,
} from '#platform';
import { ModelRepository } from '../model/model.repository.js';
import { DeployModel } from './deploy-model.service.js';
import { deploymentSmoke } from './deployment.jobs.js';
import { DeploymentRepository } from './deployment.repository.js';
import { TryModel } from './try-model.service.js';

/** Smoke-tests a version outside of a run, because a person promotes it. */
@Injectable()
@JobHandler(deploymentSmoke)
export class DeploymentSmokeHandler implements Handles<typeof deploymentSmoke> {
  constructor(
    private readonly transactions: Transactions,
    private readonly deployments: DeploymentRepository,
    private readonly models: ModelRepository,
    private readonly deploy: DeployModel,
    private readonly trial: TryModel,
  ) {}

  async handle({ deploymentId }: PayloadOf<typeof deploymentSmoke>, job: RunningJob): Promise<JobOutcome> {
    const { read } = this.transactions;
    const deployment = await this.deployments.byId(read, deploymentId);
    const version = deployment && (await this.models.byId(read, deployment.modelVersionId));
    if (!deployment || !version) return skipped('the deployment is gone');
    if (deployment.state !== 'STAGED' && deployment.state !== 'SMOKE')
      return skipped(`it is ${deployment.state}`);
    await this.transactions.run((tx) => this.deploy.smoking(tx, deployment));
    const { fault } = await this.trial.try(version, job.signal);
    await this.transactions.run(async (tx) => {
      await job.fence(tx);
      if (fault !== null) return this.deploy.smokeFailed(tx, SYSTEM, deployment, fault);
      await this.deploy.smokePassed(tx, SYSTEM, deployment);
    });
    return done();
  }
}
