import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type Kill,
  killDuring,
  runToEnd,
  SMALL,
  scenarioFolder,
  writeStripes,
} from '../../../../test/faults/killed-training.js';
import type { TrainingEvent, TrainingFiles, TrainingOrder, TrainingResult } from '../../engine/contract.js';
import { readWeights } from '../../engine/weights-file.js';
import { readCurves } from '../tensorboard/event-files.js';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

// Each start gets at most some ten steps on, so that the last kill still meets a training.
const KILLS: Kill[] = [
  { on: 'metric', delayMs: 0 },
  { on: 'checkpoint', delayMs: 0 },
  { on: 'started', delayMs: 15 },
  { on: 'metric', delayMs: 4 },
  { on: 'metric', delayMs: 1 },
];
const { path: root, remove } = scenarioFolder();
let files: TrainingFiles;
let plain: TrainingResult;
const order = (name: string, more: Partial<TrainingOrder> = {}): TrainingOrder => ({
  spec: SMALL,
  files,
  checkpointDir: join(root, name),
  enginesDir: join(root, 'engines'),
  engine: 'wasm',
  ...more,
});
const through = async (
  wanted: TrainingOrder,
): Promise<{ result: TrainingResult; events: TrainingEvent[] }> => {
  const { outcome, events } = await runToEnd(wanted);
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
  return { result: outcome.result, events };
};

beforeAll(async () => {
  const { buildKernels } = (await import('../../../../tools/build-kernels.mjs' as string)) as {
    buildKernels(): Promise<boolean>;
  };
  await buildKernels();
  files = writeStripes(root);
  plain = (await through(order('plain'))).result;
});
afterAll(remove);

describe('a training in its own process', () => {
  it('learns, and leaves weights that carry their origin', async () => {
    expect(plain).toMatchObject({
      steps: 60,
      looks: 3,
      stoppedEarly: false,
      resumedFromStep: null,
      reproducible: true,
    });
    expect(plain.validationAccuracy).toBe(1);
    const { header, sha256 } = await readWeights(plain.weightsFile);
    expect(sha256).toBe(plain.sha256);
    expect(header).toMatchObject({ seed: 42, steps: 60, dataDigest: files.dataDigest, classes: 3 });
  });

  it('M7: ends with the same weights after five kills at any moment, and its event files read as one curve', async () => {
    const wanted = order('killed');
    let kills = 0;
    for (const kill of KILLS) if (await killDuring(wanted, kill)) kills++;
    const { result, events } = await through(wanted);
    expect(kills).toBe(5);
    expect(result.sha256).toBe(plain.sha256);
    expect(result.looks).toBe(plain.looks);
    expect(result.resumedFromStep).not.toBeNull();
    expect(events.filter((event) => event.kind === 'started')).toHaveLength(1);
    const steps = (name: string): number[] =>
      readCurves(join(root, name, 'events'))
        .get('train/loss')!
        .map((p) => p.step);
    expect(steps('killed')).toEqual(steps('plain'));
    expect(readCurves(join(root, 'killed', 'events')).get('val/loss')).toEqual(
      readCurves(join(root, 'plain', 'events')).get('val/loss'),
    );
  });

  it('skips a checkpoint that was only half written', async () => {
    const stopped = order('torn', { spec: { ...SMALL } });
    await killDuring(stopped, { on: 'checkpoint', delayMs: 0 });
    const names = readdirSync(stopped.checkpointDir)
      .filter((name) => name.endsWith('.checkpoint'))
      .sort();
    const newest = join(stopped.checkpointDir, names.at(-1)!);
    writeFileSync(newest, readFileSync(newest).subarray(0, 1_000_000));
    appendFileSync(join(stopped.checkpointDir, 'step-000000059.checkpoint'), 'not one at all');
    const { result, events } = await through(stopped);
    expect(result.sha256).toBe(plain.sha256);
    expect(
      events.filter((event) => event.kind === 'log' && event.line.includes('is not whole')),
    ).toHaveLength(2);
  });

  it('stops with a checkpoint when cancelled, and goes on from it', async () => {
    const { startTrainer } = await import('../process/start-trainer.js');
    const stop = new AbortController();
    const wanted = order('paused');
    const outcome = await startTrainer(wanted, {
      signal: stop.signal,
      onEvent: (event) => event.kind === 'progress' && event.step >= 13 && stop.abort(),
    }).outcome;
    expect(outcome.status).toBe('cancelled');
    const { result } = await through(wanted);
    expect(result.sha256).toBe(plain.sha256);
    expect(result.resumedFromStep).toBe(outcome.status === 'cancelled' && outcome.step);
  });

  it('gives the same bits on one thread, and other ones for another seed', async () => {
    expect((await through(order('one', { threads: 1 }))).result.sha256).toBe(plain.sha256);
    const other = { ...SMALL, seed: 43, steps: 20 };
    expect((await through(order('other', { spec: other }))).result.sha256).not.toBe(plain.sha256);
  });

  it.each([
    [
      'a pixel file that is too short',
      'INPUT_UNREADABLE',
      (f: TrainingFiles) => ({ ...f, training: { ...f.training, rows: 31 } }),
    ],
    [
      'a missing file',
      'INPUT_UNREADABLE',
      (f: TrainingFiles) => ({ ...f, training: { ...f.training, pixels: '/nowhere' } }),
    ],
    [
      'a missing validation file',
      'INPUT_UNREADABLE',
      (f: TrainingFiles) => ({ ...f, validation: { ...f.validation, labels: '/nowhere' } }),
    ],
  ] as const)("tells the producer's own error for %s", async (_name, code, broken) => {
    const { outcome } = await runToEnd(order('broken', { files: broken(files) }));
    expect(outcome).toMatchObject({ status: 'failed', failure: { code } });
    expect(outcome.status === 'failed' && outcome.failure.sentence).not.toContain('queue');
  });

  it('names every fault of a specification', async () => {
    const spec = { ...SMALL, steps: 0, keepProb: 2, classes: 1 };
    const { outcome } = await runToEnd(order('faulty', { spec }));
    expect(outcome).toMatchObject({ status: 'failed', failure: { code: 'SPEC_INVALID' } });
    expect(outcome.status === 'failed' && outcome.failure.sentence).toMatch(/classes.*steps.*keepProb/);
  });

  it('gives way to a later attempt', async () => {
    await through(order('fenced', { fence: 7, spec: { ...SMALL, steps: 2 } }));
    const { outcome } = await runToEnd(order('fenced', { fence: 6, spec: { ...SMALL, steps: 2 } }));
    expect(outcome).toMatchObject({ status: 'failed', failure: { code: 'FENCED' } });
  });
});
