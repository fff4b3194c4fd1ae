import {
  type Deployment,
  DeploymentRepository,
  type Evaluation,
  type GateDecision,
  ModelRepository,
  type ModelVersion,
  type Pipeline,
  PipelineRepository,
  type PipelineRun,
  RunRepository,
  type RunStep,
} from '#ml';
import { Transactions } from '#platform';
import { byKey, grouped, type Loader, Loads, type LoadsMany } from '../graphql/loaders.js';

declare module '../graphql/loaders.js' {
  interface Loaders {
    pipeline: Loader<Pipeline>;
    pipelineRun: Loader<PipelineRun>;
    runSteps: Loader<RunStep[]>;
    modelVersion: Loader<ModelVersion>;
    gateDecision: Loader<{ decision: GateDecision; evaluation: Evaluation | null }>;
    deploymentOf: Loader<Deployment>;
    deploymentsOf: Loader<Deployment[]>;
  }
}

/** Pipelines by id. */
@Loads('pipeline')
export class PipelineLoader implements LoadsMany<Pipeline> {
  constructor(
    private readonly transactions: Transactions,
    private readonly pipelines: PipelineRepository,
  ) {}

  async many(ids: readonly string[]): Promise<Map<string, Pipeline>> {
    return byKey(await this.pipelines.byIds(this.transactions.read, ids));
  }
}

/** Runs by id. */
@Loads('pipelineRun')
export class PipelineRunLoader implements LoadsMany<PipelineRun> {
  constructor(
    private readonly transactions: Transactions,
    private readonly runs: RunRepository,
  ) {}

  async many(ids: readonly string[]): Promise<Map<string, PipelineRun>> {
    return byKey(await this.runs.byIds(this.transactions.read, ids));
  }
}

/** The six steps of runs, in order, by the run's id. */
@Loads('runSteps')
export class RunStepsLoader implements LoadsMany<RunStep[]> {
  constructor(
    private readonly transactions: Transactions,
    private readonly runs: RunRepository,
  ) {}

  async many(runIds: readonly string[]): Promise<Map<string, RunStep[]>> {
    return grouped(await this.runs.steps(this.transactions.read, runIds), (step) => step.runId);
  }

  nothing(): RunStep[] {
    return [];
  }
}

/** Model versions by id. */
@Loads('modelVersion')
export class ModelVersionLoader implements LoadsMany<ModelVersion> {
  constructor(
    private readonly transactions: Transactions,
    private readonly models: ModelRepository,
  ) {}

  async many(ids: readonly string[]): Promise<Map<string, ModelVersion>> {
    return byKey(await this.models.byIds(this.transactions.read, ids));
  }
}

/** Gate decisions with the answers they were made on, by the version's id. */
@Loads('gateDecision')
export class GateDecisionLoader
  implements LoadsMany<{ decision: GateDecision; evaluation: Evaluation | null }>
{
  constructor(
    private readonly transactions: Transactions,
    private readonly models: ModelRepository,
  ) {}

  async many(ids: readonly string[]) {
    const { read } = this.transactions;
    const decisions = await this.models.decisions(read, ids);
    const evaluations = await this.models.evaluations(read, ids);
    return new Map(
      decisions.map((decision) => {
        const { modelVersionId, validationDigest } = decision;
        const evaluation =
          evaluations.find(
            (one) => one.modelVersionId === modelVersionId && one.validationDigest === validationDigest,
          ) ?? null;
        return [modelVersionId, { decision, evaluation }];
      }),
    );
  }
}

/** A version's deployment, by the version's id. */
@Loads('deploymentOf')
export class DeploymentOfLoader implements LoadsMany<Deployment> {
  constructor(
    private readonly transactions: Transactions,
    private readonly deployments: DeploymentRepository,
  ) {}

  async many(ids: readonly string[]): Promise<Map<string, Deployment>> {
    const rows = await this.deployments.byVersions(this.transactions.read, ids);
    return byKey(rows, (row) => (row as Deployment).modelVersionId);
  }
}

/** What is live or on trial in a pipeline, by the pipeline's id. */
@Loads('deploymentsOf')
export class DeploymentsOfLoader implements LoadsMany<Deployment[]> {
  constructor(
    private readonly transactions: Transactions,
    private readonly deployments: DeploymentRepository,
  ) {}

  async many(pipelineIds: readonly string[]): Promise<Map<string, Deployment[]>> {
    const rows = await this.deployments.active(this.transactions.read, pipelineIds);
    return grouped(rows, (row) => row.pipelineId);
  }

  nothing(): Deployment[] {
    return [];
  }
}
