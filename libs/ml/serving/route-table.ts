import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline as flow } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, Ids, ObjectStore, Transactions } from '#platform';
import { DatasetRepository } from '../dataset/dataset.repository.js';
import type { Deployment } from '../deployment/deployment.entity.js';
import { DeploymentRepository } from '../deployment/deployment.repository.js';
import { stageName } from '../deployment/stage-name.rules.js';
import { ModelRepository } from '../model/model.repository.js';
import { ModelSeal } from '../model/model-seal.js';
import type { ModelVersion } from '../model/model-version.entity.js';
import { PipelineRepository } from '../pipeline/pipeline.repository.js';
import type { ServedPipeline, ServedVersion } from './protocol.js';

/** The tables that routes are read from. */
@Injectable()
export class RouteSources {
  constructor(
    readonly deployments: DeploymentRepository,
    readonly models: ModelRepository,
    readonly pipelines: PipelineRepository,
    readonly datasets: DatasetRepository,
  ) {}
}

/** Weights files of served versions on this machine, named by their content. */
@Injectable()
export class WeightsShelf {
  private readonly proven = new Set<string>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly store: ObjectStore,
    private readonly ids: Ids,
    private readonly seal: ModelSeal,
  ) {}

  /** Why a version must not be loaded; null when it is what was signed. */
  refusal(version: ModelVersion): string | null {
    try {
      this.seal.check(version);
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** The file's path; fetched once, renamed into place complete. What lay there before this process is proven first. */
  async path(sha256: string): Promise<string> {
    const path = join(this.folder, sha256);
    if (this.proven.has(sha256)) return path;
    if ((await digestOf(path)) !== sha256) await this.fetch(sha256, path);
    this.proven.add(sha256);
    return path;
  }

  /** Removes the files that nobody serves any more. */
  async tidy(served: readonly string[]): Promise<void> {
    const names = await readdir(this.folder).catch(() => []);
    const gone = names.filter((name) => !name.includes('.') && !served.includes(name));
    for (const name of gone) {
      this.proven.delete(name);
      await rm(join(this.folder, name), { force: true });
    }
  }

  private async fetch(sha256: string, path: string): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const draft = `${path}.${this.ids.next('tmp')}`;
    await flow(await this.store.stream(sha256), createWriteStream(draft));
    await rename(draft, path);
  }

  private get folder(): string {
    return join(this.config.dataDir, 'serving');
  }
}

/** SHA-256 of a file; null when there is none. */
async function digestOf(path: string): Promise<string | null> {
  const bytes = await readFile(path).catch(() => null);
  return bytes && createHash('sha256').update(bytes).digest('hex');
}

/** Says what every pipeline answers with now, and brings the weights onto this machine. */
@Injectable()
export class RouteTable {
  constructor(
    private readonly transactions: Transactions,
    private readonly sources: RouteSources,
    private readonly weights: WeightsShelf,
  ) {}

  /** One entry for each pipeline that has a model deployed. */
  async read(): Promise<ServedPipeline[]> {
    const { read } = this.transactions;
    const { deployments, models, pipelines, datasets } = this.sources;
    const active = await deployments.inStates(read, ['LIVE', 'STANDBY', 'SHADOW', 'CANARY']);
    const versions = new Map(
      (
        await models.byIds(
          read,
          active.map((one) => one.modelVersionId),
        )
      ).map((v) => [v.id, v]),
    );
    const rows = await pipelines.byIds(read, [...new Set(active.map((one) => one.pipelineId))]);
    const sets = new Map(
      (
        await datasets.byIds(
          read,
          rows.map((row) => row.datasetId),
        )
      ).map((d) => [d.id, d]),
    );
    const served: ServedPipeline[] = [];
    for (const { id, key, datasetId } of rows) {
      const own = active.filter((one) => one.pipelineId === id);
      const find = (state: string) => own.find((one) => one.state === state) ?? null;
      const trial = find('CANARY') ?? find('SHADOW');
      const dataset = sets.get(datasetId);
      served.push({
        key,
        policy: { sizePolicy: dataset?.sizePolicy ?? 'RESIZE', expandGrey: dataset?.expandGrey ?? true },
        live: await this.served(find('LIVE'), versions),
        standby: await this.served(find('STANDBY'), versions),
        trial: await this.trial(trial, versions),
      });
    }
    await this.weights.tidy([...versions.values()].map((version) => version.weightsSha256));
    return served;
  }

  /** Whether there is a version at all: one that is not deployed can still be looked into. */
  hasVersions(): Promise<boolean> {
    return this.sources.models.any(this.transactions.read);
  }

  private async trial(
    trial: Deployment | null,
    versions: Map<string, ModelVersion>,
  ): Promise<ServedPipeline['trial']> {
    const version = await this.served(trial, versions);
    if (!trial || !version) return null;
    return {
      deploymentId: trial.id,
      state: trial.state === 'CANARY' ? 'CANARY' : 'SHADOW',
      percent: trial.canaryPercent ?? 0,
      stage: stageName(trial),
      version,
    };
  }

  private async served(
    deployment: Deployment | null,
    versions: Map<string, ModelVersion>,
  ): Promise<ServedVersion | null> {
    const version = deployment && versions.get(deployment.modelVersionId);
    if (!version) return null;
    const { id, number, classNames, rejectBelow, preprocessingDigest, weightsSha256 } = version;
    const refusal = this.weights.refusal(version);
    const weightsPath = refusal === null ? await this.weights.path(weightsSha256) : '';
    const file = { weightsPath, weightsSha256, refusal };
    return { modelVersionId: id, number, classNames, rejectBelow, preprocessingDigest, ...file };
  }
}
