/// <reference lib="es2024.sharedmemory" />
import { Worker } from 'node:worker_threads';
import type { NetworkPlan } from '../../engine/network.rules.js';
import { entryPoint } from '../entry-point.js';
import type { RingHandle } from '../input/batch-ring.js';
import { COMMAND, CONTROL, CONTROL_BYTES, RATE_INDEX } from './control.js';
import { compileKernels, type KernelFlavour } from './kernels.js';
import type { LaneOrder } from './lane.js';
import { type WasmLayout, wasmLayout } from './layout.rules.js';

/** What a crew is made of. */
export interface CrewOrder {
  plan: NetworkPlan;
  rows: number;
  threads: number;
  training: boolean;
  ring: RingHandle | null;
  flavour?: KernelFlavour;
}

/** Threads over one shared memory that carry out one command at a time. `dispose` is a duty. */
export class Crew {
  readonly layout: WasmLayout;
  readonly flavour: KernelFlavour;
  readonly memory: WebAssembly.Memory;
  private readonly control: Int32Array;
  private readonly rates: Float64Array;
  private readonly workers: Worker[];
  private readonly failed: Promise<never>;
  private packed = false;

  constructor(order: CrewOrder) {
    const { plan, rows, threads, training, ring } = order;
    this.layout = wasmLayout(plan, rows, threads, training);
    const { module, flavour } = compileKernels(order.flavour);
    this.flavour = flavour;
    const pages = Math.ceil(this.layout.bytes / 65_536) + 1;
    this.memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
    const control = new SharedArrayBuffer(CONTROL_BYTES);
    this.control = new Int32Array(control);
    this.rates = new Float64Array(control);
    const { url, execArgv } = entryPoint('thread', import.meta.url);
    this.workers = Array.from({ length: threads }, (_, thread) => {
      const data: LaneOrder = {
        plan,
        module,
        memory: this.memory,
        control,
        ring,
        rows,
        thread,
        threads,
        training,
      };
      return new Worker(url, { workerData: data, execArgv, name: `wasm ${thread}` });
    });
    this.failed = new Promise((_, reject) => {
      for (const worker of this.workers) worker.once('error', reject);
    });
    // Whoever runs a command sees the failure; an idle crew must not end the process with an unhandled rejection.
    this.failed.catch(() => undefined);
    for (const worker of this.workers) worker.unref();
  }

  /** The weights were written from outside: the next command packs them again. */
  weightsChanged(): void {
    this.packed = false;
  }

  /** Floats at an address of the shared memory. */
  floats(at: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, at, length);
  }

  /** Runs one command on `rows` pictures; rejects when a thread died. */
  async run(command: number, rows: number, slot = 0, rate = 0): Promise<void> {
    const { control } = this;
    Atomics.store(control, CONTROL.rows, rows);
    Atomics.store(control, CONTROL.slot, slot);
    Atomics.store(control, CONTROL.nextPicture, 0);
    Atomics.store(control, CONTROL.nextShard, 0);
    Atomics.store(control, CONTROL.command, command);
    Atomics.store(control, CONTROL.repack, this.packed ? 0 : 1);
    this.packed = command !== COMMAND.step;
    this.rates[RATE_INDEX] = rate;
    const sequence = Atomics.add(control, CONTROL.sequence, 1) + 1;
    Atomics.notify(control, CONTROL.sequence);
    if (command === COMMAND.stop) return;
    // A referenced timer keeps the process alive while it only waits for shared memory.
    const alive = setInterval(() => undefined, 60_000);
    try {
      await Promise.race([this.finished(sequence), this.failed]);
    } finally {
      clearInterval(alive);
    }
  }

  /** Ends the threads and waits until they are gone. */
  async dispose(): Promise<void> {
    await this.run(COMMAND.stop, 0);
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }

  private async finished(sequence: number): Promise<void> {
    for (;;) {
      const now = Atomics.load(this.control, CONTROL.finished);
      if (now === sequence) return;
      const waited = Atomics.waitAsync(this.control, CONTROL.finished, now);
      if (waited.async) await waited.value;
    }
  }
}
