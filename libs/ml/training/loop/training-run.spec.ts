import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { EarlyStop, TrainingEvent } from '../../engine/contract.js';
import { CheckpointFolder } from '../checkpoint/checkpoint-folder.js';
import type { InputQueue } from '../input/input-queue.js';
import type { ComputeEngine } from './compute-engine.js';
import { firstState, type LoopState } from './loop-state.js';
import { Reporter } from './reporter.js';
import { fullSpec } from './spec.rules.js';
import { TrainingRun } from './training-run.js';
import type { Validation } from './validation.js';

const root = mkdtempSync(join(tmpdir(), 'run-'));
afterAll(() => rmSync(root, { recursive: true }));

interface Script {
  losses?: (step: number) => number;
  looks?: (look: number) => number;
  steps?: number;
  earlyStop?: EarlyStop;
}

/** A loop whose engine, queue and validation set only play a script. */
async function play({ losses = () => 1, looks = () => 1, steps = 40, earlyStop }: Script): Promise<{
  state: LoopState;
  events: TrainingEvent[];
  rates: number[];
  run: () => Promise<boolean>;
}> {
  const spec = fullSpec({
    architecture: 'SEED_3X3',
    classes: 2,
    batchSize: 4,
    steps,
    learningRate: 0.001,
    keepProb: 1,
    seed: 1,
    checkpointEverySteps: 20,
    evaluateEverySteps: 5,
    augment: false,
    inputSize: 96,
    earlyStop,
  });
  const state = firstState();
  const events: TrainingEvent[] = [];
  const rates: number[] = [];
  const engine = {
    step: async (_batch: unknown, rate: number) => {
      rates.push(rate);
      return { loss: losses(state.step + 1), correct: 2 };
    },
    state: async () => ({ weights: [], mean: [], square: [] }),
  } as unknown as ComputeEngine;
  const queue = {
    take: async () => ({}),
    release: () => undefined,
    sample: () => ({ size: 0, capacity: 1 }),
  } as unknown as InputQueue;
  const validation = {
    look: async () => ({ loss: looks(state.looks + 1), accuracy: 0.5 }),
  } as unknown as Validation;
  const folder = await CheckpointFolder.open(mkdtempSync(join(root, 'one-')), null);
  const identity = { specDigest: '', dataDigest: '', codeDigest: '', engineIdentity: '' };
  const reporter = new Reporter(
    (event) => events.push(event),
    () => 0,
  );
  const run = new TrainingRun({
    spec,
    engine,
    queue,
    validation,
    folder,
    reporter,
    identity,
    state,
    now: () => 0,
  });
  return { state, events, rates, run: () => run.toEnd(new AbortController().signal) };
}

describe('TrainingRun', () => {
  it('takes exactly its steps, looks and checkpoints', async () => {
    const { state, events, run } = await play({ steps: 43 });
    expect(await run()).toBe(true);
    expect(state).toMatchObject({ step: 43, looks: 9, stoppedEarly: false });
    expect(events.flatMap((event) => (event.kind === 'checkpoint' ? [event.step] : []))).toEqual([
      20, 40, 43,
    ]);
  });

  it("hands Adam's corrected learning rate on", async () => {
    const { rates, run } = await play({ steps: 2 });
    await run();
    expect(rates[0]).toBeCloseTo((0.001 * Math.sqrt(1 - 0.999)) / (1 - 0.9), 12);
    expect(rates[1]).toBeCloseTo((0.001 * Math.sqrt(1 - 0.999 ** 2)) / (1 - 0.9 ** 2), 12);
  });

  it('reports the mean loss since the last point', async () => {
    const { events, run } = await play({ losses: (step) => step, steps: 20 });
    await run();
    const points = events.flatMap((event) => (event.kind === 'metric' ? event.points : []));
    const losses = points
      .filter((point) => point.series === 'train/loss')
      .map((point) => [point.step, point.value]);
    expect(losses).toEqual([
      [10, 5.5],
      [20, 15.5],
    ]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])(
    'ends with LOSS_NOT_FINITE and the step when the loss is %s',
    async (bad) => {
      const { run } = await play({ losses: (step) => (step === 7 ? bad : 1) });
      await expect(run()).rejects.toMatchObject({
        code: 'LOSS_NOT_FINITE',
        message: expect.stringContaining('step 7'),
      });
    },
  );

  it('stops early on the smoothed loss, with a last checkpoint and the looks counted', async () => {
    const earlyStop = { patience: 2, minDelta: 0, smoothing: 0 };
    const { state, events, run } = await play({ looks: (look) => (look < 3 ? 1 / look : 2), earlyStop });
    await run();
    expect(state).toMatchObject({ step: 20, looks: 4, stoppedEarly: true });
    expect(events.flatMap((event) => (event.kind === 'checkpoint' ? [event.step] : []))).toEqual([20]);
  });
});
