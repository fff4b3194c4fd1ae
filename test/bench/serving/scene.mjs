import { fork } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { picture } from '../pictures.mjs';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const TOKEN = 'the-admin-token-of-the-benchmark-0123456789';
const dist = (path) => import(join(ROOT, 'dist', path));

/** Bodies of predict requests with one picture each. */
export function bodies(count, width, height, format) {
  return Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const b64 = (await picture(n % 2, 1000 + n, width, height, format)).toString('base64');
      return JSON.stringify({ instances: [{ b64 }] });
    }),
  );
}

/** Database, API and worker of the bench's own, with a model live at `url`; `stop` removes all of it. */
export async function serve({ enginesDir }) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'untoil-serving-')));
  const children = [];
  const { startPostgres } = await dist('libs/platform/postgres/index.js');
  const postgres = await startPostgres({ dataDir: folder });
  const stop = async () => {
    for (const child of children.reverse()) {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    }
    await postgres.stop('immediate');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    if (enginesDir && existsSync(enginesDir)) symlinkSync(enginesDir, join(folder, 'engines'));
    await migrate(postgres.url);
    const port = 20_000 + (process.pid % 20_000);
    const api = await start(children, postgres.url, folder, 'api', port);
    const worker = await start(children, postgres.url, folder, 'worker', port);
    await train(`http://127.0.0.1:${port}`, folder);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` };
    const predict = `http://127.0.0.1:${port}/v1/models/bars:predict`;
    await untilAnswered(predict, headers);
    return { url: predict, headers, pids: { api, worker }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(children, databaseUrl, folder, app, port) {
  const child = fork(join(ROOT, 'dist', 'apps', app, 'main.js'), {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
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
  return child.pid;
}

async function migrate(url) {
  const { migrations } = await dist('migrations/index.js');
  const platform = await dist('libs/platform/index.js');
  const source = await platform.createDataSource(url, { entities: [], migrations }, 2).initialize();
  await platform.migrate(source);
  await source.destroy();
}

async function train(url, folder) {
  const root = join(folder, 'pictures');
  mkdirSync(root);
  const split = async (name, from, count) => {
    const lines = [];
    for (let n = from; n < from + count; n++) {
      for (const label of [0, 1]) {
        writeFileSync(join(root, `${label}-${n}.jpg`), await picture(label, 7 * n, 96, 96, 'jpeg'));
        lines.push(`${label}-${n}.jpg,class-${label},${label}`);
      }
    }
    writeFileSync(join(root, `${name}.csv`), `${lines.join('\n')}\n`);
  };
  await split('training', 0, 20);
  await split('validation', 20, 6);
  const ask = asker(url);
  const input = { key: 'bars', root, trainingManifest: 'training.csv', validationManifest: 'validation.csv' };
  await ask(
    `mutation ($input: ImportDatasetInput!) { importDataset(input: $input) { userErrors { code message } } }`,
    { input },
  );
  await ask(
    `mutation { createService(input: { key: "faces", name: "Faces" }) { userErrors { code message } } }`,
  );
  const gate = { floorPercent: '0', minClassRecallPercent: '0', baselineTolerancePercent: '100' };
  const training = { batchSize: 10, steps: 60, learningRate: 0.001, augment: false };
  await ask(
    `mutation ($input: CreatePipelineInput!) { createPipeline(input: $input) { userErrors { code message } } }`,
    { input: { key: 'bars', service: 'faces', dataset: 'bars', gate, training } },
  );
  const { runPipeline } = await ask(
    `mutation { runPipeline(key: "bars") { run { id } userErrors { code message } } }`,
  );
  for (;;) {
    const { pipelineRun } = await ask(`query ($id: ID!) { pipelineRun(id: $id) { status error } }`, {
      id: runPipeline.run.id,
    });
    if (pipelineRun.status === 'SUCCEEDED') return;
    if (!['QUEUED', 'RUNNING'].includes(pipelineRun.status)) throw new Error(pipelineRun.error);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** The version goes live a moment after its run, when it has passed its smoke test. */
async function untilAnswered(url, headers) {
  const [body] = await bodies(1, 96, 96, 'jpeg');
  for (let tries = 0; ; tries++) {
    const answer = await fetch(url, { method: 'POST', headers, body });
    const text = await answer.text();
    if (answer.status === 200) return;
    if (tries === 300) throw new Error(text);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function asker(url) {
  return async (query, variables = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await response.json();
    const refused = Object.values(data ?? {}).flatMap((field) => field?.userErrors ?? []);
    if (errors || refused.length > 0) throw new Error(JSON.stringify(errors ?? refused));
    return data;
  };
}
