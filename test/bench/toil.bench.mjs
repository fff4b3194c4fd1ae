// Toil at scale: 2,000,000 entries of 500 people for 60 services over 3 years. How long a report of 26 weeks takes, against
// computing the same from the raw rows in SQL; whether its cost grows with the table; how fast entries come in.
// Needs Linux and a built dist/. UNTOIL_BENCH_ENTRIES makes it smaller.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import pg from 'pg';
import { cpuOf, median } from './cpu-of.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
const LARGE = Number(process.env.UNTOIL_BENCH_ENTRIES ?? 2_000_000);
const SMALL = Math.min(100_000, LARGE / 2);
const TOKEN = 'the-admin-token-of-the-benchmark-0123456789';
const RANGE = { from: '2026-03-30', to: '2026-09-28' };
const sql = (name) => readFileSync(join(import.meta.dirname, 'toil', name), 'utf8');
const seconds = (since) => (performance.now() - since) / 1000;
const say = (line) => process.stdout.write(`${line}\n`);

const folder = mkdtempSync(join(tmpdir(), 'untoil-bench-'));
const { startPostgres } = await import(join(ROOT, 'dist/libs/platform/postgres/index.js'));
const platform = await import(join(ROOT, 'dist/libs/platform/index.js'));
const toil = await import(join(ROOT, 'dist/libs/toil/index.js'));
const { createApi } = await import(join(ROOT, 'dist/apps/api/create-api.js'));
const { migrations } = await import(join(ROOT, 'dist/migrations/index.js'));
const postgres = await startPostgres({ dataDir: folder });
const client = new pg.Client({ connectionString: postgres.url });
const children = [];
let api;

async function entries(from, to) {
  const started = performance.now();
  const text = sql('entries.sql').replace('FROM_ENTRY', from).replace('TO_ENTRY', to);
  await client.query(text);
  await client.query('analyze work_entry');
  say(`${to - from + 1} entries written in ${seconds(started).toFixed(1)} s`);
}

async function refresh() {
  const keeper = api.get(toil.RollupKeeper);
  const transactions = api.get(platform.Transactions);
  await client.query('delete from rollup_state');
  const started = performance.now();
  let weeks = 0;
  for (let taken = 1; taken > 0; weeks += taken)
    taken = await transactions.run((tx) => keeper.refresh(tx, 2000));
  await transactions.run((tx) => keeper.compact(tx));
  await client.query('vacuum analyze service_day; ').catch(() => client.query('analyze service_day'));
  await client.query('analyze person_week');
  const [{ count }] = (await client.query('select count(*)::int from service_day')).rows;
  say(`roll-ups rebuilt in ${seconds(started).toFixed(1)} s (${count} rows of services and days)`);
}

async function report() {
  const reports = api.get(toil.ToilReports);
  const transactions = api.get(platform.Transactions);
  const times = [];
  let answer;
  for (let round = 0; round < 60; round++) {
    const started = performance.now();
    answer = await transactions.run(async (tx) => {
      await tx.query('set transaction isolation level repeatable read, read only');
      return reports.report(tx, RANGE);
    });
    if (round >= 10) times.push(performance.now() - started);
  }
  return { ms: median(times), answer };
}

async function recompute() {
  const times = [];
  let rows;
  for (let round = 0; round < 3; round++) {
    const started = performance.now();
    const { from, to } = RANGE;
    ({ rows } = await client.query(sql('recompute.sql'), [`${from}T00:00:00+09:00`, `${to}T00:00:00+09:00`]));
    times.push(performance.now() - started);
  }
  const total = rows.filter((row) => row.winner === 1).reduce((sum, row) => sum + Number(row.seconds), 0);
  return { ms: median(times), total };
}

async function bulk() {
  const work = api.get(toil.BulkWork);
  const transactions = api.get(platform.Transactions);
  const rows = Array.from({ length: 50_000 }, (_, i) => ({
    person: `person-${1 + (i % 500)}`,
    service: `service-${1 + (i % 60)}`,
    workClass: 'TOIL',
    start: new Date(
      Date.parse('2026-08-03T00:00:00Z') + (i % 40) * 900_000 + Math.floor(i / 20_000) * 86_400_000,
    ),
    end: new Date(
      Date.parse('2026-08-03T00:20:00Z') + (i % 40) * 900_000 + Math.floor(i / 20_000) * 86_400_000,
    ),
    source: 'IMPORT',
  }));
  const started = performance.now();
  for (let at = 0; at < rows.length; at += 5000) {
    const { refused } = await transactions.run((tx) =>
      work.log(tx, platform.SYSTEM, rows.slice(at, at + 5000)),
    );
    if (refused.length > 0) throw new Error(JSON.stringify(refused[0]));
  }
  return rows.length / seconds(started);
}

