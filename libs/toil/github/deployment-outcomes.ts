import { Injectable } from '@nestjs/common';
import { SYSTEM, type Tx } from '#platform';
import { Automation } from '../automation/automation.entity.js';
import { SavingsLedger } from '../automation/savings-ledger.js';
import { RecordIncidentEvent } from '../incident/record-incident-event.service.js';
import { Service } from '../service/service.entity.js';
import { TaskType } from '../work/task-type.entity.js';
import { GithubDeployment } from './github.entity.js';
import { GITHUB_SOURCE } from './issue-intake.js';

/** How a deployment ended, and where it went. service is a key. */
export interface DeploymentOutcome {
  deploymentId: string;
  repository: string;
  environment: string;
  ref: string;
  service: string;
  succeeded: boolean;
  at: Date;
}

/** The task type whose automation a deployment is a run of. */
const DEPLOY_TASK = 'deploy';
const LONGEST_TITLE = 500;

/** What follows from the end of a deployment: incidents open and end, and the savings ledger learns of automated ones. */
@Injectable()
export class DeploymentOutcomes {
  constructor(
    private readonly recording: RecordIncidentEvent,
    private readonly ledger: SavingsLedger,
  ) {}

  /** Remembers the outcome; of several of one kind the earliest holds. In any order of arrival the same is known. */
  async remember(
    tx: Tx,
    { deploymentId, repository, environment, succeeded, at }: DeploymentOutcome,
  ): Promise<void> {
    // One at a time for each place, so that a failure and the success after it see each other.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `deployment\n${repository}\n${environment}`,
    ]);
    await tx.query(
      `insert into github_deployment (id, repository, environment, failed_at, succeeded_at) values ($1, $2, $3, $4, $5)
       on conflict (id) do update set failed_at = least(github_deployment.failed_at, excluded.failed_at),
         succeeded_at = least(github_deployment.succeeded_at, excluded.succeeded_at)`,
      [deploymentId, repository, environment, succeeded ? null : at, succeeded ? at : null],
    );
  }

  /** Opens an incident for a failed deployment. */
  async open(tx: Tx, { deploymentId, ref, environment, service, at }: DeploymentOutcome): Promise<void> {
    await this.recording.record(tx, SYSTEM, {
      source: GITHUB_SOURCE,
      externalId: nameOf(deploymentId),
      deliveryId: `${nameOf(deploymentId)} failed ${at.toISOString()}`,
      type: 'OPENED',
      at,
      service,
      title: `Deployment of ${ref} to ${environment} failed`.slice(0, LONGEST_TITLE),
    });
  }

  /** Ends the incidents of failed deployments to the place by the first success after each. */
  async settle(tx: Tx, { repository, environment }: DeploymentOutcome): Promise<void> {
    const all = await tx.findBy(GithubDeployment, { repository, environment });
    const successes = all
      .flatMap(({ succeededAt }) => succeededAt ?? [])
      .sort((a, b) => a.getTime() - b.getTime());
    for (const { id, failedAt } of all) {
      const over = failedAt && successes.find((success) => success > failedAt);
      if (!over) continue;
      await this.recording.record(tx, SYSTEM, {
        source: GITHUB_SOURCE,
        externalId: nameOf(id),
        deliveryId: `${nameOf(id)} over ${over.toISOString()}`,
        type: 'RESOLVED',
        at: over,
      });
    }
  }

  /** Counts the run where the service has one automation of the task type "deploy"; answers whether it has. */
  async credit(tx: Tx, { deploymentId, service, succeeded, at }: DeploymentOutcome): Promise<boolean> {
    const automations = await tx
      .createQueryBuilder(Automation, 'a')
      .innerJoin(Service, 's', 's.id = a.serviceId and s.key = :service', { service })
      .innerJoin(TaskType, 't', 't.id = a.taskTypeId and t.key = :task', { task: DEPLOY_TASK })
      .getMany();
    const [only] = automations;
    if (!only || automations.length > 1) return false;
    const runId = `github ${nameOf(deploymentId)}${succeeded ? '' : ' failed'}`;
    await this.ledger.record(tx, SYSTEM, { automation: only.key, runId, succeeded, at });
    return true;
  }
}

const nameOf = (deploymentId: string): string => `deployment ${deploymentId}`;
