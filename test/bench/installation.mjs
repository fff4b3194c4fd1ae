// Database, API and workers of a bench's own, each a process, in a folder that is gone afterwards.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const TOKEN = 'the-admin-token-of-the-benchmark-0123456789';
const dist = (path) => import(join(ROOT, 'dist', path));

/**
 * `start('worker')` starts a process more and answers with it; `ask` is GraphQL as the admin and throws what was
 * refused; `stop` removes all of it. Pictures under `folder` may be imported.
 */
export async function install({ enginesDir = null } = {}) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'untoil-bench-')));
  const children = [];
  const { startPostgres } = await dist('libs/platform/postgres/index.js');
  const postgres = await startPostgres({ dataDir: folder });
  const port = 20_000 + (process.pid % 20_000);
  const url = `http://127.0.0.1:${port}`;
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` };

  async function start(app) {
    const child = fork(join(ROOT, 'dist', 'apps', app, 'main.js'), {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: postgres.url,
        PORT: String(port),
        UNTOIL_DATA_DIR: folder,
        UNTOIL_IMPORT_ROOTS: folder,
        UNTOIL_ADMIN_TOKEN: TOKEN,
        UNTOIL_RATE_LIMIT: '1000000',
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    children.push(child);
    await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => Promise.reject(new Error(`The ${app} does not start.`))),
    ]);
    return child;
  }

  async function end(child) {
    child.kill('SIGTERM');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }

  async function stop() {
    for (const child of children.reverse()) await end(child);
    await postgres.stop('immediate');
    rmSync(folder, { recursive: true, force: true });
  }

  async function ask(query, variables = {}) {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await response.json();
    const refused = Object.values(data ?? {}).flatMap((field) => field?.userErrors ?? []);
    if (errors || refused.length > 0) throw new Error(JSON.stringify(errors ?? refused));
    return data;
  }

  // Whoever stops the bench early leaves no worker behind that goes on for an hour.
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void stop().finally(() => process.exit(1)));
  try {
    if (enginesDir && existsSync(enginesDir)) symlinkSync(enginesDir, join(folder, 'engines'));
    await migrate(postgres.url);
    return {
      folder,
      url,
      headers,
      databaseUrl: postgres.url,
      databasePid: postmasterOf(folder),
      start,
      end,
      ask,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const postmasterOf = (folder) =>
  Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);

async function migrate(url) {
  const { migrations } = await dist('migrations/index.js');
  const platform = await dist('libs/platform/index.js');
  const source = await platform.createDataSource(url, { entities: [], migrations }, 2).initialize();
  await platform.migrate(source);
  await source.destroy();
}
