/// <reference lib="es2024.sharedmemory" />
import { INPUT_VALUES } from '../../engine/network.rules.js';

/** Units of the layer that dropout works on. */
export const DROPOUT_UNITS = 256;

const COUNTERS = 16;
const [ENQUEUED, DEQUEUED, FAILED, PULSE] = [0, 1, 2, 3];
/** Slots' ready marks start here: the number of the batch that lies in the slot, plus one. */
const READY = 8;

/** One batch as a consumer sees it: views on shared memory, valid until it is released. */
export interface Batch {
  slot: number;
  pixels: Float32Array;
  labels: Int32Array;
  mask: Float32Array;
}

/** What another thread needs to open the same ring. */
export interface RingHandle {
  buffer: SharedArrayBuffer;
  batchSize: number;
  slots: number;
  pictureValues: number;
}

/**
 * The bounded queue between the feeder thread and the engine: `slots` batches in shared memory. Batch n lies in slot
 * n mod slots; the feeder may write it only when batch n - slots has been released. Rows are counted one by one.
 */
export class BatchRing {
  readonly handle: RingHandle;
  private readonly counters: Int32Array;

  private constructor(handle: RingHandle) {
    this.handle = handle;
    this.counters = new Int32Array(handle.buffer, 0, COUNTERS + handle.slots);
  }

  /** A new, empty ring. */
  static create(batchSize: number, slots: number, pictureValues = INPUT_VALUES): BatchRing {
    const bytes = headBytes(slots) + slots * slotBytes(batchSize, pictureValues);
    return new BatchRing({ buffer: new SharedArrayBuffer(bytes), batchSize, slots, pictureValues });
  }

  /** The ring that another thread made. */
  static open(handle: RingHandle): BatchRing {
    return new BatchRing(handle);
  }

  get capacity(): number {
    return this.handle.batchSize * this.handle.slots;
  }

  /** Rows put in and taken out since the start (modulo 2^32). */
  get enqueued(): number {
    return Atomics.load(this.counters, ENQUEUED!) >>> 0;
  }

  get dequeued(): number {
    return Atomics.load(this.counters, DEQUEUED!) >>> 0;
  }

  /** The views of a slot. */
  slot(slot: number): Batch {
    const { buffer, batchSize, slots, pictureValues } = this.handle;
    const at = headBytes(slots) + slot * slotBytes(batchSize, pictureValues);
    const labelsAt = at + batchSize * pictureValues * 4;
    return {
      slot,
      pixels: new Float32Array(buffer, at, batchSize * pictureValues),
      labels: new Int32Array(buffer, labelsAt, batchSize),
      mask: new Float32Array(buffer, labelsAt + batchSize * 4, batchSize * DROPOUT_UNITS),
    };
  }

  /** Feeder: waits until batch `n` may be written; false when the ring was closed meanwhile. */
  awaitSpace(n: number, first: number): boolean {
    for (;;) {
      const pulse = Atomics.load(this.counters, PULSE!);
      if (Atomics.load(this.counters, FAILED!) !== 0) return false;
      if ((n - first + 1) * this.handle.batchSize - this.dequeued <= this.capacity) return true;
      Atomics.wait(this.counters, PULSE!, pulse);
    }
  }

  /** Feeder: one more row is in. */
  countRow(): void {
    Atomics.add(this.counters, ENQUEUED!, 1);
  }

  /** Feeder: batch `n` is whole. */
  publish(n: number): void {
    Atomics.store(this.counters, READY + (n % this.handle.slots), n + 1);
    this.beat();
  }

  /** Consumer: batch `n`, or null when the ring was closed before it came. Does not block the thread. */
  async take(n: number): Promise<Batch | null> {
    const slot = n % this.handle.slots;
    for (;;) {
      const pulse = Atomics.load(this.counters, PULSE!);
      if (Atomics.load(this.counters, READY + slot) === n + 1) return this.slot(slot);
      if (Atomics.load(this.counters, FAILED!) !== 0) return null;
      const waited = Atomics.waitAsync(this.counters, PULSE!, pulse);
      if (waited.async) await waited.value;
    }
  }

  /** Consumer: batch taken is done with, its slot may be written again. */
  release(): void {
    Atomics.add(this.counters, DEQUEUED!, this.handle.batchSize);
    this.beat();
  }

  /** Either side: nothing more will come; wakes whoever waits. */
  close(): void {
    Atomics.store(this.counters, FAILED!, 1);
    this.beat();
  }

  private beat(): void {
    Atomics.add(this.counters, PULSE!, 1);
    Atomics.notify(this.counters, PULSE!);
  }
}

function headBytes(slots: number): number {
  return Math.ceil(((COUNTERS + slots) * 4) / 64) * 64;
}

function slotBytes(batchSize: number, pictureValues: number): number {
  return Math.ceil((batchSize * (pictureValues + 1 + DROPOUT_UNITS) * 4) / 64) * 64;
}
