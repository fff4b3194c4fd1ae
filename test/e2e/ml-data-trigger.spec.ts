import { beforeAll, describe, expect, it } from 'vitest';
import { datasetSweep, RunData, TriggerHandler } from '#ml';
import { Jobs, ObjectStore, Transactions } from '#platform';
import { drawFace, ppm } from '../factories/face-dataset.js';
import { findingOf, useDataScene } from './ml-data-scene.js';
import { createPipeline, endOfRun, startRun } from './ml-scene.js';

const CALM = { CLASS_TOO_SMALL: { warn: 5, validationWarn: 1 } };
const FREE = { floorPercent: '0', minClassRecallPercent: '0', baselineTolerancePercent: '100' };
const TRAINING = { batchSize: 8, steps: 2, learningRate: 0.001, augment: false };
const signal = new AbortController().signal;

describe('what the automation takes for new data', () => {
  const scene = useDataScene();
  const clauses = async (): Promise<Record<string, { holds: boolean; value: string }>> => {
    const { pipeline } = await scene.api.must(
      `{ pipeline(key: "moves") { retrain { due clauses { clause holds value } } } }`,
    );
    return Object.fromEntries(
      pipeline.retrain.clauses.map((one: { clause: string; holds: boolean; value: string }) => [
        one.clause,
        one,
      ]),
    );
  };
  const runs = async () =>
    (await scene.api.must(`{ pipeline(key: "moves") { runs(first: 20) { nodes { id trigger status } } } }`))
      .pipeline.runs.nodes;
  const alerts = async () =>
    (await scene.api.must(`{ alerts(first: 20) { nodes { kind status } } }`)).alerts.nodes.filter(
      ({ kind }: { kind: string }) => kind === 'pipeline.held',
    );
  const tick = () => scene.worker.app.get(TriggerHandler, { strict: false }).handle();
  const upload = async (from: number, count: number, flaws = {}) => {
    const form = new FormData();
    for (let i = 0; i < count; i++) {
      const face = new Uint8Array(ppm(drawFace(i % 5, from + i, flaws)));
      form.append('file', new Blob([face]), `p${i % 5}/${from + i}.ppm`);
    }
    const answer = await fetch(`${scene.api.url}/uploads/datasets/moves`, {
      method: 'POST',
      headers: { authorization: `Bearer ${scene.api.adminToken}` },
      body: form,
    });
    expect(await answer.json()).toMatchObject({ accepted: count });
  };
  const row = async (sql: string) => (await scene.worker.app.get(Transactions).read.query(sql))[0];

  beforeAll(async () => {
    await scene.bring('moves', scene.drawn('moves'), { checks: CALM });
    await createPipeline(scene.api, {
      key: 'moves',
      dataset: 'moves',
      training: TRAINING,
      trigger: { minNew: 20, minNewPerClass: 20, debounceSeconds: 0, cooldownSeconds: 0 },
      gate: FREE,
    });
    const run = await endOfRun(scene.api, await startRun(scene.api, 'moves'));
    expect([run.status, run.error]).toEqual(['SUCCEEDED', null]);
  }, 180_000);

  it('counts from the moment at which the data of the run was read', async () => {
    expect(
      await row(`select p.new_since = c.read_at and c.read_at < s.finished_at as exact
                   from pipeline p join dataset d on d.id = p.dataset_id join dataset_check c on c.id = d.check_id
                   join pipeline_run r on r.pipeline_id = p.id join run_step s on s.run_id = r.id and s.name = 'VALIDATE'`),
    ).toEqual({ exact: true });
    expect((await clauses()).NEW_DATA).toMatchObject({ holds: false, value: '0 new' });
  });

  it('holds itself when the new pictures have drifted too far, until a person accepts them', async () => {
    await upload(100, 30, { brightness: -60 });
    await tick();
    const [held] = await runs();
    expect(held.trigger).toBe('AUTOMATIC');
    const ended = await endOfRun(scene.api, held.id);
    expect([ended.status, ended.steps[0]?.detail]).toEqual(['CANCELLED', expect.any(String)]);
    const { DATA_ACCEPTED, NEW_DATA } = await clauses();
    expect(NEW_DATA?.holds).toBe(true);
    expect(DATA_ACCEPTED).toMatchObject({ holds: false, value: expect.stringContaining('brightness') });
    expect(await alerts()).toMatchObject([{ status: 'OPEN' }]);
    await tick();
    expect(await runs()).toHaveLength(2);
    const report = await scene.report('moves');
    expect(findingOf(report, 'DRIFT')).toMatchObject({ severity: 'WARN', holds: true, acceptable: true });

    await scene.api.must(
      `mutation { acceptFindings(input: { dataset: "moves", findings: [{ code: "DRIFT", split: TRAINING }], reason: "evening pictures" }) { userErrors { code message } } }`,
    );
    await scene.worker.drain();
    expect((await scene.report('moves')).findings.filter(({ code }) => code === 'DRIFT')).toEqual([]);
    expect((await clauses()).DATA_ACCEPTED?.holds).toBe(true);
    expect(await alerts()).toMatchObject([{ status: 'RESOLVED' }]);
    await tick();
    const [trained] = await runs();
    expect((await endOfRun(scene.api, trained.id)).status).toBe('SUCCEEDED');
    expect((await clauses()).NEW_DATA?.value).toBe('0 new');
  }, 180_000);

  it('lets a run by hand train what has drifted', async () => {
    await upload(200, 40, { brightness: 60 });
    const run = await endOfRun(scene.api, await startRun(scene.api, 'moves'));
    expect(run.status).toBe('SUCCEEDED');
    expect(findingOf(await scene.report('moves'), 'DRIFT').holds).toBe(true);
    expect((await clauses()).DATA_ACCEPTED?.holds).toBe(true);
  }, 180_000);

  it('packs what its own check has read, and sweeps what no version was trained on', async () => {
    const data = scene.worker.app.get(RunData, { strict: false });
    const store = scene.worker.app.get(ObjectStore, { strict: false });
    const { id } = (await scene.api.must(`{ dataset(key: "moves") { id } }`)).dataset;
    const early = await data.check(id, signal, async () => {});
    await upload(300, 5);
    const late = await data.check(id, signal, async () => {});
    const packed = [await data.pack(id, early.checkId, signal), await data.pack(id, late.checkId, signal)];
    expect(packed.map(({ training }) => training.rows)).toEqual([
      early.usableTraining,
      early.usableTraining + 5,
    ]);
    await upload(400, 5);
    await data.check(id, signal, async () => {});
    const transactions = scene.worker.app.get(Transactions);
    await transactions.run((tx) => scene.worker.app.get(Jobs).enqueue(tx, datasetSweep, {}));
    await scene.worker.drain();
    // The first was what the last version was trained on, the second nobody's.
    expect(await store.has(packed[0]!.training.pixelsSha256)).toBe(true);
    expect(await store.has(packed[1]!.training.pixelsSha256)).toBe(false);
    // The validation pictures are the same for all of them.
    expect(await store.has(packed[1]!.validation.pixelsSha256)).toBe(true);
    const versions = await transactions.read.query(
      `select s.artefacts->'training'->>'pixelsSha256' as sha from model_version m join run_step s on s.run_id = m.run_id and s.name = 'PREFLIGHT'`,
    );
    expect(versions).toHaveLength(3);
    for (const { sha } of versions) expect(await store.has(sha)).toBe(true);
  }, 60_000);
});
