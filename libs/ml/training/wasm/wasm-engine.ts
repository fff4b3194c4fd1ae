import type { NetworkPlan } from '../../engine/network.rules.js';
import type { Batch, RingHandle } from '../input/batch-ring.js';
import type { ComputeEngine, EngineState, StepOutcome } from '../loop/compute-engine.js';
import { COMMAND } from './control.js';
import { Crew } from './crew.js';
import type { KernelFlavour } from './kernels.js';
import { SHARDS } from './layout.rules.js';

/** ring null: the engine only predicts. */
export interface WasmEngineOptions {
  plan: NetworkPlan;
  rows: number;
  threads: number;
  ring: RingHandle | null;
  flavour?: KernelFlavour;
}

/** The engine that runs everywhere: SIMD kernels on shared memory, bit-identical for every number of threads. */
export class WasmEngine implements ComputeEngine {
  readonly engine = 'wasm';
  readonly name: string;
  readonly identity: string;
  private readonly crew: Crew;
  private readonly plan: NetworkPlan;
  private readonly rows: number;

  constructor(options: WasmEngineOptions) {
    this.plan = options.plan;
    this.rows = options.rows;
    this.crew = new Crew({ ...options, training: options.ring !== null });
    this.identity = `wasm-${this.crew.flavour}`;
    this.name = `WASM, ${this.crew.flavour} SIMD, ${options.threads} thread${options.threads === 1 ? '' : 's'}`;
  }

  async restore(state: Pick<EngineState, 'weights'> & Partial<EngineState>): Promise<void> {
    const { layout } = this.crew;
    this.write(layout.weights, state.weights);
    this.crew.weightsChanged();
    if (!layout.training) return;
    for (const [base, slot] of [
      [layout.mean, state.mean],
      [layout.square, state.square],
    ] as const) {
      if (slot) this.write(base, slot);
      else this.crew.floats(base, layout.values).fill(0);
    }
  }

  async state(): Promise<EngineState> {
    const { layout } = this.crew;
    return {
      weights: this.read(layout.weights),
      mean: this.read(layout.mean),
      square: this.read(layout.square),
    };
  }

  async step(batch: Batch, rate: number): Promise<StepOutcome> {
    await this.crew.run(COMMAND.step, this.rows, batch.slot, rate);
    return this.outcome();
  }

  async gradients(batch: Batch): Promise<{ loss: number; gradients: Float32Array[] }> {
    await this.crew.run(COMMAND.gradients, this.rows, batch.slot);
    const { layout } = this.crew;
    const gradients = this.read(layout.gradient);
    for (let tensor = 0; tensor < this.plan.convs.length * 2; tensor++) {
      const sum = gradients[tensor]!.fill(0);
      for (let shard = 0; shard < SHARDS; shard++) {
        const part = this.crew.floats(
          layout.shards.at + shard * layout.shards.row + layout.tensorAt[tensor]!,
          sum.length,
        );
        for (let i = 0; i < sum.length; i++) sum[i]! += part[i]!;
      }
    }
    return { loss: this.outcome().loss, gradients };
  }

  async probabilities(pixels: Uint8Array): Promise<Float32Array> {
    const { layout, memory } = this.crew;
    const picture = layout.pixels.row;
    const rows = pixels.length / picture;
    const all = new Float32Array(rows * this.plan.classes);
    for (let first = 0; first < rows; first += this.rows) {
      const count = Math.min(this.rows, rows - first);
      new Uint8Array(memory.buffer, layout.pixels.at).set(
        pixels.subarray(first * picture, (first + count) * picture),
      );
      await this.crew.run(COMMAND.predict, count);
      for (let row = 0; row < count; row++) {
        const values = this.crew.floats(layout.output.at + row * layout.output.row, this.plan.classes);
        all.set(values, (first + row) * this.plan.classes);
      }
    }
    return all;
  }

  dispose(): Promise<void> {
    return this.crew.dispose();
  }

  private outcome(): StepOutcome {
    const { layout, memory } = this.crew;
    const losses = new Float64Array(memory.buffer, layout.losses, this.rows);
    const hits = new Int32Array(memory.buffer, layout.hits, this.rows);
    let loss = 0;
    let correct = 0;
    for (let row = 0; row < this.rows; row++) {
      loss += losses[row]!;
      correct += hits[row]!;
    }
    return { loss: loss / this.rows, correct };
  }

  /** The logits' tensors are stored with their columns padded to whole vectors; everything else lies as it is. */
  private columns(tensor: number): { rows: number; columns: number; stored: number } {
    const { shape, length } = this.plan.tensors[tensor]!;
    const last = tensor >= this.plan.tensors.length - 2;
    const columns = shape[shape.length - 1]!;
    return { rows: length / columns, columns, stored: last ? this.crew.layout.paddedClasses : columns };
  }

  private write(base: number, tensors: Float32Array[]): void {
    tensors.forEach((values, tensor) => {
      const { rows, columns, stored } = this.columns(tensor);
      const to = this.crew.floats(base + this.crew.layout.tensorAt[tensor]!, rows * stored);
      if (stored === columns) to.set(values);
      else for (let r = 0; r < rows; r++) to.set(values.subarray(r * columns, (r + 1) * columns), r * stored);
    });
  }

  private read(base: number): Float32Array[] {
    return this.plan.tensors.map((plan, tensor) => {
      const { rows, columns, stored } = this.columns(tensor);
      const from = this.crew.floats(base + this.crew.layout.tensorAt[tensor]!, rows * stored);
      const values = new Float32Array(plan.length);
      if (stored === columns) values.set(from);
      else
        for (let r = 0; r < rows; r++)
          values.set(from.subarray(r * stored, r * stored + columns), r * columns);
      return values;
    });
  }
}
