import { beforeAll, describe, expect, it } from 'vitest';
import { deploymentWatch } from '#ml';
import { Jobs, Transactions } from '#platform';
import { drawFace, ppm } from '../factories/face-dataset.js';
import { useDataScene } from './ml-data-scene.js';
import { createPipeline, endOfRun, startRun } from './ml-scene.js';

const CALM = { CLASS_TOO_SMALL: { warn: 5, validationWarn: 1 } };
const FREE = { floorPercent: '0', minClassRecallPercent: '0', baselineTolerancePercent: '100' };
const TRAINING = { batchSize: 8, steps: 2, learningRate: 0.001, augment: false };
const PICTURES = 8;

describe('labelled feedback', () => {
  const scene = useDataScene();
  const pictures = Array.from({ length: PICTURES }, (_, i) => ppm(drawFace(i % 2, 700 + i)));
  const post = async (body: unknown, pipeline = 'people', token = scene.api.adminToken) => {
    const answer = await fetch(`${scene.api.url}/v1/models/${pipeline}/feedback`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: await answer.json() };
  };
  const tell = async (label: (i: number) => string) => {
    const instances = pictures.map((bytes, i) => ({ b64: bytes.toString('base64'), label: label(i) }));
    const sent = await post({ requestKey: 'visitor-7', instances });
    await scene.worker.drain();
    return sent;
  };
  const told = async () =>
    (
      await scene.api.must(
        `{ pipeline(key: "people") { feedback(first: 50) { nodes { id label pixelSha requestKey givenBy usedAt answers { version answer confidence right } } } } }`,
      )
    ).pipeline.feedback.nodes;
  const sql = (text: string, values: unknown[] = []) =>
    scene.worker.app.get(Transactions).run((tx) => tx.query(text, values));

  beforeAll(async () => {
    await scene.bring('people', scene.drawn('people', 2), { checks: CALM });
    await createPipeline(scene.api, { key: 'people', dataset: 'people', training: TRAINING, gate: FREE });
    const run = await endOfRun(scene.api, await startRun(scene.api, 'people'));
    expect([run.status, run.error]).toEqual(['SUCCEEDED', null]);
    // Two steps teach nothing, and a gate says so: a person puts it there.
    await scene.api.must(
      `mutation ($id: ID!) { promoteModel(id: $id, forceReason: "a scene") { userErrors { code message } } }`,
      { id: run.modelVersion?.id },
    );
    await scene.worker.drain();
    const { pipeline } = await scene.api.must(`{ pipeline(key: "people") { live { number } } }`);
    expect(pipeline.live).toEqual({ number: 1 });
  }, 180_000);

  it('asks the live version about every picture whose true class is told', async () => {
    const sent = await tell((i) => `p${i % 2}`);
    expect(sent.status).toBe(200);
    expect(sent.body.feedback).toHaveLength(PICTURES);
    const nodes = await told();
    expect(nodes).toHaveLength(PICTURES);
    for (const { label, answers, requestKey, givenBy, usedAt } of nodes) {
      expect([requestKey, givenBy, usedAt]).toEqual(['visitor-7', 'Admin token', null]);
      expect(answers).toMatchObject([{ version: 1, confidence: expect.any(Number) }]);
      expect(answers[0].right).toBe(answers[0].answer === label);
    }
  });

  it('takes the id of a prediction in place of its picture', async () => {
    const asked = await fetch(`${scene.api.url}/v1/models/people:predict`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${scene.api.adminToken}` },
      body: JSON.stringify({ instances: pictures.map((bytes) => ({ b64: bytes.toString('base64') })) }),
    });
    const { predictions } = (await asked.json()) as { predictions: { id: string; label: string }[] };
    expect([asked.status, new Set(predictions.map(({ id }) => id)).size]).toEqual([200, PICTURES]);
    const before = await told();
    const sent = await post({
      instances: predictions.map(({ id }, i) => ({ prediction: id, label: `p${i % 2}` })),
    });
    expect(sent.status).toBe(200);
    await scene.worker.drain();
    const after = await told();
    const known = ({ id, label, pixelSha, answers }: { [name: string]: unknown }) => ({
      id,
      label,
      pixelSha,
      answers,
    });
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(after.sort(byId).map(known)).toEqual(before.sort(byId).map(known));
    const { data } = await scene.api.query(
      `mutation ($input: GiveFeedbackInput!) { giveFeedback(input: $input) { feedback { id } userErrors { code path message } } }`,
      {
        input: {
          pipeline: 'people',
          instances: [
            { prediction: predictions[0]!.id, label: 'p0' },
            { prediction: 'long-gone.0', label: 'p0' },
            { label: 'p0' },
          ],
        },
      },
    );
    expect(data.giveFeedback).toMatchObject({
      feedback: [],
      userErrors: [
        { code: 'NOT_FOUND', path: ['input', 'instances', '1', 'prediction'] },
        { code: 'INVALID_INPUT', path: ['input', 'instances', '2', 'b64'] },
      ],
    });
  });

  it('takes a canary back that labelled pictures prove worse', async () => {
    const before = await told();
    // The same weights under swapped names: right where the live version is wrong, and the reverse.
    await sql(
      `insert into model_version select (jsonb_populate_record(m, jsonb_build_object(
         'id', 'mdl_swapped', 'number', 2, 'run_id', 'run_swapped', 'class_names', array['p1', 'p0']))).* from model_version m where number = 1`,
    );
    await sql(
      `insert into deployment select (jsonb_populate_record(d, jsonb_build_object('id', 'dep_swapped', 'model_version_id', 'mdl_swapped',
         'state', 'CANARY', 'canary_percent', 50, 'live_at', null, 'created_at', now() - interval '1 hour', 'since', now()))).* from deployment d where state = 'LIVE'`,
    );
    const answerTo = new Map(
      before.map((one: { pixelSha: string; answers: { answer: string }[] }) => [
        one.pixelSha,
        one.answers[0]!.answer,
      ]),
    );
    const order = (await tell((i) => `p${i % 2}`)).body.feedback as { pixelSha: string }[];
    await tell((i) => answerTo.get(order[i]!.pixelSha) as string);
    for (const { answers } of await told())
      expect(answers).toMatchObject([
        { version: 1, right: true },
        { version: 2, right: false },
      ]);
    // Requests enough to be judged by; before them the watch only waits.
    await sql(
      `insert into deployment_traffic (deployment_id, stage, model_version_id, requests, errors, nan_outputs, rejected, agreed, classes, latency)
       select 'dep_swapped', 'CANARY-50', m.id, 60, 0, 0, 0, 0, array[30, 30], array[]::bigint[] from model_version m`,
    );
    await scene.worker.app
      .get(Transactions)
      .run((tx) => scene.worker.app.get(Jobs).enqueue(tx, deploymentWatch, {}));
    await scene.worker.drain();
    const { modelVersions } = await scene.api.must(
      `{ modelVersions(pipeline: "people", first: 5) { nodes { number deployment deploymentDetail } } }`,
    );
    expect(modelVersions.nodes[0]).toMatchObject({
      number: 2,
      deployment: 'ROLLED_BACK',
      deploymentDetail: expect.stringContaining('Labelled feedback proves the canary worse'),
    });
  });

  it('puts labelled pictures into the dataset, once', async () => {
    const ids = (await told()).map(({ id }: { id: string }) => id);
    const use = async () =>
      (
        await scene.api.must(
          `mutation ($input: UseFeedbackInput!) { useFeedback(input: $input) { accepted duplicates refused { name code } userErrors { code message } } }`,
          { input: { pipeline: 'people', ids } },
        )
      ).useFeedback;
    expect(await use()).toMatchObject({ accepted: PICTURES, duplicates: 0, refused: [] });
    expect(await use()).toMatchObject({ accepted: 0, duplicates: PICTURES });
    expect((await told()).every(({ usedAt }: { usedAt: string | null }) => usedAt !== null)).toBe(true);
    expect((await scene.validate('people')).usableTraining).toBe(16 + PICTURES);
  });

  it('refuses what it cannot take, each at its place', async () => {
    const fine = { b64: pictures[0]!.toString('base64'), label: 'p0' };
    const refused = async (input: object) =>
      (
        await scene.api.query(
          `mutation ($input: GiveFeedbackInput!) { giveFeedback(input: $input) { feedback { id } userErrors { code path message } } }`,
          { input },
        )
      ).data.giveFeedback.userErrors;
    expect(await refused({ pipeline: 'nobody', instances: [fine] })).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'pipeline'] },
    ]);
    expect(await refused({ pipeline: 'people', instances: [] })).toMatchObject([{ code: 'INVALID_INPUT' }]);
    const broken = [fine, { b64: 'not base64!', label: 'p0' }, { ...fine, label: ' ' }];
    expect(await refused({ pipeline: 'people', instances: broken })).toMatchObject([
      { code: 'INVALID_INPUT', path: ['input', 'instances', '1', 'b64'] },
      { code: 'INVALID_INPUT', path: ['input', 'instances', '2', 'label'] },
    ]);
    expect((await post({ instances: 'x' })).status).toBe(400);
    expect((await post({ instances: [fine] }, 'nobody')).status).toBe(404);
    expect((await post({ instances: [fine] }, 'people', 'nobody')).status).toBe(401);
  });
});
