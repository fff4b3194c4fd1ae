import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { untilHolds } from '../harness/until-holds.js';
import { useApi } from '../harness/use-api.js';
import { useWorker } from '../harness/use-worker.js';
import { createPipeline, endOfRun, importDataset, predict, startRun } from './ml-scene.js';

const FACES = process.env.UNTOIL_TEST_FACES ?? '';
const hasFaces = FACES !== '' && existsSync(join(FACES, 'orl5_training.csv'));
if (!hasFaces)
  console.info('orl5, orl40 and broken paths are skipped: UNTOIL_TEST_FACES names no folder with the faces.');

const rowsOf = (manifest: string) =>
  readFileSync(join(FACES, manifest), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(',') as [string, string, string]);

describe.skipIf(!hasFaces)('the ORL faces, from manifest to live model', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'untoil-orl-'));
  const api = useApi({ importRoots: [FACES, scratch] });
  useWorker(() => ({ databaseUrl: api.databaseUrl, dataDir: api.dataDir, importRoots: [FACES, scratch] }));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  const rightOf = async (key: string, manifest: string): Promise<number> => {
    const rows = rowsOf(manifest);
    const { body } = await predict(
      api,
      key,
      rows.map(([path]) => readFileSync(join(FACES, path))),
    );
    return rows.filter(([, name], i) => body.predictions[i].label === name).length;
  };

  it('names at least 9 of the 10 validation pictures of five people', async () => {
    await importDataset(api, 'orl5', FACES, 'orl5_training.csv,orl5_validation.csv');
    const training = { batchSize: 40, steps: 200, learningRate: 0.001, seed: 1 };
    await createPipeline(api, { key: 'orl5', dataset: 'orl5', training, gate: { floorPercent: '50' } });
    const run = await endOfRun(api, await startRun(api, 'orl5'));
    expect(run).toMatchObject({ status: 'SUCCEEDED', error: null });
    expect(await rightOf('orl5', 'orl5_validation.csv')).toBeGreaterThanOrEqual(9);
  }, 300_000);

  it('names at least 74 of the 80 validation pictures of forty people', async () => {
    await importDataset(api, 'orl40', FACES, 'orl40_training.csv,orl40_validation.csv');
    const training = { batchSize: 64, steps: 600, learningRate: 0.001, seed: 1 };
    await createPipeline(api, { key: 'orl40', dataset: 'orl40', training, gate: { floorPercent: '50' } });
    const run = await endOfRun(api, await startRun(api, 'orl40'));
    expect(run).toMatchObject({ status: 'SUCCEEDED', error: null });
    const right = await rightOf('orl40', 'orl40_validation.csv');
    console.info(`orl40: ${right} of 80; ${run.steps.find(({ name }) => name === 'TRAIN')?.detail}`);
    expect(right).toBeGreaterThanOrEqual(74);
  }, 900_000);

  it('fails before training on broken paths, names the cause, and opens alert and incident', async () => {
    const broken = rowsOf('orl5_training.csv').map(
      ([path, name, label]) => `nowhere/${path},${name},${label}`,
    );
    writeFileSync(join(scratch, 'training.csv'), `${broken.join('\n')}\n`);
    const validation = rowsOf('orl5_validation.csv').map(
      ([path, name, label]) => `nowhere/${path},${name},${label}`,
    );
    writeFileSync(join(scratch, 'validation.csv'), `${validation.join('\n')}\n`);
    symlinkSync(join(FACES, 'orl'), join(scratch, 'orl'));
    await importDataset(api, 'broken', scratch);
    await createPipeline(api, { key: 'broken', dataset: 'broken' });
    const run = await endOfRun(api, await startRun(api, 'broken'));
    expect(run.error).toMatch(/^PATH_MISSING: 40 of 40/);
    expect(run).toMatchObject({ status: 'FAILED', modelVersion: null });
    expect(run.steps.find(({ name }) => name === 'TRAIN')?.status).toBe('SKIPPED');
    const alert = await untilHolds(
      api,
      'alert',
      async () =>
        (
          await api.must(
            `{ alerts(first: 10, kind: "pipeline.failed") { nodes { subject status severity incident { status service { key } } } } }`,
          )
        ).alerts.nodes[0],
      (seen) => seen?.incident,
    );
    expect(alert).toEqual({
      subject: 'broken',
      status: 'OPEN',
      severity: 'CRITICAL',
      incident: { status: 'OPEN', service: { key: 'faces' } },
    });
  }, 60_000);
});
