import { describe, expect, it } from 'vitest';
import { FINDING, IMPORT, useDataScene, VALIDATE } from './ml-data-scene.js';

const PREFLIGHT = `query ($plan: BatchPlanInput!) { preflight(plan: $plan) { verdict batchesPerEpoch droppedRows totalBatches shortfall findings { ${FINDING} } } }`;
const DOCTOR = `query ($input: DiagnoseQueueInput!) { diagnoseQueue(input: $input) { verdict queue explanation confidence estimatedBadRows shortfall findings { ${FINDING} } } }`;
const closed = (queue: string, requested: number, size: number) =>
  `OutOfRangeError: FIFOQueue '${queue}' is closed and has insufficient elements (requested ${requested}, current size ${size})`;

describe('the queue doctor', () => {
  const scene = useDataScene();
  const preflight = async (plan: object) => (await scene.api.must(PREFLIGHT, { plan })).preflight;
  const doctor = async (input: object) => (await scene.api.must(DOCTOR, { input })).diagnoseQueue;

  it('M1: does the arithmetic of every plan', async () => {
    expect(await preflight({ usableRows: 200, batchSize: 100, epochs: 1 })).toMatchObject({
      verdict: 'PASS',
      totalBatches: 2,
      droppedRows: 0,
    });
    expect(await preflight({ usableRows: 270, batchSize: 70, epochs: 1 })).toMatchObject({
      verdict: 'PASS',
      totalBatches: 3,
      droppedRows: 60,
    });
    const short = await preflight({ usableRows: 50, batchSize: 100, epochs: 1 });
    expect(short).toMatchObject({ verdict: 'FAIL', shortfall: 50, findings: [{ code: 'BATCH_GT_DATA' }] });
    expect(await preflight({ usableRows: 50, batchSize: 100, epochs: null })).toMatchObject({
      totalBatches: null,
      findings: [{ severity: 'WARN' }],
    });
    expect((await preflight({ usableRows: 0, batchSize: 10 })).findings[0].code).toBe('EMPTY_INPUT');
    expect(
      (await preflight({ usableRows: 200, batchSize: 100, epochs: 1, steps: 10_000 })).findings[0],
    ).toMatchObject({ code: 'STEPS_GT_DATA' });
  });

  it('M2: reads the text that readers met', async () => {
    const died = await doctor({
      errorText: closed('_3_batch/fifo_queue', 100, 0),
      plan: { usableRows: 200, batchSize: 100 },
      batchesServed: 0,
    });
    expect(died).toMatchObject({
      verdict: 'PRODUCER_DIED',
      queue: 'batch',
      estimatedBadRows: 200,
      confidence: 'LIKELY',
    });
    expect(died.explanation).toContain('not a shortage of data: the input repeats for ever');
    const ended = await doctor({
      errorText: closed('_3_batch/fifo_queue', 100, 0),
      plan: { usableRows: 200, batchSize: 100, epochs: 1 },
      batchesServed: 2,
    });
    expect(ended.verdict).toBe('NORMAL_END');
    const short = await doctor({
      errorText: closed('_3_batch/fifo_queue', 100, 49),
      plan: { usableRows: 49, batchSize: 100, epochs: 1 },
    });
    expect(short).toMatchObject({ verdict: 'BATCH_GT_DATA', shortfall: 51 });
  });

  it('M3 on drawn faces: reads every row again, strictly and repaired, and changes nothing', async () => {
    const folder = scene.drawn('doctor');
    const tall = Buffer.concat([Buffer.from('P5\n92 112\n255\n'), Buffer.alloc(92 * 112, 90)]);
    for (const line of [...folder.training, ...folder.validation]) folder.file(line.split(',')[0]!, tall);
    await scene.bring('doctor', folder);
    const strict = await doctor({
      dataset: 'doctor',
      sizePolicy: 'STRICT',
      expandGrey: false,
      errorText: closed('_3_batch/fifo_queue', 100, 0),
    });
    expect(strict).toMatchObject({
      verdict: 'PRODUCER_DIED',
      confidence: 'EXACT',
      estimatedBadRows: 40,
      queue: 'batch',
    });
    expect(
      strict.findings.map((one: { code: string; count: number; split: string }) => [
        one.code,
        one.count,
        one.split,
      ]),
    ).toEqual([
      ['SHAPE_MISMATCH', 40, 'TRAINING'],
      ['CHANNELS_MISMATCH', 40, 'TRAINING'],
    ]);
    expect(strict.findings[0]).toMatchObject({
      firstRow: 1,
      remedy: expect.stringMatching(/^resize \+ expand grey/),
      message: expect.stringMatching(
        /^40 of 40 images are 92x112x1, the model wants 96x96x3\. First bad: row 1/,
      ),
    });
    const repaired = await doctor({ dataset: 'doctor' });
    expect(repaired.findings).toEqual([]);
    expect(await scene.report('doctor')).toBeNull();
  });

  it('names the repair of broken paths', async () => {
    const folder = scene.drawn('paths');
    folder.training.forEach((line, i) => {
      folder.training[i] = line.replace(',', ' ,');
    });
    folder.validation.forEach((line, i) => {
      folder.validation[i] = line.toUpperCase().replace(/,P(\d),/, ',p$1,');
    });
    await scene.bring('paths', folder);
    const { findings } = await doctor({
      dataset: 'paths',
      errorText: closed('_1_batch_1/fifo_queue', 10, 0),
    });
    expect(findings[0]).toMatchObject({
      code: 'PATH_MISSING',
      split: 'VALIDATION',
      count: 10,
      message: '10 of 10 files not found, e.g. P0/8.PPM. Ignoring upper and lower case finds all of them.',
    });
    const report = await scene.validate('paths');
    expect(report.findings[0]).toMatchObject({
      code: 'PATH_MISSING',
      count: 40,
      message:
        '40 of 40 files not found, e.g. p0/0.ppm . Stripping spaces around the path finds all of them.',
    });
    // Several things are wrong at once: each repair is named with what it finds beyond the ones before.
    folder.training.forEach((line, i) => {
      if (i < 10)
        folder.training[i] = line
          .trim()
          .toUpperCase()
          .replace(/ ,P(\d),/, ',p$1,');
      if (i === 39) folder.training[i] = 'nowhere/at-all.ppm,p4,4';
    });
    folder.write();
    const [both] = (await scene.validate('paths')).findings;
    expect(both).toMatchObject({
      message:
        '40 of 40 files not found, e.g. P0/0.PPM. Stripping spaces around the path finds 29 of them. Ignoring upper and lower case finds 10 of them.',
      remedy: expect.stringContaining('; '),
    });
  });

  it('refuses plans and data sets that cannot be', async () => {
    const refused = async (document: string, variables: object) =>
      (await scene.api.query(document, variables)).errors?.[0]?.extensions.code;
    expect(await refused(PREFLIGHT, { plan: { usableRows: 10, batchSize: 0 } })).toBe('BAD_USER_INPUT');
    expect(await refused(PREFLIGHT, { plan: { usableRows: -1, batchSize: 1 } })).toBe('BAD_USER_INPUT');
    expect(await refused(DOCTOR, { input: { batchesServed: -1 } })).toBe('BAD_USER_INPUT');
    expect(await refused(DOCTOR, { input: { dataset: 'nobody' } })).toBe('NOT_FOUND');
  });
});

