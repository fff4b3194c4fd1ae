// What all parts stand on: a database server, and on it stages: a database with 500 people and 60 services, and an API in
// this process. UNTOIL_BENCH_KEEP names a folder in which the server's data stays, so that the next time need not fill it.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const TOKEN = 'the-admin-token-of-the-benchmark-0123456789';
const KEEP = process.env.UNTOIL_BENCH_KEEP;

export const LARGE = Number(process.env.UNTOIL_BENCH_ENTRIES ?? 2_000_000);
export const SMALL = Math.min(100_000, LARGE / 2);
export const headers = { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` };

export const sql = (name) => readFileSync(join(import.meta.dirname, name), 'utf8');
export const seconds = (since) => (performance.now() - since) / 1000;
export const say = (line) => process.stdout.write(`${line}\n`);

const built = (path) => import(join(ROOT, 'dist', path));

/** Starts the server; stage(name) opens one of its databases, close() takes all of it down again. */
export async function openHouse() {
  if (KEEP) mkdirSync(KEEP, { recursive: true });
  const folder = KEEP ?? mkdtempSync(join(tmpdir(), 'untoil-bench-'));
  const { startPostgres } = await built('libs/platform/postgres/index.js');
  const postgres = await startPostgres({ dataDir: folder });
  const stages = [];

  async function close() {
    for (const stage of stages) await stage.close();
    await postgres.stop();
    if (!KEEP) rmSync(folder, { recursive: true, force: true });
  }

  async function stage(name) {
    const admin = new pg.Client({ connectionString: postgres.url });
    await admin.connect();
    const { rows } = await admin.query('select 1 from pg_database where datname = $1', [name]);
    if (rows.length === 0) await admin.query(`create database ${name}`);
    await admin.end();
    const url = new URL(postgres.url);
    url.pathname = `/${name}`;
    const opened = await openStage(folder, url.href);
    stages.push(opened);
    return opened;
  }

  return { stage, close };
}

// Stages stay open beside each other.
let lastPort = 20_000 + (process.pid % 20_000);
const nextPort = () => ++lastPort;

async function openStage(folder, databaseUrl) {
  const platform = await built('libs/platform/index.js');
  const toil = await built('libs/toil/index.js');
  const { createApi } = await built('apps/api/create-api.js');
  const { migrations } = await built('migrations/index.js');
  const client = new pg.Client({ connectionString: databaseUrl });
  const children = [];
  let api;

  async function server(script, env) {
    const child = fork(script, {
      env: { ...process.env, ...env, NODE_ENV: 'production', DATABASE_URL: databaseUrl },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    children.push(child);
    const [message] = await once(child, 'message');
    return { pid: child.pid, message };
  }

  /** One more session. */
  async function connect() {
    const session = new pg.Client({ connectionString: databaseUrl });
    await session.connect();
    return session;
  }

  async function close() {
    for (const child of children) {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    }
    await api?.close();
    await client.end();
  }

  try {
    await client.connect();
    const dataSource = await platform
      .createDataSource(databaseUrl, { entities: [], migrations }, 2)
      .initialize();
    await platform.migrate(dataSource);
    await dataSource.destroy();
    await client.query(`create or replace function h(i bigint, n int) returns double precision language sql immutable parallel safe
      as $$ select (hashint8(i * 31 + n)::bigint + 2147483648) / 4294967296.0 $$`);
    await client.query(sql('fill.sql'));
    await client.query(`update organization set reporting_zone = 'Asia/Seoul'`);
    api = await createApi({
      config: platform.loadConfig({
        UNTOIL_DATA_DIR: folder,
        UNTOIL_ADMIN_TOKEN: TOKEN,
        UNTOIL_RATE_LIMIT: '1000000',
      }),
      databaseUrl,
      log: platform.createLog('fatal', 'bench'),
    });
  } catch (error) {
    await close();
    throw error;
  }

  let running;
  /** The API as a process of its own; the same one whenever it is asked for. */
  const apiServer = () => (running ??= startApi());

  async function startApi() {
    const port = nextPort();
    const { pid } = await server(join(ROOT, 'dist/apps/api/main.js'), {
      PORT: String(port),
      UNTOIL_ADMIN_TOKEN: TOKEN,
      UNTOIL_DATA_DIR: folder,
      UNTOIL_RATE_LIMIT: '1000000',
      LOG_LEVEL: 'error',
    });
    return { pid, url: `http://127.0.0.1:${port}/graphql` };
  }

  /** Plain Fastify and pg, as a process of its own. */
  async function plainServer() {
    const { pid, message } = await server(join(import.meta.dirname, 'plain-insert.mjs'), {});
    return { pid, url: `http://127.0.0.1:${message.port}/work` };
  }

  return { platform, toil, api, client, connect, apiServer, plainServer, close };
}
