import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServingKeeper } from '#ml';
import { patternPicture, writePatterns } from '../factories/pattern-pictures.js';
import { untilHolds } from '../harness/until-holds.js';
import { useApi } from '../harness/use-api.js';
import { useWorker } from '../harness/use-worker.js';
import { createPipeline, endOfRun, importDataset, predict, startRun } from './ml-scene.js';

const TRAINING = { batchSize: 12, steps: 2, learningRate: 0.001, augment: false };
const NO_FLOOR = { floorPercent: '0', minClassRecallPercent: '0', baselineTolerancePercent: '100' };

// One scene, told in order. "open" is live, "held" was stopped by its gate.
describe('versions that were changed after they were made', () => {
  const root = mkdtempSync(join(tmpdir(), 'untoil-tampered-'));
  writePatterns(root, 3, 16, 6);
  const api = useApi({ importRoots: [root] });
  const worker = useWorker(() => ({
    databaseUrl: api.databaseUrl,
    dataDir: api.dataDir,
    importRoots: [root],
  }));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const sql = async (text: string, values: unknown[] = []) => {
    const client = new pg.Client({ connectionString: api.databaseUrl });
    await client.connect();
    try {
      return (await client.query(text, values)).rows;
    } finally {
      await client.end();
    }
  };
  const get = async (path: string) => {
    const response = await fetch(api.url + path, { headers: { authorization: `Bearer ${api.adminToken}` } });
    const body = Buffer.from(await response.arrayBuffer());
    return { status: response.status, body };
  };
  const versionOf = async (pipeline: string) => {
    const { modelVersions } = await api.must(
      `query ($pipeline: String!) { modelVersions(pipeline: $pipeline, first: 1) { nodes { id deployment deploymentDetail weightsSha256 files { name sha256 url } filters { url } onnxProof { pictures sameAnswers largestDifference } } } }`,
      { pipeline },
    );
    return modelVersions.nodes[0];
  };
  const asked = () => predict(api, 'open', [patternPicture(1, 800)]);
  /** Flips the lowest bit of one byte of a stored object; calling the answer puts it back. */
  const flip = (sha256: string, at: number) => {
    const path = join(api.dataDir, 'objects', sha256.slice(0, 2), sha256);
    const good = readFileSync(path);
    const bad = Buffer.from(good);
    bad.writeUInt8(bad.readUInt8(at % bad.length) ^ 1, at % bad.length);
    writeFileSync(path, bad);
    return () => writeFileSync(path, good);
  };

  beforeAll(async () => {
    await importDataset(api, 'bars', root);
    for (const [key, gate] of [
      ['open', NO_FLOOR],
      ['held', { floorPercent: '100' }],
    ] as const) {
      // The majority class is a floor of its own: a few more steps pass it.
      const training = key === 'open' ? { ...TRAINING, steps: 40 } : TRAINING;
      await createPipeline(api, { key, dataset: 'bars', training, gate });
      const run = await endOfRun(api, await startRun(api, key));
      expect(run).toMatchObject({ status: 'SUCCEEDED', error: null });
    }
    await untilHolds(api, 'serving', asked, ({ status }) => status === 200);
  }, 180_000);

  it('keep how far their ONNX export was proven: every validation picture, within 1e-5', async () => {
    const { onnxProof } = await versionOf('open');
    expect(onnxProof).toMatchObject({ pictures: 18, sameAnswers: 18 });
    expect(onnxProof.largestDifference).toBeLessThanOrEqual(1e-5);
  });

  it('hand out no file in which one byte was flipped', async () => {
    const { files } = await versionOf('open');
    expect(files.length).toBeGreaterThan(8);
    for (const [i, { name, sha256, url }] of files.entries()) {
      const restore = flip(sha256, 7 * i);
      const refused = await get(url);
      expect([name, refused.status]).toEqual([name, 409]);
      expect(refused.body.toString()).toContain('damaged');
      restore();
      expect([name, (await get(url)).status]).toEqual([name, 200]);
    }
  });

  it('are refused by the smoke test and by every download when their row was changed', async () => {
    const { id } = await versionOf('held');
    await sql(`update model_version set class_names = array['class-1', 'class-0', 'class-2'] where id = $1`, [
      id,
    ]);
    const { promoteModel } = await api.must(
      `mutation ($id: ID!) { promoteModel(id: $id, forceReason: "in a hurry") { modelVersion { id } userErrors { code } } }`,
      { id },
    );
    expect(promoteModel.modelVersion.id).toBe(id);
    const seen = await untilHolds(
      api,
      'deployment',
      () => versionOf('held'),
      ({ deployment }) => deployment === 'FAILED',
    );
    expect(seen.deploymentDetail).toBe('Version 1 is refused: it is not what was signed.');
    for (const { url } of [seen.files[0], seen.filters[0]]) {
      const { status, body } = await get(url);
      expect([status, JSON.parse(body.toString()).error]).toEqual([409, seen.deploymentDetail]);
    }
  }, 60_000);

  it('are not loaded by a serving process: neither other weights nor another file on its shelf', async () => {
    const { id, weightsSha256 } = await versionOf('open');
    const { weightsSha256: foreign } = await versionOf('held');
    const keeper = worker.app.get(ServingKeeper);
    const restart = async () => {
      const before = keeper.pid;
      process.kill(before ?? 0, 'SIGKILL');
      await untilHolds(
        api,
        'serving',
        async () => keeper.pid,
        (pid) => pid !== null && pid !== before,
      );
    };
    await sql('update model_version set weights_sha256 = $2 where id = $1', [id, foreign]);
    await restart();
    const refused = await asked();
    expect([refused.status, refused.body.error]).toEqual([
      503,
      'The live model of "open" could not be loaded: Version 1 is refused: it is not what was signed.',
    ]);
    await sql('update model_version set weights_sha256 = $2 where id = $1', [id, weightsSha256]);
    await untilHolds(api, 'serving', asked, ({ status }) => status === 200);
    writeFileSync(join(api.dataDir, 'serving', weightsSha256), 'something else');
    await restart();
    expect((await asked()).body.error).toContain('not the one that was registered');
  }, 120_000);
});
