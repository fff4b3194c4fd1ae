import { describe, expect, it } from 'vitest';
import {
  alarmOf,
  CALM,
  capacityFault,
  follow,
  type QueueSample,
  type QueueTrack,
  readQueue,
  settle,
} from './queue-health.rules.js';

const at = (seconds: number, part: Partial<QueueSample> = {}): QueueSample => ({
  atMs: seconds * 1000,
  size: 500,
  capacity: 1000,
  batchSize: 100,
  minAfterDequeue: 0,
  closed: false,
  error: null,
  enqueued: 0,
  dequeued: 0,
  startedMs: 0,
  lastEnqueueMs: seconds * 1000,
  lastDequeueMs: seconds * 1000,
  expectedRows: null,
  consumerWaitsMs: 0,
  medianInterArrivalMs: 10,
  ...part,
});
const track = (sample: QueueSample, inPerSecond = 10, outPerSecond = 10): QueueTrack => ({
  last: sample,
  primed: true,
  inPerSecond,
  outPerSecond,
});

describe('readQueue', () => {
  it.each<[state: string, why: string, sample: QueueSample, inPerSecond: number]>([
    ['OK', 'enough of everything', at(100), 10],
    ['FAILED', 'an error beats everything', at(100, { error: 'row 1: boom', closed: true, size: 0 }), 0],
    ['ENDED', 'closed after all rows', at(100, { closed: true, expectedRows: 200, enqueued: 200 }), 0],
    ['FAILED', 'closed before all rows', at(100, { closed: true, expectedRows: 200, enqueued: 150 }), 0],
    ['STARVED', 'no arrival for 30 s', at(100, { size: 99, lastEnqueueMs: 70_000 }), 1],
    ['LOW', 'no arrival for 29.999 s', at(100, { size: 99, lastEnqueueMs: 70_001 }), 1],
    ['STARVED', 'the consumer waits 30 s', at(100, { size: 0, consumerWaitsMs: 30_000 }), 1],
    [
      'LOW',
      'the median gap stretches the stall: 10 x 4 s',
      at(100, { size: 0, lastEnqueueMs: 65_000, medianInterArrivalMs: 4_000 }),
      1,
    ],
    ['STARVED', 'never any arrival', at(31, { size: 0, lastEnqueueMs: null }), 0],
    ['LOW', 'less than one batch', at(100, { size: 99 }), 10],
    ['LOW', 'less than two batches and nothing arrives', at(100, { size: 199 }), 0],
    ['OK', 'less than two batches but they arrive', at(100, { size: 199 }), 10],
    ['OK', 'two batches', at(100, { size: 200 }), 0],
    ['BLOCKED', 'full and nobody takes for 30 s', at(100, { size: 950, lastDequeueMs: 70_000 }), 0],
    ['OK', 'nearly full', at(100, { size: 949, lastDequeueMs: 70_000 }), 0],
    [
      'LOW',
      'minAfterDequeue is kept back while it is open',
      at(100, { size: 500, minAfterDequeue: 450 }),
      10,
    ],
  ])('%s: %s', (state, _, sample, rate) => {
    expect(readQueue(track(sample, rate)).state).toBe(state);
  });

  it('gives the time until a batch is there', () => {
    expect(readQueue(track(at(100, { size: 40 }), 2)).etaSeconds).toBe(30);
    expect(readQueue(track(at(100, { size: 40 }), 0)).etaSeconds).toBeNull();
    expect(readQueue(track(at(100), 5)).etaSeconds).toBe(0);
  });
});

describe('follow', () => {
  it('halves the weight of the past in 30 s', () => {
    const first = follow(follow(null, at(0)), at(5, { enqueued: 50 }));
    expect(first.inPerSecond).toBe(10);
    const later = follow(first, at(35, { enqueued: 50 }));
    expect(later.inPerSecond).toBeCloseTo(5, 9);
  });
});

describe('settle', () => {
  it('alarms after 2 bad samples and clears after 3 good ones', () => {
    const alarming: boolean[] = [];
    let state = CALM;
    for (const bad of [true, false, true, true, false, false, true, false, false, false]) {
      state = settle(state, bad);
      alarming.push(state.alarming);
    }
    expect(alarming).toEqual([false, false, false, true, true, true, true, true, true, false]);
  });
});

describe('alarmOf', () => {
  const HALF_HOUR = 1_800_000;
  it.each([
    ['turned bad', { alarming: true }, null, 0, true],
    ['still bad five seconds later', { alarming: true }, 0, 5000, null],
    ['still bad half an hour later', { alarming: true }, 0, HALF_HOUR, true],
    ['turned good', { alarming: false }, 0, 5000, false],
    ['still good', { alarming: false }, null, 5000, null],
  ])('%s', (_, state, raisedMs, nowMs, expected) =>
    expect(alarmOf({ ...CALM, ...state }, raisedMs, nowMs, HALF_HOUR)).toBe(expected),
  );
});

describe('capacityFault', () => {
  it.each([
    [32, 100, 0, 'WARN'],
    [100, 100, 0, undefined],
    [150, 100, 100, 'FAIL'],
    [200, 100, 100, undefined],
  ])('capacity %i, batch %i, kept back %i: %s', (capacity, batch, kept, severity) => {
    expect(capacityFault(capacity, batch, kept)?.severity).toBe(severity);
  });
});
