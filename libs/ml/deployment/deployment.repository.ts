import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '#platform';
import { Deployment } from './deployment.entity.js';
import type { DeploymentState } from './deployment-state.rules.js';
import { DeploymentTraffic } from './traffic.entity.js';

/** Finds and keeps deployments and what they answered. */
@Injectable()
export class DeploymentRepository {
  byId(tx: Tx, id: string): Promise<Deployment | null> {
    return tx.findOneBy(Deployment, { id });
  }

  byVersion(tx: Tx, modelVersionId: string): Promise<Deployment | null> {
    return tx.findOneBy(Deployment, { modelVersionId });
  }

  byVersions(tx: Tx, modelVersionIds: readonly string[]): Promise<Deployment[]> {
    return tx.findBy(Deployment, { modelVersionId: In([...modelVersionIds]) });
  }

  /** Every deployment in one of the states, of one pipeline or of all. */
  inStates(tx: Tx, states: readonly DeploymentState[], pipelineId?: string): Promise<Deployment[]> {
    return tx.find(Deployment, {
      where: { state: In([...states]), ...(pipelineId === undefined ? {} : { pipelineId }) },
      order: { since: 'DESC' },
    });
  }

  /** The deployment that answers the pipeline's requests. */
  live(tx: Tx, pipelineId: string): Promise<Deployment | null> {
    return tx.findOneBy(Deployment, { pipelineId, state: 'LIVE' });
  }

  /** The deployment that shadows or is a canary. */
  trial(tx: Tx, pipelineId: string): Promise<Deployment | null> {
    return tx.findOneBy(Deployment, { pipelineId, state: In(['SHADOW', 'CANARY']) });
  }

  async insert(tx: Tx, deployment: Deployment): Promise<void> {
    await tx.insert(Deployment, deployment);
  }

  async update(tx: Tx, id: string, change: Partial<Deployment>): Promise<void> {
    await tx.update(Deployment, { id }, change);
  }

  /** What is live or on trial in any of the pipelines. */
  active(tx: Tx, pipelineIds: readonly string[]): Promise<Deployment[]> {
    return tx.findBy(Deployment, {
      pipelineId: In([...pipelineIds]),
      state: In(['LIVE', 'SHADOW', 'CANARY']),
    });
  }

  /** What each version answered during one stage of a trial. */
  traffic(tx: Tx, deploymentId: string, stage: string): Promise<DeploymentTraffic[]> {
    return tx.findBy(DeploymentTraffic, { deploymentId, stage });
  }

  /** Adds to what a version answered; several serving processes may add at once. */
  async addTraffic(tx: Tx, key: TrafficKey, delta: TrafficDelta): Promise<void> {
    await tx.query(
      `insert into deployment_traffic as t
         (deployment_id, stage, model_version_id, requests, errors, nan_outputs, rejected, agreed, classes, latency)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9::bigint[], $10::bigint[])
       on conflict (deployment_id, stage, model_version_id) do update set
         requests = t.requests + excluded.requests,
         errors = t.errors + excluded.errors,
         nan_outputs = t.nan_outputs + excluded.nan_outputs,
         rejected = t.rejected + excluded.rejected,
         agreed = t.agreed + excluded.agreed,
         classes = (select array_agg(coalesce(a, 0) + coalesce(b, 0) order by i)
                      from unnest(t.classes, excluded.classes) with ordinality as u(a, b, i)),
         latency = (select array_agg(coalesce(a, 0) + coalesce(b, 0) order by i)
                      from unnest(t.latency, excluded.latency) with ordinality as u(a, b, i))`,
      [
        key.deploymentId,
        key.stage,
        key.modelVersionId,
        delta.requests,
        delta.errors,
        delta.nanOutputs,
        delta.rejected,
        delta.agreed,
        delta.classes,
        delta.latency,
      ],
    );
  }
}

/** Whose answers are counted. */
export interface TrafficKey {
  deploymentId: string;
  stage: string;
  modelVersionId: string;
}

/** What came on top since the last report. */
export interface TrafficDelta {
  requests: number;
  errors: number;
  nanOutputs: number;
  rejected: number;
  agreed: number;
  classes: number[];
  latency: number[];
}
