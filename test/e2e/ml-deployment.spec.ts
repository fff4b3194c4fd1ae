import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Alerts, Transactions } from '#platform';
import { patternPicture, writePatterns } from '../factories/pattern-pictures.js';
import { untilHolds } from '../harness/until-holds.js';
import { useApi } from '../harness/use-api.js';
import { useWorker } from '../harness/use-worker.js';
import { createPipeline, endOfRun, importDataset, predict, startRun } from './ml-scene.js';

const CLASSES = 2;
const TRAINING = { batchSize: 16, steps: 30, learningRate: 0.001, augment: false };

// One scene, told in order: each chapter starts where the one before ended.
describe('from the first model over a canary to a rollback', () => {
  const root = mkdtempSync(join(tmpdir(), 'untoil-deploy-'));
  const names = writePatterns(root, CLASSES, 12, 8);
  const api = useApi({ importRoots: [root] });
  const worker = useWorker(() => ({
    databaseUrl: api.databaseUrl,
    dataDir: api.dataDir,
    importRoots: [root],
  }));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const state = async () =>
    await api.must(
      `{ pipeline(key: "bars") { live { id number deployment } candidate { id number deployment } canaryPercent } modelVersions(pipeline: "bars", first: 10) { nodes { id number deployment gate { outcome looks pValue alpha advice reasons } } } alerts(first: 10, status: OPEN) { nodes { kind subject title } } }`,
    );
  // What is asked here makes the change itself (predictions), so that there is nothing to wait for in between.
  const until = async <T>(ask: () => Promise<T>, holds: (seen: T) => boolean): Promise<T> => {
    for (;;) {
      const seen = await ask();
      if (holds(seen)) return seen;
    }
  };
  // One after the other: many at once would only measure how busy this machine is.
  const ask = async (count: number, from = 500) => {
    const answers: Awaited<ReturnType<typeof predict>>[] = [];
    for (let i = 0; i < count; i++) {
      answers.push(await predict(api, 'bars', [patternPicture(i % CLASSES, from + i)]));
    }
    return answers;
  };

  /** New pictures in both manifests, checked and trained. */
  const nextVersion = async (round: number) => {
    const { dataset } = await api.must(`{ dataset(key: "bars") { key } }`);
    expect(dataset.key).toBe('bars');
    const lines = (from: number, count: number) =>
      names.flatMap((name, label) =>
        Array.from({ length: count }, (_, i) => {
          const path = `${name}/new-${round}-${from + i}.pgm`;
          writeFileSync(join(root, path), patternPicture(label, 200 * round + from + i));
          return `${path},${name},${label}`;
        }),
      );
    const manifest = join(root, 'training.csv');
    writeFileSync(manifest, `${readFileSync(manifest, 'utf8')}${lines(0, 6).join('\n')}\n`);
    await api.must(`mutation { validateDataset(key: "bars") { dataset { key } userErrors { code } } }`);
    await worker.drain();
    const { report } = (await api.must(`{ dataset(key: "bars") { report { usableTraining } } }`)).dataset;
    expect(report.usableTraining).toBe(CLASSES * (12 + 6 * round));
    return endOfRun(api, await startRun(api, 'bars'));
  };

  beforeAll(async () => {
    await importDataset(api, 'bars', root);
    await createPipeline(api, {
      key: 'bars',
      dataset: 'bars',
      training: TRAINING,
      gate: {
        floorPercent: '10',
        minClassRecallPercent: '0',
        baselineTolerancePercent: '100',
        marginPercent: '100',
      },
      deployment: { shadowRequests: 5, shadowHours: 24, canaryPercents: [50] },
    });
    const run = await endOfRun(api, await startRun(api, 'bars'));
    expect(run).toMatchObject({ status: 'SUCCEEDED', error: null });
  }, 180_000);

  it('puts the first model live without a trial', async () => {
    const { pipeline } = await state();
    expect(pipeline).toMatchObject({ live: { number: 1, deployment: 'LIVE' }, candidate: null });
  });

  it('lets the second one shadow, then answer as a canary, then go live', async () => {
    const run = await nextVersion(1);
    expect(run).toMatchObject({ status: 'SUCCEEDED', error: null });
    const before = await state();
    const [second] = before.modelVersions.nodes;
    expect(second.gate.looks).toBe(1);
    expect(second.gate.outcome).toMatch(/^PROMOTE_/);
    expect(before.pipeline).toMatchObject({
      live: { number: 1 },
      candidate: { number: 2, deployment: 'SHADOW' },
    });
    // As where a shadow agrees too seldom: the alert must be over once a version has gone live.
    const held = { kind: 'deployment.held', subject: 'bars', title: 'waits', severity: 'WARNING' } as const;
    await api.app.get(Transactions).run((tx) => api.app.get(Alerts).raise(tx, held));
    // The serving process takes a candidate in a moment after the row says so: what is asked before then counts for
    // nothing, so the asking goes on until it does.
    // Always other pictures: the same few stay with one model for ever, or give it one class only, which is a shift.
    let asked = 10_000;
    const askFour = () => {
      asked += 4;
      return ask(4, asked);
    };
    const whileAsking = async () => {
      await askFour();
      const seen = await state();
      // Of a version that was taken back nothing more is to be waited for; the alert says why it was.
      expect(
        seen.alerts.nodes.filter(({ kind }: { kind: string }) => kind === 'deployment.rolled_back'),
      ).toEqual([]);
      return seen;
    };
    await until(whileAsking, (seen) => seen.pipeline.candidate?.deployment === 'CANARY');
    await until(askFour, (answers) => answers.some(({ version }) => version === '2'));
    const answers = await ask(30);
    expect(new Set(answers.map(({ version }) => version))).toEqual(new Set(['1', '2']));
    const again = await ask(30);
    expect(again.map(({ version }) => version)).toEqual(answers.map(({ version }) => version));
    await ask(80, 900);
    const after = await until(whileAsking, (seen) => seen.pipeline.live.number === 2);
    const first = after.modelVersions.nodes.find(({ number }: { number: number }) => number === 1);
    expect([after.pipeline.canaryPercent, first.deployment]).toEqual([null, 'STANDBY']);
    expect(after.alerts.nodes.map(({ kind }: { kind: string }) => kind)).not.toContain('deployment.held');
  }, 240_000);

  it('gives the requests back within a second, without losing one, and opens an alert', async () => {
    const statuses: number[] = [];
    let over = false;
    const asking = (async () => {
      while (!over) {
        const { status } = await predict(api, 'bars', [patternPicture(0, 4000 + statuses.length)]);
        statuses.push(status);
      }
    })();
    const { rollbackModel } = await api.must(
      `mutation { rollbackModel(pipeline: "bars", reason: "wrong names at the door") { modelVersion { number deployment } userErrors { code message } } }`,
    );
    const rolledBack = performance.now();
    expect(rollbackModel.modelVersion).toEqual({ number: 1, deployment: 'LIVE' });
    await untilHolds(
      api,
      'serving',
      () => predict(api, 'bars', [patternPicture(1, 7)]),
      ({ version }) => version === '1',
    );
    expect(performance.now() - rolledBack).toBeLessThan(1000);
    over = true;
    await asking;
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
    const seen = await state();
    expect(seen.alerts.nodes).toContainEqual(
      expect.objectContaining({ kind: 'deployment.rolled_back', subject: 'bars' }),
    );
    expect(seen.modelVersions.nodes[0]).toMatchObject({ number: 2, deployment: 'ROLLED_BACK' });
  }, 60_000);

  it('refuses to promote what was rolled back, and to go back to nothing', async () => {
    const { modelVersions } = await state();
    const promote = await api.query(
      `mutation ($id: ID!) { promoteModel(id: $id, forceReason: "I insist") { modelVersion { id } userErrors { code } } }`,
      { id: modelVersions.nodes[0].id },
    );
    expect(promote.data.promoteModel.userErrors).toEqual([{ code: 'INVALID_TRANSITION' }]);
    const rollback = await api.query(
      `mutation { rollbackModel(pipeline: "bars", reason: "again") { modelVersion { id } userErrors { code } } }`,
    );
    expect(rollback.data.rollbackModel.userErrors).toEqual([{ code: 'INVALID_TRANSITION' }]);
  });
});
