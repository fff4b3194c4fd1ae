import type { ServingEngine } from '../engine/contract.js';
import type { PicturePolicy } from '../image/picture-policy.js';
import type { Remembering } from './remembered-pictures.js';

/** One version that a serving process holds ready. Paths on this machine. */
export interface ServedVersion {
  modelVersionId: string;
  number: number;
  weightsPath: string;
  /** What the file must be, byte for byte. */
  weightsSha256: string;
  /** Why it must not be loaded; null when its seal is whole. */
  refusal: string | null;
  classNames: string[];
  /** Probability below which an answer counts as unknown. */
  rejectBelow: number;
  preprocessingDigest: string;
}

/** A version on trial. */
export interface ServedTrial {
  deploymentId: string;
  state: 'SHADOW' | 'CANARY';
  /** Share of the requests that a canary answers, 0..100. */
  percent: number;
  /** Name under which this stage's traffic is counted. */
  stage: string;
  version: ServedVersion;
}

/** What a pipeline answers with now. */
export interface ServedPipeline {
  key: string;
  policy: PicturePolicy;
  live: ServedVersion | null;
  trial: ServedTrial | null;
  /** Kept loaded, so that a rollback needs no loading. */
  standby: ServedVersion | null;
}

/** What one version answered during one stage since the last report. */
export interface TrafficReport {
  deploymentId: string;
  stage: string;
  modelVersionId: string;
  requests: number;
  errors: number;
  nanOutputs: number;
  rejected: number;
  agreed: number;
  classes: number[];
  latency: number[];
}

/** What the worker tells its serving process. */
export type ToServing =
  | { kind: 'start'; secret: string; enginesDir: string; engine: ServingEngine; remembering: Remembering }
  | { kind: 'routes'; pipelines: ServedPipeline[] }
  | { kind: 'drain' };

/** What the serving process tells its worker. */
export type FromServing =
  | { kind: 'listening'; port: number }
  | { kind: 'serving'; versions: string[] }
  | { kind: 'unloadable'; modelVersionId: string; reason: string }
  | { kind: 'traffic'; reports: TrafficReport[] };

/** Header that carries the secret between API and serving process. */
export const SECRET_HEADER = 'x-untoil-serving-secret';
/** Header by which callers keep a request on the same model during a canary. */
export const REQUEST_KEY_HEADER = 'x-request-key';
/** Header that names the version which answered. */
export const VERSION_HEADER = 'x-model-version';
/** Where a serving process draws layers; behind it stands what to show. */
export const LAYERS_PATH = '/layers/';
/** Where a serving process gives out the picture of a prediction; behind it stand pipeline and id. */
export const PREDICTIONS_PATH = '/predictions/';
/** Bytes of a predict request's body: 16 MiB of pictures are a third more in base64. */
export const MOST_BODY_BYTES = 32 * 1024 * 1024;
/** Pictures in one request. */
export const MOST_PICTURES = 1024;

/** Port: a serving process under the worker's hand. */
export interface RunningServing {
  readonly pid: number;
  send(message: ToServing): void;
  /** Resolves when the process has ended, however it did. */
  readonly ended: Promise<void>;
  kill(): void;
}

/** Port: starts serving processes. */
export abstract class ServingLauncher {
  abstract start(onMessage: (message: FromServing) => void): RunningServing;
}
