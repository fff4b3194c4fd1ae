import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { AuditLog, ObjectStore, Transactions } from '#platform';
import { drawFace, ppm } from '../factories/face-dataset.js';
import { plainZip } from '../factories/plain-zip.js';
import { useDataScene } from './ml-data-scene.js';
import { createPipeline, endOfRun, predict, startRun } from './ml-scene.js';

const ADA = 'Ada Beispiel';
const CALM = { CLASS_TOO_SMALL: { warn: 5, validationWarn: 1 } };
const FREE = { floorPercent: '0', minClassRecallPercent: '0', baselineTolerancePercent: '100' };
const TRAINING = { batchSize: 8, steps: 2, learningRate: 0.001, augment: false };
const ERASE = `mutation ($name: String!) { erasePictures(name: $name) { userErrors { code message path }
  erasure { id placeholder pictures feedback datasets outside erasedBy models { retiredAt modelVersion { number } } } } }`;
const RETIRE =
  'mutation ($id: ID!) { retireErasedModels(id: $id) { erasure { models { retiredAt } } userErrors { code message } } }';

// One scene, told in order. Ada is a class of an uploaded dataset that a model is live on, and of an imported folder.
describe('a person who is erased', () => {
  const scene = useDataScene();
  // Other people than those of the drawn folder: equal pixels would be one picture.
  const face = (person: number, n: number) => ppm(drawFace(50 + person, n));
  const sql = (text: string, values: unknown[] = []) =>
    scene.worker.app.get(Transactions).run((tx) => tx.query(text, values));

  /** Every table, and every file of the data folder, that still says the name or holds one of the contents. */
  const residues = async (needles: (string | Buffer)[]): Promise<string[]> => {
    const found: string[] = [];
    const tables: { t: string }[] = await sql(
      `select format('%I.%I', schemaname, tablename) as t from pg_tables where schemaname in ('public', 'pgboss')`,
    );
    const words = needles.filter((one) => typeof one === 'string');
    for (const { t } of tables) {
      const rows = await sql(
        `select r::text as row from ${t} r where exists (select from unnest($1::text[]) w where position(w in r::text) > 0) limit 3`,
        [words],
      );
      found.push(...rows.map(({ row }: { row: string }) => `${t}: ${row.slice(0, 300)}`));
    }
    for (const name of readdirSync(scene.api.dataDir, { recursive: true }) as string[]) {
      const path = join(scene.api.dataDir, name);
      if (!statSync(path).isFile()) continue;
      const bytes = readFileSync(path);
      if (needles.some((needle) => bytes.includes(needle))) found.push(name);
    }
    return found;
  };
  /** Uploaded pictures as they are kept. */
  const picturesOf = async (where: string): Promise<Buffer[]> => {
    const rows: { sha: string }[] = await sql(
      `select object_sha as sha from uploaded_picture where ${where}`,
    );
    const store = scene.worker.app.get(ObjectStore);
    return Promise.all(rows.map(({ sha }) => store.get(sha)));
  };
  // A stretch of each picture, which is drawn at the size of the network: packed splits hold the very bytes.
  const rawPixels = Array.from({ length: 10 }, (_, n) =>
    face(0, n)
      .subarray(-9216 * 3)
      .subarray(5000, 5200),
  );

  let adas: Buffer[] = [];
  let erasure: { id: string; placeholder: string };

  beforeAll(async () => {
    const entries = [ADA, 'Bo', 'Cy'].flatMap((name, person) =>
      Array.from({ length: 10 }, (_, n) => ({
        name: Buffer.from(`${n < 8 ? 'training' : 'validation'}/${name}/${n}.ppm`),
        content: face(person, n),
      })),
    );
    const answer = await fetch(`${scene.api.url}/uploads/datasets/guests`, {
      method: 'POST',
      headers: { 'content-type': 'application/zip', authorization: `Bearer ${scene.api.adminToken}` },
      body: new Uint8Array(plainZip(entries)),
    });
    expect(await answer.json()).toMatchObject({ accepted: 30 });
    const folder = scene.drawn('folder', 2);
    await scene.bring('folder', folder, { checks: CALM });
    await createPipeline(scene.api, { key: 'guests', dataset: 'guests', training: TRAINING, gate: FREE });
    const run = await endOfRun(scene.api, await startRun(scene.api, 'guests'));
    expect([run.status, run.error]).toEqual(['SUCCEEDED', null]);
    await scene.api.must(
      `mutation ($id: ID!) { promoteModel(id: $id, forceReason: "a scene") { userErrors { code message } } }`,
      { id: run.modelVersion?.id },
    );
    const told = { pipeline: 'guests', instances: [{ b64: face(0, 99).toString('base64'), label: ADA }] };
    await scene.api.must(
      'mutation ($input: GiveFeedbackInput!) { giveFeedback(input: $input) { userErrors { code message } } }',
      { input: told },
    );
    await scene.worker.drain();
    const [{ pixel_sha }] = await sql(
      `select pixel_sha from uploaded_picture where label_name = $1 limit 1`,
      [ADA],
    );
    await scene.api.must(
      `mutation ($input: QuarantinePicturesInput!) { quarantinePictures(input: $input) { userErrors { code message } } }`,
      { input: { dataset: 'guests', pixelShas: [pixel_sha], reason: `${ADA} does not want it` } },
    );
    await scene.worker.drain();
    adas = await picturesOf(`label_name = '${ADA}'`);
  }, 180_000);

  it('is everywhere before', async () => {
    const found = await residues([ADA, ...adas, ...rawPixels]);
    expect(found.length).toBeGreaterThan(10);
    expect(found.filter((one) => one.startsWith('objects')).length).toBeGreaterThan(10);
  });

  it('is erased by a name that something has', async () => {
    const refused = async (name: string) =>
      (await scene.api.query(ERASE, { name })).data.erasePictures.userErrors[0];
    expect(await refused('Nobody')).toMatchObject({ code: 'NOT_FOUND', path: ['name'] });
    expect(await refused(' ')).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('leaves pictures, packed data, feedback and every mention, and the models that learned from her are named', async () => {
    const answer = await scene.api.must(ERASE, { name: ADA });
    erasure = answer.erasePictures.erasure;
    expect(answer.erasePictures.erasure).toMatchObject({
      pictures: 10,
      feedback: 1,
      datasets: ['guests'],
      outside: [],
      models: [{ retiredAt: null, modelVersion: { number: 1 } }],
    });
    await scene.worker.drain();
    // What the model has stays: its row, and of its objects labels, contract, exports and golden pictures.
    const left = async () =>
      (await residues([ADA, ...adas, ...rawPixels])).filter(
        (one) => !/^(public\.model_version|objects\/)/.test(one),
      );
    // A sweep that was under way does not look twice: the folder of the run goes with it or with the next one.
    await expect.poll(left, { timeout: 20_000, interval: 500 }).toEqual([]);
    expect((await scene.report('guests')).findings.filter(({ severity }) => severity === 'FAIL')).toEqual([]);
  });

  it('is in no model either once those are retired, and the pipeline waits for its next run', async () => {
    const { retireErasedModels } = await scene.api.must(RETIRE, { id: erasure.id });
    expect(retireErasedModels.erasure.models).toEqual([{ retiredAt: expect.any(String) }]);
    await scene.worker.drain();
    await expect.poll(async () => (await predict(scene.api, 'guests', [face(1, 3)])).status).not.toBe(200);
    await expect.poll(() => residues([ADA, ...adas, ...rawPixels]), { timeout: 20_000 }).toEqual([]);
    const { modelVersions } = await scene.api.must(
      `{ modelVersions(pipeline: "guests", first: 1) { nodes { number deployment deploymentDetail classNames files { name } filters { url } } } }`,
    );
    expect(modelVersions.nodes[0]).toMatchObject({ deployment: 'RETIRED', files: [] });
    const check = await scene.worker.app.get(Transactions).run((tx) => new AuditLog().check(tx));
    expect(check.broken).toEqual([]);
  });

  it('takes no place from the others: the next run trains without her', async () => {
    const run = await endOfRun(scene.api, await startRun(scene.api, 'guests'));
    expect([run.status, run.error, run.modelVersion?.number]).toEqual(['SUCCEEDED', null, 2]);
    await scene.worker.drain();
    const { dataset } = await scene.api.must('{ dataset(key: "guests") { classNames } }');
    expect(dataset.classNames).toEqual([erasure.placeholder, 'Bo', 'Cy']);
  }, 120_000);

  it('is named to the admin where files of hers lie in a folder of his own', async () => {
    await scene.validate('folder');
    const answer = await scene.api.must(ERASE, { name: 'p1' });
    expect(answer.erasePictures.erasure).toMatchObject({
      pictures: 0,
      datasets: ['folder'],
      outside: ['folder'],
    });
    const { erasures } = await scene.api.must('{ erasures(first: 5) { nodes { outside } } }');
    expect(erasures.nodes).toEqual([{ outside: ['folder'] }, { outside: [] }]);
  });
});
