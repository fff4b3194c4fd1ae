import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePatterns } from '../factories/pattern-pictures.js';
import { childrenOf } from '../faults/installation.js';
import { useApi } from '../harness/use-api.js';
import { useWorker } from '../harness/use-worker.js';
import { createPipeline, endOfRun, importDataset, startRun } from './ml-scene.js';

const TRAINING = {
  batchSize: 16,
  steps: 120,
  learningRate: 0.0005,
  checkpointEverySteps: 20,
  augment: true,
};

interface Told {
  status: string;
  progressPercent: string;
  steps: { status: string }[];
  modelVersion: { number: number } | null;
}

/** Training processes that this process has started and that still run. */
const trainers = (): number[] => childrenOf(process.pid, '/trainer.');

// The pipelines train the same data with the same specification, so they must end with the same bytes.
describe.skipIf(process.platform !== 'linux')('a training under way', () => {
  const root = mkdtempSync(join(tmpdir(), 'untoil-control-'));
  writePatterns(root, 2, 20, 6);
  const api = useApi({ importRoots: [root] });
  useWorker(() => ({ databaseUrl: api.databaseUrl, dataDir: api.dataDir, importRoots: [root] }));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const until = async <T>(ask: () => Promise<T> | T, holds: (seen: T) => boolean): Promise<T> => {
    for (;;) {
      const seen = await ask();
      if (holds(seen)) return seen;
      await setTimeout(50);
    }
  };
  const seen = async (id: string) =>
    (
      await api.must(
        `query ($id: ID!) { pipelineRun(id: $id) { status error log(last: 1000) steps { name status detail } modelVersion { weightsSha256 } metrics(points: 1000) { series step } } }`,
        { id },
      )
    ).pipelineRun;
  const stepOf = (run: { steps: { name: string; detail: string | null }[] }) =>
    Number(/^step (\d+) of/.exec(run.steps.find(({ name }) => name === 'TRAIN')?.detail ?? '')?.[1] ?? 0);
  const change = async (name: string, key: string) =>
    (
      await api.must(
        `mutation ($key: String!) { ${name}(key: $key) { pipeline { state } userErrors { code message } } }`,
        { key },
      )
    )[name].pipeline.state;
  const cancel = async (id: string) =>
    (
      await api.query(
        `mutation ($id: ID!) { cancelRun(id: $id) { run { status } userErrors { code path } } }`,
        { id },
      )
    ).data.cancelRun;

  /** What runProgress tells of a run from now to its end, over server-sent events. */
  const follow = async (id: string) => {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${api.adminToken}`,
      },
      body: JSON.stringify({
        query:
          'subscription ($id: ID!) { runProgress(id: $id) { status progressPercent steps { status } modelVersion { number } } }',
        variables: { id },
      }),
    });
    return [...(await response.text()).matchAll(/^event: next\ndata: (.*)$/gm)].map(
      ([, data]) => JSON.parse(data ?? '').data.runProgress as Told,
    );
  };

  let undisturbed: string;
  let told: Told[];
  beforeAll(async () => {
    await importDataset(api, 'bars', root);
    for (const key of ['undisturbed', 'paused', 'cancelled'])
      await createPipeline(api, { key, dataset: 'bars', training: TRAINING, gate: { floorPercent: '10' } });
    const id = await startRun(api, 'undisturbed');
    told = await follow(id);
    expect(await endOfRun(api, id)).toMatchObject({ status: 'SUCCEEDED', error: null });
    undisturbed = (await seen(id)).modelVersion.weightsSha256;
  }, 240_000);

  it('is told step by step to who follows it, up to the model that came of it', () => {
    const percents = told.map(({ progressPercent }) => Number(progressPercent));
    expect(percents).toEqual(percents.toSorted((a, b) => a - b));
    expect(percents.filter((percent) => percent > 10 && percent < 90)).not.toEqual([]);
    expect(new Set(told.map(({ steps }) => steps.map(({ status }) => status).join())).size).toBeGreaterThan(
      3,
    );
    expect(told.at(-1)).toEqual({
      status: 'SUCCEEDED',
      progressPercent: '100.00',
      steps: Array.from({ length: 6 }, () => ({ status: 'SUCCEEDED' })),
      modelVersion: { number: 1 },
    });
  });

  it('keeps its checkpoint when it is paused, and ends with the same bytes after it was resumed', async () => {
    const id = await startRun(api, 'paused');
    await until(
      () => seen(id),
      (run) => stepOf(run) > 25,
    );
    expect(await change('pausePipeline', 'paused')).toBe('PAUSED');
    const paused = await until(
      () => seen(id),
      (run) => run.steps[2].detail === 'paused',
    );
    expect([paused.status, paused.steps[2].name, paused.modelVersion]).toEqual(['RUNNING', 'TRAIN', null]);
    expect(trainers()).toEqual([]);
    expect(await change('pausePipeline', 'paused')).toBe('PAUSED');
    expect(await change('resumePipeline', 'paused')).toBe('ACTIVE');
    expect(await endOfRun(api, id)).toMatchObject({ status: 'SUCCEEDED', error: null });
    const ended = await seen(id);
    expect(ended.modelVersion.weightsSha256).toBe(undisturbed);
    const resumed = Number(/Resumed after step (\d+) of 120/.exec(ended.log.join('\n'))?.[1]);
    expect(resumed).toBeGreaterThanOrEqual(20);
    // One curve: no step is there twice.
    const losses = ended.metrics.filter(({ series }: { series: string }) => series === 'train/loss');
    const steps = losses.map(({ step }: { step: number }) => step);
    expect(new Set(steps).size).toBe(steps.length);
  }, 240_000);

  it('stops for good when it is cancelled, leaves no process behind, and cannot be cancelled twice', async () => {
    const id = await startRun(api, 'cancelled');
    await until(
      () => seen(id),
      (run) => stepOf(run) > 0,
    );
    expect(trainers()).toHaveLength(1);
    expect(await cancel(id)).toEqual({ run: { status: 'CANCELLED' }, userErrors: [] });
    expect(await cancel(id)).toEqual({
      run: null,
      userErrors: [{ code: 'INVALID_TRANSITION', path: ['id'] }],
    });
    await until(trainers, (pids) => pids.length === 0);
    const run = await seen(id);
    expect([run.status, run.modelVersion]).toEqual(['CANCELLED', null]);
    const statuses = run.steps.map(({ status }: { status: string }) => status);
    expect(statuses.filter((status: string) => status === 'RUNNING' || status === 'PENDING')).toEqual([]);
    expect(await cancel('run_of_nobody')).toEqual({
      run: null,
      userErrors: [{ code: 'NOT_FOUND', path: ['id'] }],
    });
  }, 120_000);
});
