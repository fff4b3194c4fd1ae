import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patternPicture, writePatterns } from '../factories/pattern-pictures.js';
import { useApi } from '../harness/use-api.js';
import { useWorker } from '../harness/use-worker.js';
import { createPipeline, endOfRun, importDataset, startRun } from './ml-scene.js';

const CLASSES = 2;
const SHEET = `layer shape tiles columns tilePixels width height url`;

describe('filters and activations of a version that is not live', () => {
  const root = mkdtempSync(join(tmpdir(), 'untoil-layers-'));
  writePatterns(root, CLASSES, 10, 6);
  const api = useApi({ importRoots: [root] });
  useWorker(() => ({ databaseUrl: api.databaseUrl, dataDir: api.dataDir, importRoots: [root] }));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const get = (path: string, init: RequestInit = {}) =>
    fetch(api.url + path, { headers: { authorization: `Bearer ${api.adminToken}` }, ...init });
  const post = (path: string, body: string) =>
    get(path, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${api.adminToken}` },
    });

  // biome-ignore lint/suspicious/noExplicitAny: the query below says what is in it
  let version: any;
  beforeAll(async () => {
    await importDataset(api, 'bars', root);
    await createPipeline(api, {
      key: 'bars',
      dataset: 'bars',
      training: { batchSize: 10, steps: 2, learningRate: 0.001, augment: false },
      // Nobody passes: what did not go live is what people want to look into.
      gate: { floorPercent: '100' },
    });
    const run = await endOfRun(api, await startRun(api, 'bars'));
    expect(run).toMatchObject({ status: 'SUCCEEDED', error: null });
    const { modelVersions } = await api.must(
      `{ modelVersions(pipeline: "bars", first: 1) { nodes { number deployment classNames filters { ${SHEET} } examples(first: 4) { right predicted confidence picture { label url } activations { ${SHEET} } } } } }`,
    );
    [version] = modelVersions.nodes;
  }, 120_000);

  it('names the sheets of every convolution', () => {
    expect(
      version.filters.map(({ layer, shape }: { layer: string; shape: number[] }) => [layer, shape]),
    ).toEqual([
      ['conv1', [3, 3, 3, 16]],
      ['conv2', [3, 3, 16, 32]],
      ['conv3', [3, 3, 32, 64]],
      ['conv4', [3, 3, 64, 128]],
    ]);
    expect(version.examples).toHaveLength(4);
    for (const { right, predicted, picture } of version.examples) {
      expect(version.classNames).toContain(predicted);
      expect(right).toBe(predicted === picture.label);
    }
  });

  it('draws every sheet in the size that it states', async () => {
    for (const sheet of [...version.filters, ...version.examples[0].activations]) {
      const response = await get(sheet.url);
      expect([sheet.url, response.status, response.headers.get('content-type')]).toEqual([
        sheet.url,
        200,
        'image/png',
      ]);
      const { width, height } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
      expect([width, height]).toEqual([sheet.width, sheet.height]);
    }
  }, 60_000);

  it('draws the first filters in colour, and something in them', async () => {
    const png = Buffer.from(await (await get(version.filters[0].url)).arrayBuffer());
    const { channels } = await sharp(png).stats();
    expect(channels).toHaveLength(3);
    for (const { min, stdev } of channels) expect([min < 64, stdev > 10]).toEqual([true, true]);
  });

  it('shows what the layers make of a picture that is sent', async () => {
    const b64 = patternPicture(0, 900).toString('base64');
    const path = `/v1/models/bars/versions/${version.number}/activations`;
    const answer = await post(path, JSON.stringify({ instances: [{ b64 }] }));
    expect(answer.status).toBe(200);
    const { layers } = (await answer.json()) as {
      layers: { layer: string; silent: number; png: string; width: number }[];
    };
    expect(layers.map(({ layer }) => layer)).toEqual(['conv1', 'conv2', 'conv3', 'conv4']);
    for (const { png, width, silent } of layers) {
      expect((await sharp(Buffer.from(png, 'base64')).metadata()).width).toBe(width);
      expect(silent).toBeGreaterThanOrEqual(0);
    }
    const two = await post(path, JSON.stringify({ instances: [{ b64 }, { b64 }] }));
    expect([two.status, await two.json()]).toEqual([400, { error: 'instances: exactly one picture.' }]);
    const text = await post(path, JSON.stringify({ instances: [{ b64: 'aGVsbG8=' }] }));
    expect([text.status, ((await text.json()) as { error: string }).error]).toEqual([
      400,
      expect.stringContaining('NOT_AN_IMAGE'),
    ]);
  });

  it.each([
    ['another version', '/v1/models/bars/versions/99/filters/conv1.png'],
    ['no number', '/v1/models/bars/versions/x/filters/conv1.png'],
    ['another pipeline', '/v1/models/nobody/versions/1/filters/conv1.png'],
    ['another layer', '/v1/models/bars/versions/1/filters/conv9.png'],
    ['no picture', '/v1/models/bars/versions/1/activations/conv1.png'],
    ['an unknown picture', `/v1/models/bars/versions/1/activations/conv1.png?picture=${'0'.repeat(64)}`],
  ])('answers 404 for %s', async (_, path) => expect((await get(path)).status).toBe(404));

  it('shows nothing to nobody', async () => {
    expect((await fetch(api.url + version.filters[0].url)).status).toBe(401);
  });
});
