import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TriggerHandler } from '#ml';
import { patternPicture, writePatterns } from '../factories/pattern-pictures.js';
import { untilHolds } from '../harness/until-holds.js';
import { useApi } from '../harness/use-api.js';
import { useWorker } from '../harness/use-worker.js';
import { createPipeline, endOfRun, importDataset, readRun, startRun } from './ml-scene.js';

const TRAINING = { batchSize: 8, steps: 5, learningRate: 0.001, augment: false };

describe('a pipeline that retrains by itself', () => {
  const root = mkdtempSync(join(tmpdir(), 'untoil-retrain-'));
  writePatterns(root, 2, 8, 5);
  const api = useApi({ importRoots: [root] });
  const worker = useWorker(() => ({
    databaseUrl: api.databaseUrl,
    dataDir: api.dataDir,
    importRoots: [root],
  }));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const runs = async () =>
    (await api.must(`{ pipeline(key: "bars") { runs(first: 20) { nodes { id trigger status } } } }`)).pipeline
      .runs.nodes;
  const upload = async (from: number, count: number) => {
    const form = new FormData();
    for (let i = 0; i < count; i++) {
      const picture = new Blob([new Uint8Array(patternPicture(i % 2, from + i))]);
      form.append('pictures', picture, `class-${i % 2}/up-${from + i}.pgm`);
    }
    return fetch(`${api.url}/uploads/datasets/bars`, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.adminToken}` },
      body: form,
    });
  };

  beforeAll(async () => {
    await importDataset(api, 'bars', root);
    await createPipeline(api, {
      key: 'bars',
      dataset: 'bars',
      training: TRAINING,
      trigger: { minNew: 6, minNewPerClass: 6, debounceSeconds: 0, cooldownSeconds: 0 },
      gate: { floorPercent: '0', minClassRecallPercent: '0', baselineTolerancePercent: '100' },
    });
    await endOfRun(api, await startRun(api, 'bars'));
  }, 180_000);

  it('says why not yet, clause by clause', async () => {
    const { pipeline } = await api.must(
      `{ pipeline(key: "bars") { retrain { due clauses { clause holds value needed } } } }`,
    );
    expect(pipeline.retrain.due).toBe(false);
    const failing = pipeline.retrain.clauses.filter(({ holds }: { holds: boolean }) => !holds);
    expect(failing.map(({ clause }: { clause: string }) => clause)).toEqual(['NEW_DATA', 'SETTLED']);
    expect(failing[0].value).toMatch(/^0 new/);
  });

  it('starts exactly one run for new pictures, however many workers look at once', async () => {
    const before = (await runs()).length;
    expect((await upload(700, 8)).status).toBeLessThan(300);
    const handler = worker.app.get(TriggerHandler, { strict: false });
    await Promise.all(Array.from({ length: 50 }, () => handler.handle()));
    const after = await runs();
    expect(after.length).toBe(before + 1);
    expect(after[0].trigger).toBe('AUTOMATIC');
    const run = await endOfRun(api, after[0].id);
    expect(run.error).toBeNull();
  }, 180_000);

  it('starts none for the same pictures again', async () => {
    const before = (await runs()).length;
    await upload(700, 8);
    await worker.app.get(TriggerHandler, { strict: false }).handle();
    expect((await runs()).length).toBe(before);
  }, 60_000);

  it('stops a running run when it is cancelled, and ends the run at once', async () => {
    await createPipeline(api, {
      key: 'long',
      dataset: 'bars',
      training: { ...TRAINING, steps: 100_000 },
      trigger: { automatic: false },
    });
    const id = await startRun(api, 'long');
    await untilHolds(
      api,
      'run',
      () => readRun(api, id),
      ({ steps }) => steps.find(({ name }) => name === 'TRAIN')?.status === 'RUNNING',
    );
    const cancel = () =>
      api.query(`mutation ($id: ID!) { cancelRun(id: $id) { run { status } userErrors { code } } }`, { id });
    expect((await cancel()).data.cancelRun).toEqual({ run: { status: 'CANCELLED' }, userErrors: [] });
    await worker.drain();
    const { status, steps } = await readRun(api, id);
    expect(status).toBe('CANCELLED');
    expect(steps.filter(({ status }) => status === 'PENDING' || status === 'RUNNING')).toEqual([]);
    expect((await cancel()).data.cancelRun).toEqual({
      run: null,
      userErrors: [{ code: 'INVALID_TRANSITION' }],
    });
  }, 60_000);
});
