import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '#platform';
import { useApi } from '../harness/use-api.js';
import { useWorker } from '../harness/use-worker.js';

const DAY = 86_400;
const LOG = `query($first: Int!, $after: String, $actor: String, $action: String, $subject: ID, $from: DateTime, $to: DateTime) {
  auditLog(first: $first, after: $after, actor: $actor, action: $action, subject: $subject, from: $from, to: $to) {
    nodes { sequence at actor action subjectId before after } pageInfo { hasNextPage endCursor } } }`;

describe('the audit log and what is kept', () => {
  const clock = new ManualClock(new Date('2024-03-02T09:00:00Z'));
  const api = useApi({ clock });
  const worker = useWorker(() => ({ databaseUrl: api.databaseUrl, dataDir: api.dataDir, clock }));

  const service = (key: string) =>
    api.must('mutation($i: CreateServiceInput!) { createService(input: $i) { userErrors { code } } }', {
      i: { key, name: key },
    });
  const rename = (key: string, name: string) =>
    api.must('mutation($i: UpdateServiceInput!) { updateService(input: $i) { userErrors { code } } }', {
      i: { service: key, name },
    });
  const log = async (filter: object = {}) => (await api.must(LOG, { first: 50, ...filter })).auditLog;
  const check = async () => (await api.must('{ auditCheck { records subjects broken } }')).auditCheck;
  const sql = async (text: string) => {
    const client = new pg.Client({ connectionString: api.databaseUrl });
    await client.connect();
    const { rows } = await client.query(text).finally(() => client.end());
    return rows;
  };
  const rule = async (kind: string) =>
    (
      await api.must('{ retention { kind keepDays leastDays defaultDays ranAt deleted totalDeleted } }')
    ).retention.find((row: { kind: string }) => row.kind === kind);
  const keep = async (kind: string, keepDays?: number) =>
    (
      await api.query(
        'mutation($i: SetRetentionInput!) { setRetention(input: $i) { rule { keepDays } userErrors { code path details } } }',
        { i: { kind, keepDays } },
      )
    ).data.setRetention;
  const tidy = async () => {
    await api.must('mutation { tidyUp { accepted userErrors { code } } }');
    await worker.drain();
  };

  it('shows what changed, newest first, a page after the other', async () => {
    await service('checkout');
    await rename('checkout', 'Checkout');
    await service('search');
    const first = await log({ first: 2 });
    expect(first.nodes.map((row: { action: string }) => row.action)).toEqual([
      'service.create',
      'service.update',
    ]);
    expect(first.nodes[1]).toMatchObject({ before: { name: 'checkout' }, after: { name: 'Checkout' } });
    const second = await log({ first: 2, after: first.pageInfo.endCursor });
    expect(second.nodes.map((row: { action: string }) => row.action)).toEqual(['service.create']);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it('is asked by who, what, which and when', async () => {
    const { nodes } = await log();
    const subject = nodes[1].subjectId;
    const count = async (filter: object) => (await log(filter)).nodes.length;
    expect([
      await count({ action: 'service' }),
      await count({ action: 'service.update' }),
      await count({ action: 'serv' }),
      await count({ subject }),
      await count({ actor: 'admin' }),
      await count({ actor: '100%' }),
      await count({ from: '2024-03-02T09:00:00Z' }),
      await count({ to: '2024-03-02T09:00:00Z' }),
    ]).toEqual([3, 1, 0, 2, 3, 0, 3, 0]);
    expect((await api.must('{ auditActions }')).auditActions).toEqual(['service.create', 'service.update']);
  });

  it('names the row that somebody changed behind its back, and is whole again with it', async () => {
    expect(await check()).toEqual({ records: 3, subjects: 2, broken: [] });
    const [row] = await sql(`select sequence from audit_record where action = 'service.update'`);
    await sql(
      `update audit_record set after = jsonb_set(after, '{name}', '"Forged"') where sequence = ${row.sequence}`,
    );
    expect((await check()).broken).toEqual([row.sequence]);
    await sql(
      `update audit_record set after = jsonb_set(after, '{name}', '"Checkout"') where sequence = ${row.sequence}`,
    );
    expect((await check()).broken).toEqual([]);
  });

  it('refuses to keep the log for less than a year, and things for no whole number of days', async () => {
    expect((await keep('AUDIT', 364)).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', path: ['input', 'keepDays'], details: { leastDays: 365 } },
    ]);
    expect(await rule('AUDIT')).toMatchObject({ keepDays: null, leastDays: 365, ranAt: null });
  });

  it('deletes what is older than it is kept, and the chain of what remains holds', async () => {
    clock.advance(400 * DAY);
    await rename('checkout', 'Check out');
    expect((await keep('AUDIT', 365)).rule).toEqual({ keepDays: 365 });
    await tidy();
    expect(await rule('AUDIT')).toMatchObject({
      ranAt: clock.now().toISOString(),
      deleted: 3,
      totalDeleted: 3,
    });
    expect((await log()).nodes.map((row: { action: string }) => row.action)).toEqual([
      'retention.keep',
      'service.update',
    ]);
    await rename('search', 'Search');
    expect(await check()).toEqual({ records: 3, subjects: 3, broken: [] });
    await tidy();
    expect(await rule('AUDIT')).toMatchObject({ deleted: 0, totalDeleted: 3 });
  });

  it('forgets keys of repetitions by default, and nothing that is kept for ever', async () => {
    await sql(`insert into idempotency_key (operation, key, input_digest, result, created_at) values
      ('x', 'old', '', '', now() - interval '40 years'), ('x', 'new', '', '', '2100-01-01')`);
    await sql(
      `insert into metric_point (run_id, series, step, value, at) values ('r', 'loss', 1, 1, '2000-01-01')`,
    );
    await tidy();
    expect(await sql(`select key from idempotency_key where operation = 'x'`)).toEqual([{ key: 'new' }]);
    expect(await sql('select run_id from metric_point')).toEqual([{ run_id: 'r' }]);
    expect((await keep('RUN_CURVES', 7)).userErrors).toEqual([]);
    await tidy();
    expect(await sql('select run_id from metric_point')).toEqual([]);
    expect((await keep('RUN_CURVES')).rule).toEqual({ keepDays: null });
  });
});
