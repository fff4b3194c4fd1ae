import type { EngineName } from '../../engine/contract.js';
import type { Batch } from '../input/batch-ring.js';

/** Loss is the mean over the batch, before the update. */
export interface StepOutcome {
  loss: number;
  correct: number;
}

/** A training's state: one array for each tensor of the plan, in its order. */
export interface EngineState {
  weights: Float32Array[];
  mean: Float32Array[];
  square: Float32Array[];
}

/** What every engine can do; the loop knows nothing else about them. */
export interface ComputeEngine {
  readonly engine: EngineName;
  readonly name: string;
  /** Changes whenever a bit of the result may. */
  readonly identity: string;
  /** Puts a state in place; without slots they start at zero. */
  restore(state: Pick<EngineState, 'weights'> & Partial<EngineState>): Promise<void>;
  /** A copy of the state. */
  state(): Promise<EngineState>;
  /** One Adam step; `rate` includes the bias corrections (`adamRate`). */
  step(batch: Batch, rate: number): Promise<StepOutcome>;
  /** Gradients of the mean loss without an update. */
  gradients(batch: Batch): Promise<{ loss: number; gradients: Float32Array[] }>;
  /** Softmax of whole uint8 pictures [n, size, size, 3], without dropout. */
  probabilities(pixels: Uint8Array): Promise<Float32Array>;
  dispose(): Promise<void>;
}

/** Adam's learning rate of step t (from 1) with both bias corrections: lr * sqrt(1 - 0.999^t) / (1 - 0.9^t). */
export function adamRate(learningRate: number, t: number): number {
  return (learningRate * Math.sqrt(1 - 0.999 ** t)) / (1 - 0.9 ** t);
}
