import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patternPicture, writePatterns } from '../factories/pattern-pictures.js';
import { useApi } from '../harness/use-api.js';
import { useWorker } from '../harness/use-worker.js';
import { findingOf, read, VALIDATE } from './ml-data-scene.js';
import { createPipeline, endOfRun, importDataset, predict, type SeenRun, startRun } from './ml-scene.js';

const CLASSES = 3;

describe('a pipeline on a procedural dataset', () => {
  const root = mkdtempSync(join(tmpdir(), 'untoil-patterns-'));
  const names = writePatterns(root, CLASSES, 20, 6);
  const api = useApi({ importRoots: [root] });
  const worker = useWorker(() => ({
    databaseUrl: api.databaseUrl,
    dataDir: api.dataDir,
    importRoots: [root],
  }));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  let run: SeenRun;
  beforeAll(async () => {
    await importDataset(api, 'patterns', root);
    const training = {
      batchSize: 20,
      steps: 60,
      learningRate: 0.001,
      checkpointEverySteps: 20,
      augment: false,
    };
    await createPipeline(api, { key: 'bars', dataset: 'patterns', training, gate: { floorPercent: '40' } });
    run = await endOfRun(api, await startRun(api, 'bars'));
  }, 120_000);

  it('goes through all six steps to a live model', () => {
    expect(run).toMatchObject({
      status: 'SUCCEEDED',
      error: null,
      progressPercent: '100.00',
      trigger: 'MANUAL',
    });
    expect(run.steps.map(({ name, status }) => `${name} ${status}`)).toEqual(
      ['VALIDATE', 'PREFLIGHT', 'TRAIN', 'EVALUATE', 'GATE', 'DEPLOY'].map((name) => `${name} SUCCEEDED`),
    );
  });

  it('keeps curves, log, verdict, files and lineage', async () => {
    const { pipeline } = await api.must(`{ pipeline(key: "bars") {
      state live { number deployment parameters classNames weightsSha256
        gate { outcome n accuracy looks bothRight bothWrong pValue nearestNeighbourPercent majorityPercent classes { name n recallPercent confusion misread { path row url } } }
        files { kind name bytes sha256 url } layers { name parameters outputShape } }
      runs(first: 1) { nodes { log metrics(points: 10) { series step value } } }
      retrain { due clauses { clause holds value needed } } queues { queue state }
    } }`);
    expect(pipeline.live).toMatchObject({ number: 1, deployment: 'LIVE', classNames: names });
    expect(pipeline.live.gate).toMatchObject({
      outcome: 'FIRST',
      n: 18,
      pValue: null,
      majorityPercent: '33.33',
    });
    const kinds = new Set(pipeline.live.files.map((file: { kind: string }) => file.kind));
    expect([...kinds].sort()).toEqual(['CONTRACT', 'GOLDEN', 'LABELS', 'ONNX', 'TENSORBOARD', 'TFJS']);
    const series = new Set(pipeline.runs.nodes[0].metrics.map((point: { series: string }) => point.series));
    expect([...series]).toEqual(expect.arrayContaining(['train/loss', 'val/loss', 'val/accuracy']));
    expect(pipeline.runs.nodes[0].log.join('\n')).toContain('GATE succeeded');
    expect(pipeline.retrain.due).toBe(false);
    const labels = pipeline.live.files.find((file: { kind: string }) => file.kind === 'LABELS');
    const response = await fetch(api.url + labels.url, {
      headers: { authorization: `Bearer ${api.adminToken}` },
    });
    expect(await response.text()).toBe(`${names.join('\n')}\n`);
    expect((await fetch(api.url + labels.url)).status).toBe(401);
  });

  it('predicts new pictures by name', async () => {
    const pictures = Array.from({ length: 30 }, (_, i) => patternPicture(i % CLASSES, 100 + i));
    const answer = await predict(api, 'bars', pictures);
    expect(answer).toMatchObject({ status: 200, version: '1' });
    const labels = answer.body.predictions.map((one: { label: string }) => one.label);
    const right = labels.filter((label: string, i: number) => label === names[i % CLASSES]);
    expect(right.length).toBeGreaterThanOrEqual(27);
    for (const { probabilities } of answer.body.predictions) {
      expect(probabilities.reduce((sum: number, p: number) => sum + p, 0)).toBeCloseTo(1, 4);
    }
  });

  it.each([
    ['no JSON', 'bars', 'hello', 400, /JSON/],
    [
      'no picture',
      'bars',
      JSON.stringify({ instances: [{ b64: 'aGVsbG8=' }] }),
      400,
      /instances\[0\].*not an image/,
    ],
    ['no base64', 'bars', JSON.stringify({ instances: [{ b64: '?' }] }), 400, /base64/],
    ['an unknown pipeline', 'nobody', JSON.stringify({ instances: [{ b64: 'aGk=' }] }), 404, /no pipeline/],
  ])('refuses %s with a sentence', async (_, pipeline, body, status, message) => {
    const answer = await predict(api, pipeline, [], body);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toMatch(message);
  });

  it('does not train the same data with the same configuration again', async () => {
    const { data } = await api.query(
      `mutation { runPipeline(key: "bars") { run { id } userErrors { code path } } }`,
    );
    expect(data.runPipeline).toEqual({ run: null, userErrors: [{ code: 'NOTHING_NEW', path: ['key'] }] });
  });

  it('answers the status in the form of TensorFlow Serving', async () => {
    const response = await fetch(`${api.url}/v1/models/bars`, {
      headers: { authorization: `Bearer ${api.adminToken}` },
    });
    expect(await response.json()).toEqual({
      model_version_status: [
        { version: '1', state: 'AVAILABLE', status: { error_code: 'OK', error_message: '' } },
      ],
    });
  });

  it('doubts validation labels that the live model contradicts', async () => {
    const path = join(root, 'validation.csv');
    const exchanged = readFileSync(path, 'utf8').replace(/,class-(0,0|1,1)$/gm, (_, own) =>
      own === '0,0' ? ',class-1,1' : ',class-0,0',
    );
    writeFileSync(path, exchanged);
    await api.must(VALIDATE, { key: 'patterns' });
    await worker.drain();
    const { report } = await read(api, 'patterns');
    const { severity, message, pictures } = findingOf(report, 'LABEL_SUSPECT', 'VALIDATION');
    expect(severity).toBe('WARN');
    expect(message).toContain('are contradicted by the live model');
    expect(pictures.length).toBeGreaterThan(0);
    for (const one of pictures) expect(['class-0', 'class-1']).toContain(one.label);
  });
});
