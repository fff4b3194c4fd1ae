import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { NetworkPlan } from '../../engine/network.rules.js';
import type { Batch } from '../input/batch-ring.js';
import type { ComputeEngine, EngineState, StepOutcome } from '../loop/compute-engine.js';
import type { NativeLibrary, SavedModel } from './library.js';
import { SLOTS, writeTrainingGraph } from './training-graph.js';

/** rows null: the engine only predicts. */
export interface NativeEngineOptions {
  library: NativeLibrary;
  plan: NetworkPlan;
  rows: number | null;
  half: boolean;
}

type Signature = 'restore' | 'read' | 'predict' | 'step' | 'gradients';

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
  private readonly rows: number | null;
  private readonly models: Record<string, SavedModel>;

  private constructor(options: NativeEngineOptions, models: Record<string, SavedModel>) {
    const { library, plan, rows, half } = options;
    this.tf = library.tf;
    this.plan = plan;
    this.rows = rows;
    this.models = models;
    const where = library.gpu ? 'GPU' : 'CPU';
    this.name = `TensorFlow ${library.version}, ${where}, ${half ? 'bfloat16' : 'float32'} (${library.origin})`;
    // oneDNN picks its kernels by processor and number of threads, and other kernels add in another order.
    const machine = `${cpus()[0]?.model ?? 'unknown'}x${library.threads}`;
    this.identity = `tensorflow-${library.version}-${where}-${half ? 'bf16' : 'f32'}-${machine}`;
  }

  /** Writes the graph, loads it and throws the file away. */
  static async create(options: NativeEngineOptions): Promise<NativeEngine> {
    const folder = mkdtempSync(join(tmpdir(), 'untoil-graph-'));
    try {
      writeTrainingGraph(folder, options);
      const names: Signature[] = [
        'restore',
        'read',
        'predict',
        ...(options.rows === null ? [] : (['step', 'gradients'] as const)),
      ];
      const models: Record<string, SavedModel> = {};
      for (const name of names)
        models[name] = await options.library.tf.node.loadSavedModel(folder, ['serve'], name);
      return new NativeEngine(options, models);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  async restore(state: Pick<EngineState, 'weights'> & Partial<EngineState>): Promise<void> {
    const inputs: Record<string, Tensor> = {};
    this.plan.tensors.forEach(({ shape }, i) => {
      inputs[`w${i}`] = this.tf.tensor(state.weights[i]!, shape);
      if (this.rows === null) return;
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
    const { inputSize } = this.plan;
    const rows = pixels.length / (inputSize * inputSize * 3);
    const values = new Int32Array(pixels);
    const whole = this.tf.tensor(values, [rows, inputSize, inputSize, 3], 'int32');
    return this.run('predict', { pixels: whole }, (out) => floats(out.p!));
  }

  async dispose(): Promise<void> {
    for (const model of Object.values(this.models)) model.dispose();
  }

  private inputs(batch: Batch): Record<string, Tensor> {
    const { inputSize, dense } = this.plan;
    const rows = batch.labels.length;
    // Copies, because the addon takes no shared memory.
    return {
      x: this.tf.tensor(batch.pixels.slice(), [rows, inputSize, inputSize, 3]),
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

function floats(tensor: Tensor): Float32Array {
  return tensor.dataSync() as Float32Array;
}