async function server(script, env) {
  const child = fork(script, {
    env: { ...process.env, ...env, NODE_ENV: 'production', DATABASE_URL: postgres.url },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  children.push(child);
  const [message] = await once(child, 'message');
  return { pid: child.pid, message };
}

async function cpuPerWrite({ pid }, url, body) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` };
  const before = cpuOf(pid);
  const result = await autocannon({ url, method: 'POST', headers, body, amount: 2000, connections: 10 });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return (cpuOf(pid) - before) / 2000;
}

async function logging() {
  const port = 20_000 + (process.pid % 20_000);
  const ours = await server(join(ROOT, 'dist/apps/api/main.js'), {
    PORT: String(port),
    UNTOIL_ADMIN_TOKEN: TOKEN,
    UNTOIL_DATA_DIR: folder,
    UNTOIL_RATE_LIMIT: '1000000',
    LOG_LEVEL: 'error',
  });
  const plain = await server(join(import.meta.dirname, 'toil', 'plain-insert.mjs'), {});
  const query =
    'mutation($i: LogWorkInput!) { logWork(input: $i) { entry { id version } userErrors { code } } }';
  const i = {
    person: 'person-1',
    service: 'service-1',
    workClass: 'TOIL',
    start: '2026-08-03T01:00:00Z',
    end: '2026-08-03T02:00:00Z',
  };
  const body = JSON.stringify({ query, variables: { i } });
  const figures = { ours: [], plain: [] };
  for (let round = 0; round < 5; round++) {
    figures.ours.push(await cpuPerWrite(ours, `http://127.0.0.1:${port}/graphql`, body));
    figures.plain.push(
      await cpuPerWrite(plain, `http://127.0.0.1:${plain.message.port}/work`, JSON.stringify(i)),
    );
  }
  return { ours: median(figures.ours), plain: median(figures.plain) };
}

try {
  await client.connect();
  const dataSource = await platform
    .createDataSource(postgres.url, { entities: [], migrations }, 2)
    .initialize();
  await platform.migrate(dataSource);
  await dataSource.destroy();
  await client.query(`create function h(i bigint, n int) returns double precision language sql immutable parallel safe
    as $$ select (hashint8(i * 31 + n)::bigint + 2147483648) / 4294967296.0 $$`);
  await client.query(sql('fill.sql'));
  await client.query(`update organization set reporting_zone = 'Asia/Seoul'`);
  api = await createApi({
    config: platform.loadConfig({ UNTOIL_DATA_DIR: folder }),
    databaseUrl: postgres.url,
    log: platform.createLog('fatal', 'bench'),
  });
  await entries(1, SMALL);
  await refresh();
  const small = await report();
  say(`report of 26 weeks over 60 services, ${SMALL} entries: ${small.ms.toFixed(1)} ms`);
  await entries(SMALL + 1, LARGE);
  await refresh();
  const large = await report();
  const raw = await recompute();
  const counted = large.answer.total.numeratorSeconds;
  if (Math.abs(counted - raw.total) > 60)
    throw new Error(`the report says ${counted} s, the raw rows ${raw.total} s`);
  say(`report of 26 weeks over 60 services, ${LARGE} entries: ${large.ms.toFixed(1)} ms (goal 30)`);
  say(`growth from ${SMALL} to ${LARGE} entries: ${(large.ms / small.ms).toFixed(2)}x (goal 1.3)`);
  say(
    `the same from the raw rows in SQL: ${raw.ms.toFixed(0)} ms = ${(raw.ms / large.ms).toFixed(0)}x (goal 100); both count ${counted} s of toil`,
  );
  say(`bulk import: ${(await bulk()).toFixed(0)} rows/s (goal 5000)`);
  const { ours, plain } = await logging();
  say(
    `logWork: ${ours.toFixed(2)} ms of CPU, plain insert ${plain.toFixed(2)} ms = ${(ours / plain).toFixed(1)}x (goal 4)`,
  );
} finally {
  for (const child of children) child.disconnect();
  await api?.close();
  await client.end();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
