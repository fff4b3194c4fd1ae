import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { NetworkPlan } from '../../engine/network.rules.js';
import type { Batch } from '../input/batch-ring.js';
import type { ComputeEngine, EngineState, StepOutcome } from '../loop/compute-engine.js';
import type { NativeLibrary, SavedModel } from './library.js';
import { SLOTS, writePredictingGraph, writeTrainingGraph } from './training-graph.js';

/** rows null: the engine only predicts. */
export interface NativeEngineOptions {
  library: NativeLibrary;
  plan: NetworkPlan;
  rows: number | null;
  half: boolean;
}

type Signature = 'restore' | 'read' | 'predict' | 'step' | 'gradients';
type Models = Partial<Record<Signature, SavedModel>>;

/**
 * Trains through a graph that was written for exactly this network and batch, on a TensorFlow library. A step blocks its
 * thread: use it where nobody else needs that thread.
 */
export class NativeEngine implements ComputeEngine {
  readonly engine = 'native';
  readonly name: string;
  readonly identity: string;
  private readonly tf: NativeLibrary['tf'];
  private readonly plan: NetworkPlan;
  private readonly options: NativeEngineOptions;
  private models: Models;
  private pixels: Float32Array | null = null;

  private constructor(options: NativeEngineOptions, models: Models) {
    const { library, plan, half } = options;
    this.options = options;
    this.tf = library.tf;
    this.plan = plan;
    this.models = models;
    const where = library.gpu ? 'GPU' : 'CPU';
    this.name = `TensorFlow ${library.version}, ${where}, ${half ? 'bfloat16' : 'float32'} (${library.origin})`;
    // oneDNN picks its kernels by processor and number of threads, and other kernels add in another order.
    const machine = `${cpus()[0]?.model ?? 'unknown'}x${library.threads}`;
    this.identity = `tensorflow-${library.version}-${where}-${half ? 'bf16' : 'f32'}-${machine}`;
  }

  /** An engine that only predicts has its graph written when it is given weights. */
  static async create(options: NativeEngineOptions): Promise<NativeEngine> {
    const { library, plan, rows, half } = options;
    if (rows === null) return new NativeEngine(options, {});
    const models = await loadGraph(library, (folder) => writeTrainingGraph(folder, { plan, rows, half }), [
      'restore',
      'read',
      'predict',
      'step',
      'gradients',
    ]);
    return new NativeEngine(options, models);
  }

  async restore(state: Pick<EngineState, 'weights'> & Partial<EngineState>): Promise<void> {
    if (this.options.rows === null) return this.predictWith(state.weights);
    const inputs: Record<string, Tensor> = {};
    this.plan.tensors.forEach(({ shape }, i) => {
      inputs[`w${i}`] = this.tf.tensor(state.weights[i]!, shape);
      inputs[`m${i}`] = state.mean ? this.tf.tensor(state.mean[i]!, shape) : this.tf.zeros(shape);
      inputs[`v${i}`] = state.square ? this.tf.tensor(state.square[i]!, shape) : this.tf.zeros(shape);
    });
    this.run('restore', inputs, () => undefined);
  }

  async state(): Promise<EngineState> {
    return this.run('read', { token: this.tf.scalar(0) }, (out) => {
      const slot = (name: string): Float32Array[] =>
        this.plan.tensors.map((_, i) =>
          out[`${name}${i}`] ? floats(out[`${name}${i}`]!) : new Float32Array(),
        );
      const [weights, mean, square] = SLOTS.map(slot);
      return { weights: weights!, mean: mean!, square: square! };
    });
  }

  async step(batch: Batch, rate: number): Promise<StepOutcome> {
    // Lets timers, messages and files have their turn between two blocking calls.
    await nextTurn();
    const inputs = { ...this.inputs(batch), rate: this.tf.scalar(rate) };
    return this.run('step', inputs, (out) => ({
      loss: floats(out.loss!)[0]!,
      correct: floats(out.correct!)[0]!,
    }));
  }

  async gradients(batch: Batch): Promise<{ loss: number; gradients: Float32Array[] }> {
    return this.run('gradients', this.inputs(batch), (out) => ({
      loss: floats(out.loss!)[0]!,
      gradients: this.plan.tensors.map((_, i) => floats(out[`g${i}`]!)),
    }));
  }

  async probabilities(pixels: Uint8Array): Promise<Float32Array> {
    const picture = this.plan.inputSize ** 2 * 3;
    const rows = pixels.length / picture;
    const pictures = Array.from({ length: rows }, (_, i) => pixels.subarray(i * picture, (i + 1) * picture));
    const whole = this.tf.tensor(pictures, [rows], 'string');
    return this.run('predict', { pixels: whole }, (out) => floats(out.p!));
  }

  async dispose(): Promise<void> {
    for (const model of Object.values(this.models)) model.dispose();
    this.models = {};
  }

  private async predictWith(weights: readonly Float32Array[]): Promise<void> {
    const { library, plan, half } = this.options;
    const write = (folder: string): void => writePredictingGraph(folder, { plan, weights, half });
    const models = await loadGraph(library, write, ['predict']);
    await this.dispose();
    this.models = models;
  }

  private inputs(batch: Batch): Record<string, Tensor> {
    const { inputSize, dense } = this.plan;
    const rows = batch.labels.length;
    // Copies, because the addon takes no shared memory; the large one always into the same place.
    this.pixels ??= new Float32Array(batch.pixels.length);
    this.pixels.set(batch.pixels);
    return {
      x: this.tf.tensor(this.pixels, [rows, inputSize, inputSize, 3]),
      y: this.tf.tensor(batch.labels.slice(), [rows], 'int32'),
      mask: this.tf.tensor(batch.mask.slice(), [rows, dense[1]!.outputs]),
    };
  }

  /** Runs a signature, reads its outputs and frees every tensor of the call. */
  private run<T>(
    name: Signature,
    inputs: Record<string, Tensor>,
    read: (outputs: Record<string, Tensor>) => T,
  ): T {
    let outputs: Record<string, Tensor> = {};
    try {
      outputs = this.models[name]!.predict(inputs);
      return read(outputs);
    } finally {
      this.tf.dispose(inputs);
      this.tf.dispose(outputs);
    }
  }
}

/** Writes a graph, loads some of its signatures and throws the file away. */
async function loadGraph(
  library: NativeLibrary,
  write: (folder: string) => void,
  names: readonly Signature[],
): Promise<Models> {
  const folder = mkdtempSync(join(tmpdir(), 'untoil-graph-'));
  try {
    write(folder);
    const models: Models = {};
    for (const name of names) models[name] = await library.tf.node.loadSavedModel(folder, ['serve'], name);
    return models;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function floats(tensor: Tensor): Float32Array {
  return tensor.dataSync() as Float32Array;
}
