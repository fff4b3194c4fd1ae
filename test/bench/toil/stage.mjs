// What all parts stand on: a database of its own with 500 people and 60 services, and an API in this process.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const TOKEN = 'the-admin-token-of-the-benchmark-0123456789';

export const LARGE = Number(process.env.UNTOIL_BENCH_ENTRIES ?? 2_000_000);
export const SMALL = Math.min(100_000, LARGE / 2);
export const headers = { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` };

export const sql = (name) => readFileSync(join(import.meta.dirname, name), 'utf8');
export const seconds = (since) => (performance.now() - since) / 1000;
export const say = (line) => process.stdout.write(`${line}\n`);

/** Opens the stage; close() takes all of it down again. */
export async function openStage() {
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

  async function server(script, env) {
    const child = fork(script, {
      env: { ...process.env, ...env, NODE_ENV: 'production', DATABASE_URL: postgres.url },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    children.push(child);
    const [message] = await once(child, 'message');
    return { pid: child.pid, message };
  }

  /** One more session. */
  async function connect() {
    const session = new pg.Client({ connectionString: postgres.url });
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
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
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
      config: platform.loadConfig({
        UNTOIL_DATA_DIR: folder,
        UNTOIL_ADMIN_TOKEN: TOKEN,
        UNTOIL_RATE_LIMIT: '1000000',
      }),
      databaseUrl: postgres.url,
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
    const port = 20_000 + (process.pid % 20_000);
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
