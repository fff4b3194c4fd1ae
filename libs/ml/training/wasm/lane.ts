import type { NetworkPlan } from '../../engine/network.rules.js';
import { BatchRing, type RingHandle } from '../input/batch-ring.js';
import { barrier, CONTROL, CONTROL_BYTES, RATE_INDEX } from './control.js';
import { type Kernels, kernelsOf } from './kernels.js';
import { type ThreadScratch, type WasmLayout, wasmLayout } from './layout.rules.js';

/** Everything a computing thread is started with. */
export interface LaneOrder {
  plan: NetworkPlan;
  module: WebAssembly.Module;
  memory: WebAssembly.Memory;
  control: SharedArrayBuffer;
  ring: RingHandle | null;
  rows: number;
  thread: number;
  threads: number;
  training: boolean;
}

/** One thread's view of the shared work: kernels, addresses, and its share of every range. */
export class Lane {
  readonly plan: NetworkPlan;
  readonly layout: WasmLayout;
  readonly kernels: Kernels;
  readonly scratch: ThreadScratch;
  readonly floats: Float32Array;
  readonly ints: Int32Array;
  readonly doubles: Float64Array;
  readonly ring: BatchRing | null;
  readonly control: Int32Array;
  readonly thread: number;
  readonly threads: number;
  private readonly rates: Float64Array;

  constructor(order: LaneOrder) {
    this.plan = order.plan;
    this.thread = order.thread;
    this.threads = order.threads;
    this.layout = wasmLayout(order.plan, order.rows, order.threads, order.training);
    this.kernels = kernelsOf(new WebAssembly.Instance(order.module, { env: { memory: order.memory } }));
    this.scratch = this.layout.scratch[order.thread]!;
    this.floats = new Float32Array(order.memory.buffer);
    this.ints = new Int32Array(order.memory.buffer);
    this.doubles = new Float64Array(order.memory.buffer);
    this.ring = order.ring && BatchRing.open(order.ring);
    this.control = new Int32Array(order.control, 0, CONTROL_BYTES / 4);
    this.rates = new Float64Array(order.control);
  }

  /** Pictures in the batch at hand. */
  get rows(): number {
    return Atomics.load(this.control, CONTROL.rows);
  }

  /** The same, rounded up to whole tiles of four; the rows of padding never reach a result. */
  get paddedRows(): number {
    return Math.ceil(this.rows / 4) * 4;
  }

  /** Learning rate of the step at hand, bias corrections included. */
  get rate(): number {
    return this.rates[RATE_INDEX]!;
  }

  /** Waits until every thread is here. */
  meet(): void {
    barrier(this.control, this.threads);
  }

  /** The next piece of a shared pile; pieces are taken as threads become free. */
  claim(pile: number): number {
    return Atomics.add(this.control, pile, 1);
  }

  /** This thread's part of 0..total in whole units; the last thread takes what is left. */
  share(total: number, unit: number): [from: number, to: number] {
    const units = Math.ceil(total / unit);
    const from = Math.floor((units * this.thread) / this.threads) * unit;
    const to = Math.floor((units * (this.thread + 1)) / this.threads) * unit;
    return [from, Math.min(to, total)];
  }

  /** Address of a weight tensor by its index. */
  weight(tensor: number): number {
    return this.layout.weights + this.layout.tensorAt[tensor]!;
  }

  /** Address of a dense tensor's gradient. */
  gradient(tensor: number): number {
    return this.layout.gradient + this.layout.tensorAt[tensor]!;
  }
}
