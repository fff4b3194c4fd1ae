import { Injectable } from '@nestjs/common';
import {
  type Handles,
  JobHandler,
  type JobOutcome,
  type PayloadOf,
  type RunningJob,
  SYSTEM,
  Transactions,
} from '#platform';
import { DeployModel } from '../../deployment/deploy-model.service.js';
import type { Deployment } from '../../deployment/deployment.entity.js';
import { TryModel } from '../../deployment/try-model.service.js';
import { isPassed } from '../../gate/gate.rules.js';
import { ModelRepository } from '../../model/model.repository.js';
import type { ModelVersion } from '../../model/model-version.entity.js';
import { StepFailure } from '../run.errors.js';
import { runDeploy } from '../run.jobs.js';
import type { StepResult } from '../step-closer.js';
import type { StepScene } from '../step-opener.js';
import { StepRunner } from '../step-runner.js';

/** DEPLOY: reads the verdict again, tries the files in a fresh process, and starts the way to the requests. */
@Injectable()
@JobHandler(runDeploy)
export class DeployHandler implements Handles<typeof runDeploy> {
  constructor(
    private readonly steps: StepRunner,
    private readonly transactions: Transactions,
    private readonly models: ModelRepository,
    private readonly deploy: DeployModel,
    private readonly trial: TryModel,
  ) {}

  handle({ runId }: PayloadOf<typeof runDeploy>, job: RunningJob): Promise<JobOutcome> {
    return this.steps.run('DEPLOY', runId, job, (scene) => this.release(scene, job));
  }

  private async release({ run }: StepScene, job: RunningJob): Promise<StepResult> {
    const version = await this.models.byRun(this.transactions.read, run.id);
    if (!version) throw new StepFailure('UNKNOWN', 'the candidate was never registered');
    const deployment = await this.transactions.run(async (tx) => {
      const decision = await this.models.decision(tx, version.id);
      // No verdict counts as a verdict against: the gate fails closed.
      if (!decision || !isPassed(decision.outcome)) {
        throw new StepFailure('GATE_NOT_PASSED', `the gate says ${decision?.outcome ?? 'nothing'}`);
      }
      const staged = await this.deploy.stage(tx, version, false);
      if (staged.smokedAt === null) await this.deploy.smoking(tx, staged);
      return staged;
    });
    return this.smoke(version, deployment, job);
  }

  private async smoke(version: ModelVersion, deployment: Deployment, job: RunningJob): Promise<StepResult> {
    const { fault, note } = await this.trial.try(version, job.signal);
    if (fault !== null) {
      await this.transactions.run((tx) => this.deploy.smokeFailed(tx, SYSTEM, deployment, fault));
      throw new StepFailure('SMOKE_FAILED', fault);
    }
    let stage = '';
    const result: StepResult = {
      detail: note,
      artefacts: { deploymentId: deployment.id },
      write: async (tx) => {
        stage = await this.deploy.smokePassed(tx, SYSTEM, deployment);
        result.detail = `version ${version.number} ${stage}; ${note}`;
        return {};
      },
    };
    return result;
  }
}
