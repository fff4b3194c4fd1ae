import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { INPUT_VALUES } from '../../engine/network.rules.js';
import { epochOrder } from '../random/shuffle.rules.js';
import { BatchRing } from './batch-ring.js';
import { InputQueue } from './input-queue.js';
import { Rate } from './rate.rules.js';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const ROWS = 7;
const folder = mkdtempSync(join(tmpdir(), 'queue-'));
const split = { pixels: join(folder, 'pixels'), labels: join(folder, 'labels'), rows: ROWS };
// Every value of a picture is its row's number.
writeFileSync(
  split.pixels,
  Buffer.concat(Array.from({ length: ROWS }, (_, row) => Buffer.alloc(INPUT_VALUES, row))),
);
writeFileSync(split.labels, Buffer.from(Int32Array.from({ length: ROWS }, (_, row) => row % 3).buffer));
afterAll(() => rmSync(folder, { recursive: true }));

const queueFor = (
  more: { firstStep?: number; lastStep?: number; rows?: number; batch?: number } = {},
): InputQueue => {
  const { firstStep = 0, lastStep = 8, rows = ROWS, batch = 4 } = more;
  const order = {
    split: { ...split, rows },
    classes: 3,
    seed: 5,
    keepProb: 0.5,
    augment: null,
    firstStep,
    lastStep,
  };
  return new InputQueue(BatchRing.create(batch, 2), order, () => 0);
};
const rowsOf = async (queue: InputQueue, step: number): Promise<number[]> => {
  const { pixels, labels } = await queue.take(step);
  const rows = [...labels].map((_, i) => Math.round(pixels[i * INPUT_VALUES]! * 255));
  expect([...labels]).toEqual(rows.map((row) => row % 3));
  queue.release();
  return rows;
};

describe('InputQueue', () => {
  it('serves one shuffled epoch after the other without a gap between them', async () => {
    const queue = queueFor();
    queue.start();
    const served: number[] = [];
    for (let step = 0; step < 8; step++) served.push(...(await rowsOf(queue, step)));
    await queue.stop();
    const expected = [0, 1, 2, 3, 4].flatMap((epoch) => [...epochOrder(5, epoch, ROWS)]);
    expect(served).toEqual(expected.slice(0, 32));
  });

  it('goes on at any step as if it had never stopped', async () => {
    const queue = queueFor({ firstStep: 5 });
    queue.start();
    const expected = [0, 1, 2, 3, 4].flatMap((epoch) => [...epochOrder(5, epoch, ROWS)]);
    expect(await rowsOf(queue, 5)).toEqual(expected.slice(20, 24));
    await queue.stop();
  });

  it('never holds more than its capacity, and ends with everything served', async () => {
    const queue = queueFor();
    queue.start();
    for (let step = 0; step < 8; step++) {
      await queue.take(step);
      const { size, capacity } = queue.sample();
      expect(size).toBeLessThanOrEqual(capacity);
      expect(size).toBeGreaterThanOrEqual(4);
      queue.release();
    }
    expect(queue.sample()).toMatchObject({
      size: 0,
      closed: true,
      error: null,
      producers: 0,
      enqueued: 32,
      dequeued: 32,
    });
    await queue.stop();
  });

  it("rejects with the producer's own error and stays closed", async () => {
    const queue = queueFor({ rows: 9 });
    queue.start();
    await expect(queue.take(0)).rejects.toMatchObject({
      code: 'INPUT_UNREADABLE',
      message: expect.stringContaining('labels'),
    });
    expect(queue.sample()).toMatchObject({
      closed: true,
      producers: 0,
      error: expect.stringContaining('labels'),
    });
    await queue.stop();
  });
});

describe('Rate', () => {
  it('is the plain rate for a steady stream, and forgets half in 30 s', () => {
    const rate = new Rate();
    expect(rate.update(0, 0)).toBe(0);
    expect(rate.update(50, 5000)).toBe(10);
    expect(rate.update(100, 10_000)).toBeCloseTo(10, 9);
    expect(rate.update(100, 40_000)).toBeCloseTo(5, 9);
  });
});
