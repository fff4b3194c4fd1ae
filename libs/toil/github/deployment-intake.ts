import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Tx } from '#platform';
import { RecordActivity } from '../activity/record-activity.service.js';
import { Aliases } from '../alias/aliases.js';
import { Organizations } from '../organization/organizations.js';
import { type DeploymentOutcome, DeploymentOutcomes } from './deployment-outcomes.js';
import type { deploymentStatusEvent } from './github-event.rules.js';
import { IssueIntake } from './issue-intake.js';

const ENDS: Record<string, boolean> = { success: true, failure: false, error: false };

/** Takes in how deployments ended. */
@Injectable()
export class DeploymentIntake {
  constructor(
    private readonly aliases: Aliases,
    private readonly issues: IssueIntake,
    private readonly organizations: Organizations,
    private readonly activities: RecordActivity,
    private readonly outcomes: DeploymentOutcomes,
  ) {}

  /** A failure becomes what the organisation chose (nothing, a draft of who deployed, an incident); a success ends incidents. */
  async take(tx: Tx, event: z.output<typeof deploymentStatusEvent>): Promise<string> {
    const { deployment_status: status, deployment, repository } = event;
    const succeeded = ENDS[status.state];
    const at = new Date(status.created_at);
    if (succeeded === undefined || Number.isNaN(at.getTime())) return 'not the end of a deployment';
    const service = await this.issues.serviceOf(tx, [], repository);
    if (!service) return 'no repository says which service it is about';
    const outcome: DeploymentOutcome = {
      ...{ service, succeeded, at, deploymentId: String(deployment.id) },
      repository: repository.full_name.toLowerCase(),
      environment: deployment.environment ?? status.environment ?? '',
      ref: deployment.ref ?? 'a version',
    };
    const { failedDeployment } = await this.organizations.settings(tx);
    const credited = deployment.creator?.type === 'Bot' && (await this.outcomes.credit(tx, outcome));
    const did = credited ? 'a run of the automation' : 'remembered';
    if (failedDeployment === 'INCIDENT') {
      await this.outcomes.remember(tx, outcome);
      if (!succeeded) await this.outcomes.open(tx, outcome);
      await this.outcomes.settle(tx, outcome);
      return succeeded ? did : 'an incident';
    }
    if (succeeded || failedDeployment === 'NONE') return did;
    return this.draft(tx, outcome, deployment.creator, String(status.id));
  }

  private async draft(
    tx: Tx,
    { ref, environment, service, at }: DeploymentOutcome,
    creator: { login: string; type?: string | null } | null | undefined,
    statusId: string,
  ): Promise<string> {
    if (!creator || creator.type === 'Bot') return 'nobody deployed by hand';
    const person = await this.aliases.personKey(tx, 'GITHUB', creator.login);
    if (!person) return `nobody is mapped from the login ${creator.login}`;
    const { duplicate } = await this.activities.record(tx, {
      ...{ person, service, at, source: 'CI' as const },
      note: `deploy ${ref} to ${environment} failed`,
      externalId: `deployment status ${statusId}`,
    });
    return duplicate ? 'told before' : 'a draft';
  }
}
