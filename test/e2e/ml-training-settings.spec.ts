import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePatterns } from '../factories/pattern-pictures.js';
import { useApi } from '../harness/use-api.js';
import { useWorker } from '../harness/use-worker.js';
import { createPipeline, endOfRun, importDataset, startRun } from './ml-scene.js';

describe('what a training can be told', () => {
  const root = mkdtempSync(join(tmpdir(), 'untoil-settings-'));
  writePatterns(root, 2, 8, 5);
  const api = useApi({ importRoots: [root] });
  useWorker(() => ({ databaseUrl: api.databaseUrl, dataDir: api.dataDir, importRoots: [root] }));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  beforeAll(() => importDataset(api, 'bars', root));

  it('refuses ranges that make no sense, all of them together', async () => {
    const training = {
      augment: false,
      augmentation: { brightness: 2, contrast: [1.4, 0.7], hue: 0.6, zoom: [1], rotate: 181, shift: -1 },
      earlyStop: { patience: 0, minDelta: -1, smoothing: 1 },
    };
    const { createPipeline: refused } = (
      await api.query(
        `mutation ($input: CreatePipelineInput!) { createPipeline(input: $input) { pipeline { id } userErrors { code path } } }`,
        { input: { key: 'odd', service: 'faces', dataset: 'bars', training } },
      )
    ).data;
    const path = (...names: string[]) => ['input', 'training', ...names].join('.');
    const paths = refused.userErrors.map((fault: { path: string[] }) => fault.path.join('.'));
    expect(paths.filter((one: string) => one.startsWith('input.training'))).toEqual([
      path('augmentation'),
      ...['brightness', 'contrast', 'hue', 'shift', 'zoom', 'rotate'].map((name) =>
        path('augmentation', name),
      ),
      ...['patience', 'minDelta', 'smoothing'].map((name) => path('earlyStop', name)),
    ]);
  });

  it('ends early when the smoothed validation loss no longer falls by as much as is asked for', async () => {
    await createPipeline(api, {
      key: 'bars',
      dataset: 'bars',
      training: {
        batchSize: 4,
        steps: 400,
        learningRate: 0.001,
        augmentation: { flip: false, rotate: 0 },
        earlyStop: { patience: 1, minDelta: 100 },
      },
      gate: { floorPercent: '0', minClassRecallPercent: '0', baselineTolerancePercent: '100' },
    });
    const run = await endOfRun(api, await startRun(api, 'bars'));
    expect(run).toMatchObject({ status: 'SUCCEEDED', error: null });
    // The first look (step 50) can only be the best so far; the second has not fallen by 100.
    expect(run.steps.find(({ name }) => name === 'TRAIN')?.detail).toMatch(
      /^100 steps .* at the last of 2 looks, stopped early$/,
    );
  }, 120_000);
});
