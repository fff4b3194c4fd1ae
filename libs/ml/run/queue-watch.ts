import { Inject, Injectable } from '@nestjs/common';
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
    this.transactions
      .run((tx) => this.write(tx, pipelineId, sample, reading, alarm))
      .catch((error: unknown) => this.log.warn({ err: error }, 'queue sample'));
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
