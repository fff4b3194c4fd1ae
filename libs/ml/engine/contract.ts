/**
 * What a training promises to the rest of the house. Types and ports only: the implementation lives in
 * `#ml/training`, is bound in the composition root, and core code never imports it.
 */

/** The two face networks: all kernels 3x3, or the fourth one 5x5. */
export type Architecture = 'SEED_3X3' | 'SEED_5X5';

/** How far one training picture may be moved; every range is drawn anew for each picture and step. */
export interface AugmentRanges {
  /** Mirror left and right with probability one half. */
  flip: boolean;
  /** Added to every value on the 0..1 scale, drawn from -brightness..+brightness. */
  brightness: number;
  /** Factor around the picture's mean per channel, [low, high]. */
  contrast: [number, number];
  /** Rotation of the hue in turns, drawn from -hue..+hue (0.5 is the opposite colour). */
  hue: number;
  /** Factor on the distance from grey, [low, high]. */
  saturation: [number, number];
  /** Shift in pixels in each direction, drawn from -shift..+shift; edges repeat. */
  shift: number;
  /** Zoom factor around the centre, [low, high]. */
  zoom: [number, number];
  /** Rotation in degrees, drawn from -rotate..+rotate. */
  rotate: number;
}

/** How convolutions compute; weights, gradients and Adam stay in float32. */
export type Precision = 'FP32' | 'BF16';

/** Stops a training whose smoothed validation loss no longer falls; never on one lucky look. */
export interface EarlyStop {
  /** Looks in a row without improvement of the smoothed loss. */
  patience: number;
  /** Improvement that counts. */
  minDelta: number;
  /** Weight of the past in the exponential smoothing, 0..1. */
  smoothing: number;
}

/** Everything that decides the result of a training; equal specification, data and engine give equal bits. */
export interface TrainingSpec {
  architecture: Architecture;
  classes: number;
  batchSize: number;
  steps: number;
  learningRate: number;
  /** Share of the second dense layer that dropout keeps, 0 < keepProb <= 1. */
  keepProb: number;
  seed: number;
  checkpointEverySteps: number;
  /** true takes the default ranges, false leaves pictures as they are. */
  augment: boolean | Partial<AugmentRanges>;
  inputSize: 96;
  /** Looks at the whole fixed validation set; default every 50 steps and at the end. */
  evaluateEverySteps?: number;
  /** Left out or null: exactly `steps` steps. */
  earlyStop?: EarlyStop | null;
  /** BF16 is for native engines only; FP32 is the default. */
  precision?: Precision;
}

/** One split as packed files: `pixels` is uint8 [rows, 96, 96, 3] RGB without header, `labels` int32 little endian [rows]. */
export interface PackedSplit {
  pixels: string;
  labels: string;
  rows: number;
}

/** The two splits and the digest of what is in them (any stable text; it binds checkpoints to the data). */
export interface TrainingFiles {
  training: PackedSplit;
  validation: PackedSplit;
  dataDigest: string;
}

/** The ways to compute, fastest first: a TensorFlow library, or our own WebAssembly kernels. */
export type EngineName = 'native' | 'wasm';

/** Which engine was picked and why; `identity` changes whenever results may differ in a bit. */
export interface EngineChoice {
  engine: EngineName;
  /** For people, e.g. "WASM relaxed SIMD, 2 threads". */
  name: string;
  identity: string;
  reason: string;
  tried: { engine: string; ok: boolean; reason: string }[];
}

/** One training as a child process runs it. */
export interface TrainingOrder {
  spec: TrainingSpec;
  files: TrainingFiles;
  /** Own folder of this run: checkpoints, final weights, event files. A second start in it resumes. */
  checkpointDir: string;
  /** Grows with each attempt; a process that finds a larger one in the folder stops writing. */
  fence?: number;
  /** Where engine folders may lie. */
  enginesDir?: string;
  /** Force one engine (tests, benches); left out, the fastest that proves itself. */
  engine?: EngineName;
  /** Computing threads; results do not depend on it. */
  threads?: number;
}

/** One value of one curve; `at` is ISO 8601. */
export interface TrainingPoint {
  series: string;
  step: number;
  value: number;
  at: string;
}

