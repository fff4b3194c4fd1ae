import { Inject, Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { Alerts, EventBus, LOG, type Log, REPEAT_AFTER_SECONDS, Transactions, type Tx } from '#platform';
import type { TrainingQueueSample } from '../engine/contract.js';
import { PipelineRepository } from '../pipeline/pipeline.repository.js';
import {
  alarmOf,
  CALM,
  follow,
  type Hysteresis,
  isBad,
  type QueueReading,
  type QueueTrack,
  readQueue,
  settle,
} from '../queue/queue-health.rules.js';
import { QueueStateRow } from './queue-state.entity.js';

/** The alert of an input queue that starves, is stuck or has lost its producer; subject: pipeline key and queue. */
export const QUEUE_UNHEALTHY = 'queue.unhealthy';

interface Watched {
  track: QueueTrack;
  calm: Hysteresis;
  /** When the alert of what still holds was last raised; null while nothing alarms. */
  raisedMs: number | null;
}

/** Judges the samples of input queues: keeps the newest state, alerts after two bad samples, clears after three good. */
@Injectable()
export class QueueWatch {
  private readonly watched = new Map<string, Watched>();
  /** Samples are written one after the other, so that an older one never stands over a newer. */
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly transactions: Transactions,
    private readonly pipelines: PipelineRepository,
    private readonly alerts: Alerts,
    private readonly events: EventBus,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Takes a sample in; judged and written behind the caller's back. */
  sample(pipelineId: string, sample: TrainingQueueSample): void {
    const key = `${pipelineId} ${sample.queue}`;
    const before = this.watched.get(key);
    const track = follow(
      before?.track ?? null,
      readable(sample, before?.track.last.startedMs ?? Date.parse(sample.at)),
    );
    const reading = readQueue(track);
    const calm = settle(before?.calm ?? CALM, isBad(reading.state));
    const raisedMs = before?.raisedMs ?? null;
    const alarm = alarmOf(calm, raisedMs, track.last.atMs, REPEAT_AFTER_SECONDS * 1000);
    const since = alarm ? track.last.atMs : raisedMs;
    this.watched.set(key, { track, calm, raisedMs: calm.alarming ? since : null });
    this.writing = this.writing
      .then(() => this.transactions.run((tx) => this.write(tx, pipelineId, sample, reading, alarm)))
      .catch((error: unknown) => {
        this.log.warn({ err: error }, 'queue sample');
        // What could not be told now is told with the next sample.
        const now = this.watched.get(key);
        if (now && alarm !== null) now.raisedMs = raisedMs;
      });
  }

  /**
   * No process trains for the pipeline any more, whatever became of it: its queue is gone, and with it what was wrong with
   * it. Never rejects. A queue whose producer failed goes on showing why.
   */
  async close(pipelineId: string, pipelineKey: string): Promise<void> {
    await this.writing;
    await this.transactions
      .run(async (tx) => {
        await this.end(tx, pipelineId, pipelineKey);
        await tx.update(
          QueueStateRow,
          { pipelineId, queue: 'training', state: Not(In(['ENDED', 'FAILED'])) },
          {
            state: 'ENDED',
            inPerSecond: 0,
            outPerSecond: 0,
            etaSeconds: null,
            cause: 'the training has stopped',
          },
        );
        await this.events.publish(tx, 'queue', pipelineId);
      })
      .catch((error: unknown) => this.log.warn({ err: error }, 'end of a queue'));
  }

  /** The training of a pipeline has ended: what its queue was alarmed about is over. */
  async end(tx: Tx, pipelineId: string, pipelineKey: string): Promise<void> {
    this.watched.delete(`${pipelineId} training`);
    await this.alerts.resolve(tx, QUEUE_UNHEALTHY, `${pipelineKey}/training`);
  }

  private async write(
    tx: Tx,
    pipelineId: string,
    sample: TrainingQueueSample,
    reading: QueueReading,
    alarm: boolean | null,
  ): Promise<void> {
    await tx.upsert(
      QueueStateRow,
      {
        pipelineId,
        queue: sample.queue,
        state: reading.state,
        size: sample.size,
        capacity: sample.capacity,
        batchSize: sample.batchSize,
        inPerSecond: reading.inPerSecond,
        outPerSecond: reading.outPerSecond,
        etaSeconds: reading.etaSeconds,
        cause: reading.cause,
        sampledAt: new Date(sample.at),
      },
      ['pipelineId', 'queue'],
    );
    if (alarm !== null) await this.alarm(tx, pipelineId, sample.queue, reading, alarm);
    await this.events.publish(tx, 'queue', pipelineId);
  }

  private async alarm(
    tx: Tx,
    pipelineId: string,
    queue: string,
    reading: QueueReading,
    on: boolean,
  ): Promise<void> {
    const pipeline = await this.pipelines.byId(tx, pipelineId);
    const subject = `${pipeline.key}/${queue}`;
    if (!on) return this.alerts.resolve(tx, QUEUE_UNHEALTHY, subject);
    await this.alerts.raise(tx, {
      kind: QUEUE_UNHEALTHY,
      subject,
      title: `Queue ${queue} of ${pipeline.key} is ${reading.state}: ${reading.cause ?? 'no cause known'}`,
      severity: 'CRITICAL',
      serviceId: pipeline.serviceId,
      detail: reading,
    });
  }
}

const millis = (at: string | null): number | null => (at === null ? null : Date.parse(at));

function readable(sample: TrainingQueueSample, startedMs: number) {
  return {
    atMs: Date.parse(sample.at),
    size: sample.size,
    capacity: sample.capacity,
    batchSize: sample.batchSize,
    minAfterDequeue: sample.minAfterDequeue,
    closed: sample.closed,
    error: sample.error,
    enqueued: sample.enqueued,
    dequeued: sample.dequeued,
    startedMs,
    // A training's input repeats for ever.
    expectedRows: null,
    lastEnqueueMs: millis(sample.lastEnqueueAt),
    lastDequeueMs: millis(sample.lastDequeueAt),
    consumerWaitsMs: sample.consumerWaitSeconds * 1000,
    medianInterArrivalMs: sample.inPerSecond > 0 ? 1000 / sample.inPerSecond : null,
  };
}
