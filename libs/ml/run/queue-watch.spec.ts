import { beforeAll, describe, expect, it } from 'vitest';
import { createLog, ManualClock } from '#platform';
import { useAlerts } from '../../../test/harness/use-alerts.js';
import { useDatabase } from '../../../test/harness/use-database.js';
import type { TrainingQueueSample } from '../engine/contract.js';
import type { PipelineRepository } from '../pipeline/pipeline.repository.js';
import { QueueStateRow } from './queue-state.entity.js';
import { QUEUE_UNHEALTHY, QueueWatch } from './queue-watch.js';

const START = Date.parse('2026-03-02T09:00:00Z');
const at = (seconds: number): string => new Date(START + 1000 * seconds).toISOString();

describe('QueueWatch', () => {
  const db = useDatabase();
  const clock = new ManualClock(new Date(START));
  const house = useAlerts(db, clock);
  let watch: QueueWatch;
  beforeAll(() => {
    // All that is asked of pipelines here is whose queue it is.
    const pipelines = {
      byId: async () => ({ key: 'faces', serviceId: null }),
    } as unknown as PipelineRepository;
    watch = new QueueWatch(db.transactions, pipelines, house.alerts, house.bus, createLog('silent', 'test'));
  });

  /** An empty queue from whose producer nothing has come since the start. */
  const starved = (seconds: number): TrainingQueueSample => ({
    queue: 'training',
    at: at(seconds),
    size: 0,
    capacity: 80,
    batchSize: 20,
    minAfterDequeue: 0,
    closed: false,
    error: null,
    enqueued: 0,
    dequeued: 0,
    inPerSecond: 0,
    outPerSecond: 0,
    lastEnqueueAt: null,
    lastDequeueAt: null,
    consumerWaitSeconds: 0,
    producers: 1,
    waitShare: 0,
  });
  const feed = (from: number, to: number) => {
    for (let seconds = from; seconds <= to; seconds += 5) watch.sample('pip_1', starved(seconds));
  };
  const seen = async () => {
    const { nodes } = await house.alerts.list(db.transactions.read, { kind: QUEUE_UNHEALTHY }, { first: 10 });
    const row = await db.transactions.read.findOneBy(QueueStateRow, { pipelineId: 'pip_1' });
    return [nodes.map(({ status, occurrences }) => `${status} ${occurrences}`), row?.state, row?.cause];
  };

  it('raises the alert of a starved queue once, and again each half hour; the end of the training is its end', async () => {
    feed(0, 60);
    await watch.close('pip_2', 'others');
    expect(await seen()).toEqual([
      ['OPEN 1'],
      'STARVED',
      '0 of 20 rows are there and nothing has arrived for 60 s',
    ]);
    feed(65, 30 + 1800 + 35);
    // Paused, cancelled or failed: nothing is left of the queue.
    await watch.close('pip_1', 'faces');
    expect(await seen()).toEqual([['RESOLVED 2'], 'ENDED', 'the training has stopped']);
  });

  it('begins anew with the next training', async () => {
    feed(10_000, 10_005);
    await watch.close('pip_2', 'others');
    expect((await seen())[0]).toEqual(['RESOLVED 2']);
    await watch.close('pip_1', 'faces');
  });

  it('goes on showing why a producer failed', async () => {
    watch.sample('pip_1', { ...starved(20_000), closed: true, error: 'row 17 is text/csv, not an image' });
    await watch.close('pip_1', 'faces');
    expect((await seen()).slice(1)).toEqual(['FAILED', 'row 17 is text/csv, not an image']);
  });
});
