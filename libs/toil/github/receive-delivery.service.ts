import { Injectable } from '@nestjs/common';
import { Clock, Refusal, Refusals, Transactions, type Tx } from '#platform';
import { DeploymentIntake } from './deployment-intake.js';
import { DraftIntake } from './draft-intake.js';
import { GithubDelivery } from './github.entity.js';
import { commentEvent, deploymentEvent, deploymentStatusEvent, issuesEvent } from './github-event.rules.js';
import { IssueIntake } from './issue-intake.js';

/** One verified delivery. */
export interface Delivery {
  id: string;
  event: string;
  payload: unknown;
}

/** What became of it; duplicate: it was taken in before. */
export interface DeliveryReceived {
  duplicate: boolean;
  outcome: string;
}

/** Takes in what GitHub tells, each delivery once. */
@Injectable()
export class ReceiveDelivery {
  constructor(
    private readonly transactions: Transactions,
    private readonly issues: IssueIntake,
    private readonly drafts: DraftIntake,
    private readonly deployments: DeploymentIntake,
    private readonly clock: Clock,
  ) {}

  /** Counts the delivery and acts on it in one transaction: of fifty copies at once one gets through. */
  async receive(delivery: Delivery): Promise<DeliveryReceived> {
    return this.transactions.run(async (tx) => {
      const claimed = await tx
        .createQueryBuilder()
        .insert()
        .into(GithubDelivery)
        .values({
          id: delivery.id,
          event: delivery.event,
          action: actionOf(delivery.payload),
          receivedAt: this.clock.now(),
          outcome: '',
        })
        .orIgnore()
        .returning('id')
        .execute();
      if ((claimed.raw as unknown[]).length === 0) return { duplicate: true, outcome: 'taken in before' };
      const outcome = await this.act(tx, delivery);
      await tx.update(GithubDelivery, { id: delivery.id }, { outcome });
      return { duplicate: false, outcome };
    });
  }

  private async act(tx: Tx, { id, event, payload }: Delivery): Promise<string> {
    try {
      // A refusal leaves the delivery counted and says why; it would be refused again each time.
      return await tx.transaction((inner) => this.dispatch(inner, event, payload, id));
    } catch (error) {
      if (error instanceof Refusal || error instanceof Refusals) return error.message;
      throw error;
    }
  }

  private async dispatch(tx: Tx, event: string, payload: unknown, id: string): Promise<string> {
    if (event === 'issues') {
      const read = issuesEvent.safeParse(payload);
      return read.success ? this.issues.take(tx, read.data, id) : 'not the payload of an issue';
    }
    if (event === 'issue_comment') {
      const read = commentEvent.safeParse(payload);
      return read.success ? this.drafts.fromComment(tx, read.data) : 'not the payload of a comment';
    }
    if (event === 'deployment') {
      const read = deploymentEvent.safeParse(payload);
      return read.success ? this.drafts.fromDeployment(tx, read.data) : 'not the payload of a deployment';
    }
    if (event === 'deployment_status') {
      const read = deploymentStatusEvent.safeParse(payload);
      return read.success ? this.deployments.take(tx, read.data) : 'not the payload of a deployment status';
    }
    return `nothing is done about ${event}`;
  }
}

function actionOf(payload: unknown): string | null {
  const action = (payload as { action?: unknown } | null)?.action;
  return typeof action === 'string' ? action.slice(0, 100) : null;
}
