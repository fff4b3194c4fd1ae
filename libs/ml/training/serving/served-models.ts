import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Predictor, PredictorOptions } from '../../engine/contract.js';
import { INPUT_VALUES } from '../../engine/network.rules.js';
import { preprocessingDigest } from '../../engine/preprocessing.rules.js';
import { Batcher } from '../../serving/batcher.js';
import type { ServedPipeline, ServedVersion } from '../../serving/protocol.js';
import { loadPredictor } from './load-predictor.js';

/** A version that is ready to answer. */
export interface Loaded {
  version: ServedVersion;
  predictor: Predictor;
  batcher: Batcher;
}

/** Keeps the models that the routes name loaded; a model goes only when no route names it any more. */
export class ServedModels {
  private readonly loaded = new Map<string, Loaded>();
  /** What could not be loaded, as it was, and why: another file or seal is tried again. */
  private readonly failed = new Map<string, { asked: string; reason: string }>();
  private routes = new Map<string, ServedPipeline>();
  /** The routes told last; in force for every pipeline whose live model is here. */
  private wanted: readonly ServedPipeline[] = [];
  private loading: Promise<void> = Promise.resolve();
  private readonly underWay = new Set<Promise<unknown>>();
  private readonly options: PredictorOptions;
  private readonly onUnloadable: (modelVersionId: string, reason: string) => void;

  constructor(options: PredictorOptions, onUnloadable: (modelVersionId: string, reason: string) => void) {
    this.options = options;
    this.onUnloadable = onUnloadable;
  }

  /**
   * Switches every pipeline whose live model is here at once, so that a rollback waits for nobody's loading; the others
   * as soon as theirs is loaded. Requests meet the old route or the new one, never none. Resolves when all is loaded.
   */
  apply(pipelines: readonly ServedPipeline[]): Promise<void> {
    this.wanted = pipelines;
    this.switchReady();
    this.loading = this.loading.then(() => this.loadWanted());
    return this.loading;
  }

  /** Does what holds on to models: none that is there when it begins goes before it has ended. */
  during<T>(work: () => Promise<T>): Promise<T> {
    const answer = work();
    const ended: Promise<unknown> = answer.catch(() => undefined).then(() => this.underWay.delete(ended));
    this.underWay.add(ended);
    return answer;
  }

  route(key: string): ServedPipeline | null {
    return this.routes.get(key) ?? null;
  }

  /** The loaded model of a version; null when it could not be loaded. */
  model(version: ServedVersion | null): Loaded | null {
    return version ? (this.loaded.get(version.modelVersionId) ?? null) : null;
  }

  /** Why a version could not be loaded. */
  fault({ modelVersionId }: ServedVersion): string | null {
    return this.failed.get(modelVersionId)?.reason ?? null;
  }

  get versions(): string[] {
    return [...this.loaded.keys()];
  }

  private async loadWanted(): Promise<void> {
    for (const version of versionsOf(this.wanted).values()) {
      // Told something else meanwhile: the next turn loads that.
      if (versionsOf(this.wanted).has(version.modelVersionId)) await this.load(version);
      this.switchReady();
    }
    const named = versionsOf([...this.wanted, ...this.routes.values()]);
    for (const [id, { predictor }] of this.loaded) {
      if (named.has(id)) continue;
      this.loaded.delete(id);
      void this.dismiss(predictor);
    }
  }

  private switchReady(): void {
    const routes = this.wanted.map((pipeline) => {
      const { live } = pipeline;
      const isReady = live === null || this.loaded.has(live.modelVersionId) || this.hasFailed(live);
      return isReady ? pipeline : this.routes.get(pipeline.key);
    });
    this.routes = new Map(routes.flatMap((route) => (route ? [[route.key, route]] : [])));
  }

  private hasFailed(version: ServedVersion): boolean {
    return this.failed.get(version.modelVersionId)?.asked === JSON.stringify(version);
  }

  // A request that found the model may still be decoding its picture: an engine that is gone would never answer it.
  private async dismiss(predictor: Predictor): Promise<void> {
    await Promise.all(this.underWay);
    await predictor.dispose().catch(() => undefined);
  }

  private async load(version: ServedVersion): Promise<void> {
    const id = version.modelVersionId;
    if (this.loaded.has(id) || this.hasFailed(version)) return;
    try {
      if (version.refusal !== null) throw new Error(version.refusal);
      const weights = await readFile(version.weightsPath);
      if (createHash('sha256').update(weights).digest('hex') !== version.weightsSha256)
        throw new Error('The weights file is not the one that was registered.');
      const predictor = await loadPredictor(weights, this.options);
      const digest = preprocessingDigest();
      if (predictor.preprocessingDigest !== digest || version.preprocessingDigest !== digest) {
        await predictor.dispose();
        throw new Error('The model was trained with another preprocessing than this server has.');
      }
      const batcher = new Batcher((inputs) => predictor.predict(inputs), INPUT_VALUES);
      this.loaded.set(id, { version, predictor, batcher });
      this.failed.delete(id);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.failed.set(id, { asked: JSON.stringify(version), reason });
      this.onUnloadable(id, reason);
    }
  }
}

/** Every version that routes name, by its id. */
function versionsOf(routes: readonly ServedPipeline[]): Map<string, ServedVersion> {
  const named = routes.flatMap(({ live, trial, standby }) => [live, trial?.version ?? null, standby]);
  return new Map(named.flatMap((version) => (version ? [[version.modelVersionId, version]] : [])));
}
