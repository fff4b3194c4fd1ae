import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useApi } from '../harness/use-api.js';
import { useWorker } from '../harness/use-worker.js';

const FACES = process.env.UNTOIL_TEST_FACES ?? '';
const hasFaces = FACES !== '' && existsSync(join(FACES, 'orl5_training.csv'));
if (!hasFaces)
  console.info('M3 and M4 on the real faces are skipped: UNTOIL_TEST_FACES names no folder with them.');

const IMPORT = `mutation ($input: ImportDatasetInput!) { importDataset(input: $input) { dataset { id key classNames report { verdict } } userErrors { code message path } } }`;
const VALIDATE = `mutation ($key: String!) { validateDataset(key: $key) { dataset { key } userErrors { code } } }`;
const REPORT = `query ($key: String!) { dataset(key: $key) { classNames report { verdict usableTraining usableValidation digest findings {
  code severity split count firstRow message remedy rows pairs { distance a { path row split label url } b { path row split label url } } pictures { path url } } } } }`;
const DOCTOR = `query ($input: DiagnoseQueueInput!) { diagnoseQueue(input: $input) { verdict confidence explanation estimatedBadRows findings { code severity split count firstRow message remedy rows } } }`;

describe.skipIf(!hasFaces)('the ORL faces', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'untoil-faces-'));
  const api = useApi({ importRoots: [FACES, scratch] });
  const worker = useWorker(() => ({
    databaseUrl: api.databaseUrl,
    dataDir: api.dataDir,
    importRoots: [FACES, scratch],
  }));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  const bring = async (key: string, root: string, set: string, more: object = {}) => {
    await api.must(IMPORT, {
      input: {
        key,
        root,
        trainingManifest: `${set}_training.csv`,
        validationManifest: `${set}_validation.csv`,
        ...more,
      },
    });
    await api.must(VALIDATE, { key });
    await worker.drain();
    return (await api.must(REPORT, { key })).dataset;
  };
  // biome-ignore lint/suspicious/noExplicitAny: shaped by the query
  const found = (list: any[], code: string, split?: string) =>
    list.find((one) => one.code === code && (!split || one.split === split));

  beforeAll(() => {
    // A copy whose manifests can be changed; the pictures stay where they are.
    symlinkSync(join(FACES, 'orl'), join(scratch, 'orl'));
    mkdirSync(join(scratch, 'own'));
    for (const name of ['orl40_training.csv', 'orl40_validation.csv'])
      copyFileSync(join(FACES, name), join(scratch, name));
  });

  it('M3: names shape and channels of every row, and finds nothing once they are repaired', async () => {
    const orl5 = await bring('orl5', FACES, 'orl5');
    expect(orl5.classNames).toEqual(['s1', 's2', 's3', 's4', 's5']);
    expect(orl5.report).toMatchObject({ verdict: 'WARN', usableTraining: 40, usableValidation: 10 });

    const strict = (
      await api.must(DOCTOR, { input: { dataset: 'orl5', sizePolicy: 'STRICT', expandGrey: false } })
    ).diagnoseQueue;
    expect(strict).toMatchObject({ verdict: 'PRODUCER_DIED', confidence: 'EXACT', estimatedBadRows: 50 });
    expect(found(strict.findings, 'SHAPE_MISMATCH', 'TRAINING')).toMatchObject({
      count: 40,
      firstRow: 1,
      severity: 'FAIL',
      remedy: expect.stringMatching(/^resize \+ expand grey/),
    });
    expect(found(strict.findings, 'SHAPE_MISMATCH', 'TRAINING').message).toMatch(
      /^40 of 40 images are 92x112x1, .*row 1 \(orl\/s1\/1\.pgm\)/,
    );
    expect(found(strict.findings, 'CHANNELS_MISMATCH', 'TRAINING')).toMatchObject({ count: 40, firstRow: 1 });
    expect(strict.findings[0].count).toBe(40);

    const repaired = (
      await api.must(DOCTOR, { input: { dataset: 'orl5', sizePolicy: 'RESIZE', expandGrey: true } })
    ).diagnoseQueue;
    expect(repaired.findings).toEqual([]);
    const plan = { usableRows: orl5.report.usableTraining, batchSize: 10, epochs: 1 };
    const { preflight } = await api.must(
      `query ($plan: BatchPlanInput!) { preflight(plan: $plan) { verdict totalBatches droppedRows } }`,
      { plan },
    );
    expect(preflight).toEqual({ verdict: 'PASS', totalBatches: 4, droppedRows: 0 });
  });

  it('M4: finds the eight near pairs across the splits of orl40, and fails on an exact copy', async () => {
    const orl40 = await bring('orl40', scratch, 'orl40');
    const leak = found(orl40.report.findings, 'LEAK_NEAR');
    expect(leak).toMatchObject({ severity: 'WARN', split: 'BOTH', count: 8 });
    // biome-ignore lint/suspicious/noExplicitAny: shaped by the query
    expect(leak.pairs.map((pair: any) => `${pair.a.path} ${pair.b.path}`)).toEqual([
      'orl/s2/3.pgm orl/s2/10.pgm',
      'orl/s2/7.pgm orl/s2/10.pgm',
      'orl/s2/8.pgm orl/s2/10.pgm',
      'orl/s6/6.pgm orl/s6/10.pgm',
      'orl/s15/5.pgm orl/s15/9.pgm',
      'orl/s18/7.pgm orl/s18/9.pgm',
      'orl/s29/3.pgm orl/s29/10.pgm',
      'orl/s33/2.pgm orl/s33/10.pgm',
    ]);
    expect(leak.message).toContain('6 of 80 validation pictures (7.5 %)');
    expect(found(orl40.report.findings, 'LEAK_EXACT')).toBeUndefined();
    expect(orl40.report.verdict).toBe('WARN');

    copyFileSync(join(FACES, 'orl/s1/1.pgm'), join(scratch, 'own', 'copy.pgm'));
    writeFileSync(
      join(scratch, 'orl40_validation.csv'),
      `${readFileSync(join(FACES, 'orl40_validation.csv'), 'utf8')}own/copy.pgm,s1,0\n`,
    );
    await api.must(VALIDATE, { key: 'orl40' });
    await worker.drain();
    const { report } = (await api.must(REPORT, { key: 'orl40' })).dataset;
    expect(report.verdict).toBe('FAIL');
    const exact = found(report.findings, 'LEAK_EXACT');
    expect(exact).toMatchObject({ severity: 'FAIL', count: 1, rows: [81] });
    expect(exact.pairs[0]).toMatchObject({
      distance: 0,
      a: { path: 'orl/s1/1.pgm', row: 1, split: 'TRAINING' },
      b: { path: 'own/copy.pgm', row: 81, split: 'VALIDATION', label: 's1' },
    });
    expect(report.digest).not.toBe(orl40.report.digest);

    const picture = await fetch(`${api.url}${exact.pairs[0].b.url}`, {
      headers: { authorization: `Bearer ${api.adminToken}` },
    });
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await fetch(`${api.url}${exact.pairs[0].b.url}`)).status).toBe(401);
  });

  it('names the repair when every path is broken', async () => {
    mkdirSync(join(scratch, 'broken'));
    const broken = (text: string) => text.replaceAll('orl/', 'faces/orl/');
    writeFileSync(
      join(scratch, 'broken', 'training.csv'),
      broken(readFileSync(join(FACES, 'orl5_training.csv'), 'utf8')),
    );
    await api.must(IMPORT, {
      input: { key: 'broken', root: FACES, trainingManifest: join(scratch, 'broken', 'training.csv') },
    });
    await api.must(VALIDATE, { key: 'broken' });
    await worker.drain();
    const { report } = (await api.must(REPORT, { key: 'broken' })).dataset;
    expect(report).toMatchObject({ verdict: 'FAIL', usableTraining: 0 });
    expect(report.findings[0]).toMatchObject({
      code: 'PATH_MISSING',
      severity: 'FAIL',
      count: 40,
      firstRow: 1,
    });
    expect(report.findings[0].message).toBe(
      '40 of 40 files not found, e.g. faces/orl/s1/1.pgm. Leaving "faces" out of the paths finds all of them.',
    );
  });
});
