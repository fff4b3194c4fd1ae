// CPU of the server for one request of a 20-row services connection, against plain Fastify and pg answering the same
// rows in the same run. Rounds alternate, so that a busy machine hurts both alike. Needs Linux and a built dist/.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { cpuOf, median } from './cpu-of.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
const TOKEN = 'the-admin-token-of-the-benchmark-0123456789';
const WARM_UP = 3;
const ROUNDS = 7;
const REQUESTS = 3000;
const QUERY = '{ services(first: 20) { nodes { id key name } pageInfo { hasNextPage endCursor } } }';

const { startPostgres } = await import(join(ROOT, 'dist/libs/platform/postgres/index.js'));
const folder = mkdtempSync(join(tmpdir(), 'untoil-bench-'));
const postgres = await startPostgres({ dataDir: folder });
const children = [];

async function server(script, env) {
  const child = fork(script, {
    env: { ...process.env, ...env, NODE_ENV: 'production', DATABASE_URL: postgres.url },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  children.push(child);
  const [message] = await once(child, 'message');
  return { pid: child.pid, message };
}

async function migrate() {
  const { migrations } = await import(join(ROOT, 'dist/migrations/index.js'));
  const platform = await import(join(ROOT, 'dist/libs/platform/index.js'));
  const dataSource = await platform
    .createDataSource(postgres.url, { entities: [], migrations }, 2)
    .initialize();
  await platform.migrate(dataSource);
  await dataSource.destroy();
}

const headers = { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` };
const post = async (url, query) => {
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return response.json();
};

async function cpuPerRequest({ pid }, url, body) {
  const before = cpuOf(pid);
  const result = await autocannon({ url, method: 'POST', headers, body, amount: REQUESTS, connections: 10 });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return (cpuOf(pid) - before) / REQUESTS;
}

try {
  await migrate();
  const port = 20_000 + (process.pid % 20_000);
  const api = await server(join(ROOT, 'dist/apps/api/main.js'), {
    PORT: String(port),
    UNTOIL_DATA_DIR: folder,
    UNTOIL_ADMIN_TOKEN: TOKEN,
    UNTOIL_RATE_LIMIT: '1000000',
    LOG_LEVEL: 'error',
  });
  const plain = await server(join(import.meta.dirname, 'plain-server.mjs'), {});
  const graphql = `http://127.0.0.1:${port}/graphql`;
  for (let n = 0; n < 30; n++) {
    const key = `service-${String(n).padStart(2, '0')}`;
    await post(
      graphql,
      `mutation { createService(input: { key: "${key}", name: "Service ${n}" }) { service { id } } }`,
    );
  }
  const answer = await post(graphql, QUERY);
  if (answer.data?.services?.nodes.length !== 20) throw new Error(JSON.stringify(answer));
  const ours = () => cpuPerRequest(api, graphql, JSON.stringify({ query: QUERY }));
  const theirs = () => cpuPerRequest(plain, `http://127.0.0.1:${plain.message.port}/services`, '{}');
  // Both are compiled by the engine while they run; the first rounds measure the compiler.
  for (let round = 0; round < WARM_UP; round++) {
    await ours();
    await theirs();
  }
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push([await theirs(), await ours()]);
  const [raw, full] = [median(rounds.map(([a]) => a)), median(rounds.map(([, b]) => b))];
  const ratio = median(rounds.map(([a, b]) => b / a));
  process.stdout.write(
    `graphql-overhead: plain fastify + pg ${raw.toFixed(3)} ms, GraphQL ${full.toFixed(3)} ms of CPU a request, ${ratio.toFixed(2)} x (median of ${ROUNDS} rounds of ${REQUESTS}; goal at most 3)\n`,
  );
  if (ratio > 3) process.stdout.write('graphql-overhead: over the goal\n');
} finally {
  for (const child of children) child.kill('SIGKILL');
  await postgres.stop('immediate');
  rmSync(folder, { recursive: true, force: true });
}
