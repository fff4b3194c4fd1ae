import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilHolds } from '../harness/until-holds.js';
import { useApi } from '../harness/use-api.js';
import { useWorker } from '../harness/use-worker.js';
import { endOfRun, startRun } from './ml-scene.js';

const STATE = 'status offered stage progressPercent error';
const FAREWELL = 'farewell { going { kind count } kept { kind name because { kind count } } }';
const DAY_MS = 86_400_000;
/** What grows by itself: the product's own jobs and keys, the audit log, and when old rows were last looked for. */
const LIVING = new Set([
  'audit_record',
  'audit_anchor',
  'idempotency_key',
  'serving_process',
  'rollup_state',
  'request_window',
]);

/** A day of last week, in which the sample has work. */
const MONDAY_MS = Math.floor((Date.now() / DAY_MS - 4) / 7) * 7 * DAY_MS + 4 * DAY_MS - 7 * DAY_MS;
const day = (number: number): string => new Date(MONDAY_MS + number * DAY_MS).toISOString().slice(0, 10);

describe('sample data', () => {
  const api = useApi();
  const worker = useWorker(() => ({ databaseUrl: api.databaseUrl, dataDir: api.dataDir }));
  let database: DataSource;
  let before: Record<string, number>;
  let files: string[];

  beforeAll(async () => {
    database = await new DataSource({ type: 'postgres', url: api.databaseUrl }).initialize();
    await worker.drain();
    before = await counts();
    files = contents();
  });
  afterAll(() => database.destroy());

  /** Rows of every table that has any. */
  async function counts(): Promise<Record<string, number>> {
    const tables: { name: string }[] = await database.query(
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`,
    );
    const found: Record<string, number> = {};
    for (const { name } of tables) {
      if (LIVING.has(name)) continue;
      const [row] = await database.query(`select count(*)::int as count from "${name}"`);
      if (row.count > 0) found[name] = row.count;
    }
    return found;
  }

  const contents = (): string[] =>
    ['objects', 'runs']
      .map((folder) => join(api.dataDir, folder))
      .filter(existsSync)
      .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();

  const state = async () => (await api.must(`{ sampleData { ${STATE} } }`)).sampleData;
  const farewell = async () => (await api.must(`{ sampleData { ${FAREWELL} } }`)).sampleData.farewell;
  const load = () =>
    api.must(`mutation { loadSampleData { sampleData { ${STATE} } userErrors { code message } } }`);
  const remove = () =>
    api.must(`mutation { removeSampleData { sampleData { ${STATE} } userErrors { code message } } }`);

  it('is offered to an empty installation, and cancelled half way leaves nothing', async () => {
    expect(await state()).toEqual({
      ...{ status: 'NONE', offered: true, stage: null, progressPercent: null, error: null },
    });
    expect(await farewell()).toBeNull();
    expect((await load()).loadSampleData.sampleData).toMatchObject({ status: 'LOADING', progressPercent: 0 });
    await load();
    await untilHolds(api, 'sample', state, ({ progressPercent }) => progressPercent >= 30);
    expect((await remove()).removeSampleData.sampleData.status).toBe('REMOVING');
    await worker.drain();
    expect(await state()).toMatchObject({ status: 'NONE', offered: true });
    expect(await counts()).toEqual(before);
    expect(contents()).toEqual(files);
  }, 400_000);

  it('fills every page with numbers', async () => {
    await load();
    const loaded = await untilHolds(
      api,
      'sample',
      state,
      ({ status, error }) => status !== 'LOADING' || error !== null,
    );
    expect(loaded).toMatchObject({ status: 'LOADED', error: null, offered: false, progressPercent: null });
    const { services, people, taskTypes, incidents, datasets, pipelines } = await api.must(`{
      services(first: 50) { nodes { key } } people(first: 50) { nodes { key } } taskTypes(first: 50) { nodes { key } }
      incidents(first: 50) { nodes { status } } datasets(first: 5) { nodes { key } }
      pipelines(first: 5) { nodes { key runs(first: 1) { nodes { id status } } } } }`);
    expect([services, people, taskTypes, datasets, pipelines].map(({ nodes }) => nodes.length)).toEqual([
      4, 5, 8, 1, 2,
    ]);
    expect(incidents.nodes.length).toBeGreaterThan(10);
    expect(new Set(incidents.nodes.map(({ status }: { status: string }) => status))).toEqual(
      new Set(['OPEN', 'ACKNOWLEDGED', 'RESOLVED']),
    );
    // A short training in place of the long one, so that there is a model with its files.
    const [first] = pipelines.nodes;
    await api.query('mutation ($id: ID!) { cancelRun(id: $id) { userErrors { code } } }', {
      id: first.runs.nodes[0].id,
    });
    await database.query(
      `update pipeline set training = training || '{"steps": 10, "batchSize": 10}' where key = 'demo-door-v1'`,
    );
    const run = await endOfRun(api, await startRun(api, 'demo-door-v1'));
    expect(run).toMatchObject({ error: null, modelVersion: { number: 1 } });
    const automation = await database.query(
      `select baseline_samples from automation where key = 'demo-door-v1'`,
    );
    expect(automation[0].baseline_samples).toBeGreaterThan(5);
  }, 400_000);

  it('is refused where people have begun, and says what would stay', async () => {
    await api.must(`mutation {
      createPerson(input: { key: "me", name: "Me Myself" }) { userErrors { code message } }
      createService(input: { key: "mine", name: "Mine" }) { userErrors { code message } } }`);
    await api
      .must(`mutation {
      kept: logWork(input: { person: "me", service: "demo-checkout", taskType: "demo-grant-access", date: "${day(0)}", duration: "2h" }) { userErrors { code message } }
      own: logWork(input: { person: "me", service: "mine", workClass: TOIL, date: "${day(1)}", duration: "1h" }) { userErrors { code message } }
      gone: logWork(input: { person: "me", service: "demo-search", workClass: TOIL, date: "${day(2)}", duration: "1h" }) { entry { id version } userErrors { code message } } }`)
      .then(({ gone: { entry } }) =>
        api.must(
          'mutation ($input: DeleteWorkInput!) { deleteWork(input: $input) { userErrors { code message } } }',
          { input: entry },
        ),
      );
    const { going, kept } = await farewell();
    expect(kept).toEqual([
      { kind: 'SERVICE', name: 'Checkout', because: [{ kind: 'ENTRY', count: 1 }] },
      { kind: 'TASK_TYPE', name: 'Grant access', because: [{ kind: 'ENTRY', count: 1 }] },
    ]);
    const told = Object.fromEntries(
      going.map(({ kind, count }: { kind: string; count: number }) => [kind, count]),
    );
    expect(told).toMatchObject({
      SERVICE: 3,
      PERSON: 5,
      TASK_TYPE: 7,
      DATASET: 1,
      PICTURE: 250,
      PIPELINE: 2,
      RUN: 2,
      MODEL: 1,
    });
    expect(told.ENTRY).toBeGreaterThan(500);
  });

  it('goes to the last row and file, and leaves what people made', async () => {
    await remove();
    await worker.drain();
    expect(await state()).toMatchObject({ status: 'NONE', offered: false, error: null });
    const after = await counts();
    const { person_week, service_week, service_day, stale_week, ...rest } = after;
    const { person_week: _p, service_week: _w, service_day: _d, stale_week: _s, ...start } = before;
    expect(rest).toEqual({
      ...start,
      person: 1,
      person_zone: 1,
      service: 2,
      toil_budget: 1,
      task_type: 1,
      work_entry: 2,
    });
    expect(contents()).toEqual(files);
    const { toilReport } = await api.must(`{ toilReport(input: { from: "${day(0)}", to: "${day(7)}" }) {
      services { service { key } toil { numeratorSeconds } } } }`);
    expect(toilReport.services).toEqual([
      { service: { key: 'demo-checkout' }, toil: { numeratorSeconds: 7200 } },
      { service: { key: 'mine' }, toil: { numeratorSeconds: 3600 } },
    ]);
  }, 60_000);

  it('is told by the audit log as loaded and removed, with what people did', async () => {
    const { auditLog } = await api.must(`{ auditLog(first: 100) { nodes { action actor } } }`);
    const actions = auditLog.nodes.map(
      ({ action, actor }: { action: string; actor: string }) => `${action} ${actor}`,
    );
    expect(actions.filter((action: string) => action.startsWith('sample.'))).toHaveLength(4);
    expect(actions).toContain('work.delete Admin token');
    expect(actions.filter((action: string) => action.startsWith('work.log'))).toHaveLength(3);
    const { auditCheck } = await api.must('{ auditCheck { broken } }');
    expect(auditCheck.broken).toEqual([]);
  });

  it('is refused from now on', async () => {
    const { data } = await api.query('mutation { loadSampleData { userErrors { code path } } }');
    expect(data.loadSampleData.userErrors).toEqual([{ code: 'INVALID_TRANSITION', path: ['input'] }]);
  });
});
