import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install } from '../installation.mjs';
import { picture } from '../pictures.mjs';

/** Bodies of predict requests with one picture each. */
export function bodies(count, width, height, format) {
  return Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const b64 = (await picture(n % 2, 1000 + n, width, height, format)).toString('base64');
      return JSON.stringify({ instances: [{ b64 }] });
    }),
  );
}

/**
 * Database, API and worker of the bench's own, with a model live at `url`; `next` trains another that goes live at once,
 * `stop` removes all of it.
 */
export async function serve({ enginesDir }) {
  const installation = await install({ enginesDir });
  const { url, headers, start, stop } = installation;
  try {
    const api = await start('api');
    const worker = await start('worker');
    await train(installation);
    const predict = `${url}/v1/models/bars:predict`;
    await untilAnswered(predict, headers);
    const next = () => trainNext(installation);
    const { databaseUrl } = installation;
    return { url: predict, headers, pids: { api: api.pid, worker: worker.pid }, databaseUrl, next, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function train({ folder, ask }) {
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
  const input = { key: 'bars', root, trainingManifest: 'training.csv', validationManifest: 'validation.csv' };
  await ask(
    `mutation ($input: ImportDatasetInput!) { importDataset(input: $input) { userErrors { code message } } }`,
    { input },
  );
  await ask(
    `mutation { createService(input: { key: "faces", name: "Faces" }) { userErrors { code message } } }`,
  );
  const gate = {
    floorPercent: '0',
    minClassRecallPercent: '0',
    baselineTolerancePercent: '100',
    marginPercent: '100',
  };
  const deployment = { shadowRequests: 0, shadowHours: 0, canaryPercents: [] };
  const training = { batchSize: 10, steps: 60, learningRate: 0.001, augment: false };
  await ask(
    `mutation ($input: CreatePipelineInput!) { createPipeline(input: $input) { userErrors { code message } } }`,
    { input: { key: 'bars', service: 'faces', dataset: 'bars', gate, training, deployment } },
  );
  await run(ask);
}

/** A second version, of more pictures: equal pictures would not be trained again. */
async function trainNext({ folder, ask }) {
  const root = join(folder, 'pictures');
  const manifest = join(root, 'training.csv');
  for (let n = 40; n < 45; n++) {
    for (const label of [0, 1]) {
      writeFileSync(join(root, `${label}-${n}.jpg`), await picture(label, 7 * n, 96, 96, 'jpeg'));
      appendFileSync(manifest, `${label}-${n}.jpg,class-${label},${label}\n`);
    }
  }
  await ask(`mutation { validateDataset(key: "bars") { userErrors { code message } } }`);
  await until(async () => {
    const { dataset } = await ask(`{ dataset(key: "bars") { report { usableTraining } } }`);
    return dataset.report?.usableTraining === 50;
  });
  await run(ask);
  await until(async () => {
    const { pipeline } = await ask(`{ pipeline(key: "bars") { live { number } } }`);
    return pipeline.live.number === 2;
  });
}

async function run(ask) {
  const { runPipeline } = await ask(
    `mutation { runPipeline(key: "bars") { run { id } userErrors { code message } } }`,
  );
  await until(async () => {
    const { pipelineRun } = await ask(`query ($id: ID!) { pipelineRun(id: $id) { status error } }`, {
      id: runPipeline.run.id,
    });
    if (!['QUEUED', 'RUNNING', 'SUCCEEDED'].includes(pipelineRun.status)) throw new Error(pipelineRun.error);
    return pipelineRun.status === 'SUCCEEDED';
  });
}

async function until(holds) {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 200));
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
