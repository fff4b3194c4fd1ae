import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePatterns } from '../factories/pattern-pictures.js';
import { useApi } from '../harness/use-api.js';
import { useWorker } from '../harness/use-worker.js';
import { createPipeline, endOfRun, importDataset, startRun } from './ml-scene.js';

const CODE = 'PATH_MISSING';

// One scene, told in order: pictures vanish, the automation gives up and says so, a person repairs it.
describe('a pipeline that fails again and again for the same reason', () => {
  const root = mkdtempSync(join(tmpdir(), 'untoil-blocked-'));
  const backup = mkdtempSync(join(tmpdir(), 'untoil-backup-'));
  writePatterns(root, 2, 14, 6);
  cpSync(root, backup, { recursive: true });
  const api = useApi({ importRoots: [root] });
  const worker = useWorker(() => ({
    databaseUrl: api.databaseUrl,
    dataDir: api.dataDir,
    importRoots: [root],
  }));
  afterAll(() => {
    for (const folder of [root, backup]) rmSync(folder, { recursive: true, force: true });
  });

  const seen = async () =>
    await api.must(`{
      pipeline(key: "bars") { state retrain { due clauses { clause holds value } } }
      alerts(first: 10) { nodes { kind subject status title severity } }
      incidents(first: 10, service: "faces") { nodes { title status severity } }
    }`);
  const ledger = async () =>
    (
      await api.must(
        `{ savingsLedger(automation: "bars", from: "2026-01-01", to: "2100-01-01") { rows creditedRuns claimedMinutes } }`,
      )
    ).savingsLedger;
  const until = async <T>(ask: () => Promise<T>, holds: (answer: T) => boolean): Promise<T> => {
    for (;;) {
      const answer = await ask();
      if (holds(answer)) return answer;
      await setTimeout(50);
    }
  };

  beforeAll(async () => {
    await importDataset(api, 'bars', root);
    const training = { batchSize: 14, steps: 3, learningRate: 0.001, augment: false };
    await createPipeline(api, { key: 'bars', dataset: 'bars', training, gate: { floorPercent: '100' } });
    rmSync(join(root, 'class-1'), { recursive: true });
  }, 60_000);

  it('keeps trying after the first two, with one alert and one incident that name the cause', async () => {
    for (let round = 0; round < 2; round++) {
      const run = await endOfRun(api, await startRun(api, 'bars'));
      expect([run.status, run.error?.startsWith(`${CODE}: `)]).toEqual(['FAILED', true]);
    }
    await worker.drain();
    const { pipeline, alerts, incidents } = await seen();
    expect(pipeline.state).toBe('ACTIVE');
    expect(alerts.nodes).toMatchObject([{ kind: 'pipeline.failed', subject: 'bars', severity: 'CRITICAL' }]);
    expect(incidents.nodes).toMatchObject([{ status: 'OPEN' }]);
    expect(incidents.nodes[0].title).toContain(CODE);
  }, 60_000);

  it('is BLOCKED after the third and says so; nothing starts by itself any more', async () => {
    await endOfRun(api, await startRun(api, 'bars'));
    await worker.drain();
    const { pipeline, alerts, incidents } = await seen();
    expect(pipeline.state).toBe('BLOCKED');
    expect(pipeline.retrain.due).toBe(false);
    expect(pipeline.retrain.clauses.filter(({ holds }: { holds: boolean }) => !holds)).not.toEqual([]);
    expect(alerts.nodes).toHaveLength(1);
    expect(alerts.nodes[0].title).toContain('Blocked after the same failure three times in a row.');
    expect(incidents.nodes).toHaveLength(1);
  }, 60_000);

  it('books every failure without credit', async () => {
    expect(await ledger()).toMatchObject({ rows: 3, creditedRuns: 0 });
  });

  it('goes on once a person has repaired the data and resumed it; success resolves alert and incident', async () => {
    cpSync(backup, root, { recursive: true });
    const { resumePipeline } = await api.must(
      `mutation { resumePipeline(key: "bars") { pipeline { state } userErrors { code message } } }`,
    );
    expect(resumePipeline.pipeline.state).toBe('ACTIVE');
    const run = await endOfRun(api, await startRun(api, 'bars'));
    expect(run).toMatchObject({ status: 'SUCCEEDED', error: null });
    await worker.drain();
    const after = await until(seen, ({ incidents }) => incidents.nodes[0].status === 'RESOLVED');
    expect(after.alerts.nodes).toMatchObject([{ kind: 'pipeline.failed', status: 'RESOLVED' }]);
    expect(await ledger()).toMatchObject({ rows: 4, creditedRuns: 1 });
  }, 120_000);
});