/** State of the input queue at one moment; sizes in rows, rates in rows per second. */
export interface TrainingQueueSample {
  queue: 'training';
  at: string;
  capacity: number;
  size: number;
  batchSize: number;
  minAfterDequeue: number;
  closed: boolean;
  error: string | null;
  producers: number;
  enqueued: number;
  dequeued: number;
  inPerSecond: number;
  outPerSecond: number;
  lastEnqueueAt: string | null;
  lastDequeueAt: string | null;
  /** How long the training has been waiting right now, seconds. */
  consumerWaitSeconds: number;
  /** Share of the training time spent waiting for data, 0..1. */
  waitShare: number;
}

/** What a finished training leaves. */
export interface TrainingResult {
  weightsFile: string;
  sha256: string;
  /** Steps done, the resumed ones included. */
  steps: number;
  /** Evaluations on the validation set during the training. */
  looks: number;
  stoppedEarly: boolean;
  trainLoss: number;
  validationLoss: number;
  validationAccuracy: number;
  /** Time and speed of this process only (a resumed run starts counting anew). */
  seconds: number;
  imagesPerSecond: number;
  engine: EngineChoice;
  resumedFromStep: number | null;
  /** False when a resume met another engine than the checkpoint's. */
  reproducible: boolean;
  eventFiles: string[];
}

/** Why a training ended without weights; `sentence` is the first real cause, fit for people. */
export interface TrainingFailure {
  code:
    | 'ENGINE_UNAVAILABLE'
    | 'GRADIENT_CHECK_FAILED'
    | 'INPUT_UNREADABLE'
    | 'SPEC_INVALID'
    | 'LOSS_NOT_FINITE'
    | 'NAN_INPUT'
    | 'CHECKPOINT_UNWRITABLE'
    | 'FENCED'
    | 'STALLED'
    | 'PROCESS_DIED'
    | 'RESOURCE'
    | 'UNKNOWN';
  sentence: string;
  detail: string | null;
}

/** What the child process reports, in order. */
export type TrainingEvent =
  | { kind: 'engine'; choice: EngineChoice }
  | { kind: 'started'; steps: number; resumedFromStep: number | null }
  | { kind: 'progress'; step: number; steps: number; imagesPerSecond: number }
  | { kind: 'metric'; points: TrainingPoint[] }
  | { kind: 'log'; at: string; line: string }
  | { kind: 'queue'; sample: TrainingQueueSample }
  | { kind: 'checkpoint'; step: number; sha256: string; bytes: number; seconds: number }
  | { kind: 'heartbeat' }
  | { kind: 'done'; result: TrainingResult }
  | { kind: 'failed'; failure: TrainingFailure }
  | { kind: 'cancelled'; step: number };

/** How a training ended. */
export type TrainingOutcome =
  | { status: 'done'; result: TrainingResult }
  | { status: 'failed'; failure: TrainingFailure }
  | { status: 'cancelled'; step: number };

/** A training in its own process; `outcome` never rejects. */
export interface RunningTraining {
  readonly pid: number;
  readonly outcome: Promise<TrainingOutcome>;
  /** Asks for a checkpoint and a stop; kills after the grace. */
  cancel(graceMs?: number): Promise<TrainingOutcome>;
}

/** Listens to a training; `signal` cancels it. */
export interface TrainingHooks {
  onEvent?: (event: TrainingEvent) => void;
  signal?: AbortSignal;
}

/** Port: starts trainings in child processes. */
export abstract class Trainer {
  abstract start(order: TrainingOrder, hooks?: TrainingHooks): RunningTraining;
}

/** Probabilities for pictures; keeps its own threads, so `dispose` is a duty. */
export interface Predictor {
  readonly architecture: Architecture;
  readonly classes: number;
  readonly preprocessingDigest: string;
  readonly engine: string;
  /** pixels uint8 [n, 96, 96, 3] RGB -> softmax [n, classes], row by row independent of the batch. */
  predict(pixels: Uint8Array): Promise<Float32Array>;
  dispose(): Promise<void>;
}

/** Port: opens a weights file (path or bytes); refuses a damaged one before it costs memory. */
export abstract class PredictorLoader {
  abstract load(weights: string | Uint8Array, options?: PredictorOptions): Promise<Predictor>;
}

/** What answers requests; `auto` is TensorFlow where it drives a GPU, else WebAssembly. */
export type ServingEngine = 'auto' | EngineName;

/** threads default 1; engine default the fastest one that proves itself. */
export interface PredictorOptions {
  threads?: number;
  engine?: EngineName;
  enginesDir?: string;
}

/** Port: tells which engine would train here and why, without training; asked in a process of its own. */
export abstract class EngineChooser {
  abstract choose(options?: {
    engine?: EngineName;
    enginesDir?: string;
    threads?: number;
  }): Promise<EngineChoice>;
}