describe('importDataset', () => {
  const scene = useDataScene();
  const attempt = async (input: object) => (await scene.api.query(IMPORT, { input })).data.importDataset;

  it('reads the classes and starts no check', async () => {
    const folder = scene.drawn('plain').write();
    const input = {
      key: 'plain',
      root: folder.root,
      trainingManifest: 'training.csv',
      validationManifest: 'validation.csv',
      idempotencyKey: 'once',
    };
    const first = await attempt(input);
    expect(first).toMatchObject({
      dataset: { key: 'plain', classNames: ['p0', 'p1', 'p2', 'p3', 'p4'], report: null },
      userErrors: [],
    });
    expect((await attempt(input)).dataset.id).toBe(first.dataset.id);
    expect((await attempt({ ...input, quarantine: true })).userErrors[0].code).toBe('IDEMPOTENCY_CONFLICT');
    expect((await attempt({ ...input, idempotencyKey: null })).userErrors[0]).toMatchObject({
      code: 'KEY_TAKEN',
      path: ['input', 'key'],
    });
  });

  it('refuses what lies outside of the import roots, whether it exists or not', async () => {
    const folder = scene.drawn('roots').write();
    const base = { key: 'roots', root: folder.root, trainingManifest: 'training.csv' };
    for (const root of [
      '/etc',
      '/',
      `${folder.root}/../../..`,
      '/no/such/place',
      `${scene.scratch}-sibling`,
    ]) {
      expect((await attempt({ ...base, root })).userErrors[0]).toMatchObject({
        code: 'PATH_NOT_ALLOWED',
        path: ['input', 'root'],
      });
    }
    for (const trainingManifest of [
      '/etc/passwd',
      '../../../../../../etc/passwd',
      'C:/../../../../../../etc/passwd',
      'a\0b',
    ]) {
      expect((await attempt({ ...base, trainingManifest })).userErrors[0]).toMatchObject({
        code: 'PATH_NOT_ALLOWED',
        path: ['input', 'trainingManifest'],
      });
    }
    expect((await attempt({ ...base, trainingManifest: 'none.csv' })).userErrors[0]).toMatchObject({
      code: 'NOT_FOUND',
      path: ['input', 'trainingManifest'],
    });
  });

  it('names every wrong setting at its place', async () => {
    const folder = scene.drawn('settings').write();
    const { dataset, userErrors } = await attempt({
      key: 'Not A Key',
      root: folder.root,
      trainingManifest: 'training.csv',
      checks: {
        BLUR: { warm: 1, warn: 'x' },
        BLURR: {},
        LEAK_NEAR: { fail: 10 },
        PATH_MISSING: { stop: true },
      },
    });
    expect(dataset).toBeNull();
    expect(
      userErrors.map((one: { code: string; path: string[] }) => `${one.code} ${one.path.join('.')}`),
    ).toEqual([
      'INVALID_INPUT input.key',
      'INVALID_INPUT input.checks.BLUR.warm',
      'INVALID_INPUT input.checks.BLUR.warn',
      'INVALID_INPUT input.checks.BLURR',
      'INVALID_INPUT input.checks.LEAK_NEAR.fail',
    ]);
    expect(
      (await attempt({ key: 'settings', root: folder.root, trainingManifest: 'training.csv', checks: 5 }))
        .userErrors[0].path,
    ).toEqual(['input', 'checks']);
  });

  it('joins a check that waits or runs', async () => {
    await scene.bring('joined', scene.drawn('joined'));
    await Promise.all([1, 2, 3].map(() => scene.api.must(VALIDATE, { key: 'joined' })));
    await scene.worker.drain();
    expect((await scene.report('joined')).usableTraining).toBe(40);
    expect(
      (await scene.api.query(VALIDATE, { key: 'nobody' })).data.validateDataset.userErrors[0],
    ).toMatchObject({ code: 'NOT_FOUND', path: ['key'] });
  });

  it('suggests what to hold back where there is no validation manifest', async () => {
    const folder = scene.drawn('alone', 4, 10, 0).write();
    await scene.api.must(IMPORT, {
      input: { key: 'alone', root: folder.root, trainingManifest: 'training.csv' },
    });
    const report = await scene.validate('alone');
    expect(report).toMatchObject({ usableTraining: 40, usableValidation: 0 });
    const held = report.findings.find((one) => one.code === 'SPLIT_SUGGESTED');
    expect(held).toMatchObject({ severity: 'INFO', count: 8 });
    expect(
      (await scene.validate('alone')).findings.find((one) => one.code === 'SPLIT_SUGGESTED')?.rows,
    ).toEqual(held?.rows);
  });

  it('pages datasets by key', async () => {
    const page = async (after: string | null) =>
      (
        await scene.api.must(
          `query ($after: String) { datasets(first: 2, after: $after) { nodes { key } pageInfo { hasNextPage endCursor } } }`,
          { after },
        )
      ).datasets;
    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);
    expect([...first.nodes, ...second.nodes].map(({ key }: { key: string }) => key)).toEqual([
      'alone',
      'joined',
      'plain',
    ]);
  });
});
