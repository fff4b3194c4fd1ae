import { Worker } from 'node:worker_threads';
import type { TrainingFailure, TrainingQueueSample } from '../../engine/contract.js';
import { entryPoint } from '../entry-point.js';
import { TrainingError } from '../loop/training.errors.js';
import { type Batch, BatchRing } from './batch-ring.js';
import type { FeederFailure, FeederOrder } from './feeder-thread.js';
import { Rate } from './rate.rules.js';

/** Batches that the queue holds at most. */
export const QUEUE_SLOTS = 4;

/**
 * The bounded, shuffled input queue: a thread of its own reads and augments, the training takes whole batches. When the
 * producer dies, the consumer gets the producer's own error, not a complaint about an empty queue.
 */
export class InputQueue {
  readonly ring: BatchRing;
  private readonly order: Omit<FeederOrder, 'ring'>;
  private readonly now: () => number;
  private readonly inRate = new Rate();
  private readonly outRate = new Rate();
  private feeder: Worker | null = null;
  private failure: TrainingFailure | null = null;
  private waitingSince: number | null = null;
  private waited = 0;
  private startedAt = 0;
  private lastIn: { count: number; at: number | null } = { count: 0, at: null };
  private lastOutAt: number | null = null;

  constructor(ring: BatchRing, order: Omit<FeederOrder, 'ring'>, now: () => number) {
    this.ring = ring;
    this.order = order;
    this.now = now;
  }

  /** Starts the feeder thread. */
  start(): void {
    this.startedAt = this.now();
    if (this.order.firstStep >= this.order.lastStep) return;
    const { url, execArgv } = entryPoint('feeder-thread', import.meta.url);
    const workerData: FeederOrder = { ...this.order, ring: this.ring.handle };
    const feeder = new Worker(url, { workerData, execArgv, name: 'input queue' });
    feeder.on('message', (message: FeederFailure) => this.fail(message.failure));
    feeder.on('error', (error) =>
      this.fail({ code: 'UNKNOWN', sentence: error.message, detail: error.stack ?? null }),
    );
    this.feeder = feeder;
  }

  /** The batch of a step; rejects with the producer's error when the producer has died. */
  async take(step: number): Promise<Batch> {
    this.waitingSince = this.now();
    const batch = await this.ring.take(step);
    this.waited += this.now() - this.waitingSince;
    this.waitingSince = null;
    if (batch) return batch;
    // The ring closes a moment before the message with the cause arrives.
    for (let turn = 0; turn < 100 && !this.failure; turn++) await new Promise((next) => setImmediate(next));
    const { code, sentence, detail } = this.failure ?? {
      code: 'UNKNOWN',
      sentence: 'The input queue was closed.',
      detail: null,
    };
    throw new TrainingError(code, sentence, detail);
  }

  /** The batch taken is done with. */
  release(): void {
    this.ring.release();
    this.lastOutAt = this.now();
  }

  /** The queue's health at this moment. */
  sample(): TrainingQueueSample {
    const now = this.now();
    const { enqueued, dequeued, capacity, handle } = this.ring;
    if (enqueued !== this.lastIn.count) this.lastIn = { count: enqueued, at: now };
    const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
    const waiting = this.waitingSince === null ? 0 : now - this.waitingSince;
    const total = (this.order.lastStep - this.order.firstStep) * handle.batchSize;
    return {
      queue: 'training',
      at: new Date(now).toISOString(),
      capacity,
      size: Math.max(0, enqueued - dequeued),
      batchSize: handle.batchSize,
      minAfterDequeue: 0,
      closed: this.failure !== null || enqueued >= total,
      error: this.failure?.sentence ?? null,
      producers: this.failure === null && enqueued < total ? 1 : 0,
      enqueued,
      dequeued,
      inPerSecond: this.inRate.update(enqueued, now),
      outPerSecond: this.outRate.update(dequeued, now),
      lastEnqueueAt: iso(this.lastIn.at),
      lastDequeueAt: iso(this.lastOutAt),
      consumerWaitSeconds: waiting / 1000,
      waitShare: (this.waited + waiting) / Math.max(1, now - this.startedAt),
    };
  }

  /** Ends the feeder. */
  async stop(): Promise<void> {
    this.ring.close();
    await this.feeder?.terminate();
  }

  private fail(failure: TrainingFailure): void {
    this.failure ??= failure;
    this.ring.close();
  }
}
