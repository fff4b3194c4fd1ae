import { Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, Jobs, Refusal, reaches, Transactions, type Tx } from '#platform';
import { isPassed } from '../gate/gate.rules.js';
import { ModelRepository } from '../model/model.repository.js';
import type { ModelVersion } from '../model/model-version.entity.js';
import { deploymentSmoke } from './deployment.jobs.js';
import { canPromote, type DeploymentState } from './deployment-state.rules.js';
import { ReleaseDesk } from './release-desk.js';

/** Puts a version live because a person wants it. */
@Injectable()
export class PromoteModel {
  constructor(
    private readonly transactions: Transactions,
    private readonly models: ModelRepository,
    private readonly desk: ReleaseDesk,
    private readonly jobs: Jobs,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Live at once when the version passed its smoke test before; otherwise the test comes first. Refused with
   * GATE_NOT_PASSED unless the gate passed, or an admin (FORBIDDEN for others) gives a reason, which is audited.
   */
  promote(caller: Caller, id: string, forceReason: string | null | undefined): Promise<ModelVersion> {
    return this.transactions.run(async (tx) => {
      const version = await this.models.byId(tx, id);
      if (!version) throw new Refusal('NOT_FOUND', `There is no model version ${id}.`, ['id']);
      await this.admit(tx, caller, version, forceReason?.trim() || null);
      const pipeline = await this.desk.lock(tx, version.pipelineId);
      const deployment = await this.desk.deploy.stage(tx, version, true);
      if (!canPromote(deployment.state)) {
        throw new Refusal('INVALID_TRANSITION', whyNot(version.number, deployment.state), ['id']);
      }
      if (deployment.smokedAt !== null) await this.desk.goLive(tx, caller, pipeline, deployment);
      else await this.jobs.enqueue(tx, deploymentSmoke, { deploymentId: deployment.id });
      return version;
    });
  }

  private async admit(tx: Tx, caller: Caller, version: ModelVersion, reason: string | null): Promise<void> {
    const decision = await this.models.decision(tx, version.id);
    if (decision && isPassed(decision.outcome)) {
      await this.audit.record(tx, caller, 'model.promoted', version.id, null, {
        outcome: decision.outcome,
        reason,
      });
      return;
    }
    const outcome = decision?.outcome ?? 'not judged yet';
    if (reason === null) {
      const advice = decision?.advice ? ` ${decision.advice}` : '';
      throw new Refusal(
        'GATE_NOT_PASSED',
        `The gate says ${outcome} for version ${version.number}.${advice}`,
        ['id'],
        {
          outcome,
        },
      );
    }
    if (!reaches(caller.role, 'ADMIN')) {
      throw new Refusal('FORBIDDEN', 'Only an admin may promote against the gate.', ['forceReason']);
    }
    await this.audit.record(tx, caller, 'model.forced', version.id, null, { outcome, reason });
  }
}

function whyNot(number: number, state: DeploymentState): string {
  switch (state) {
    case 'LIVE':
      return `Version ${number} is live already.`;
    case 'SMOKE':
      return `Version ${number} is being tried in a fresh process; wait until that has ended.`;
    default:
      return `Version ${number} is ${state} and never serves again; train another.`;
  }
}
