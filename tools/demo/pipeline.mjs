import { setTimeout as pause } from 'node:timers/promises';

const DATASET = 'demo-team';
const EVERY_MS = 2000;
const LONGEST_MS = 15 * 60_000;
const ENDED = new Set(['SUCCEEDED', 'FAILED', 'CANCELLED']);

const pipelineInput = (key, training) => ({
  key,
  service: 'demo-door',
  dataset: DATASET,
  training,
  trigger: { automatic: false },
  gate: { floorPercent: '40', minClassRecallPercent: '20' },
});

async function create(api, input) {
  const found = await api.ask('query ($key: String!) { pipeline(key: $key) { key } }', { key: input.key });
  if (!found.pipeline) await api.each('createPipeline', [{ ...input, idempotencyKey: `demo-${input.key}` }]);
}

async function run(api, key) {
  const { runPipeline } = await api.ask(
    `mutation ($key: String!) { runPipeline(key: $key, idempotencyKey: "demo-run-${key}") { run { id } userErrors { message } } }`,
    { key },
  );
  if (!runPipeline.run) throw new Error(runPipeline.userErrors.map(({ message }) => message).join(', '));
  return runPipeline.run.id;
}

async function waitForEnd(api, id, tell) {
  let told = 0;
  for (const until = Date.now() + LONGEST_MS; Date.now() < until; await pause(EVERY_MS)) {
    const { pipelineRun } = await api.ask(
      'query ($id: ID!) { pipelineRun(id: $id) { status progressPercent error } }',
      { id },
    );
    if (ENDED.has(pipelineRun.status)) return pipelineRun;
    if (Number(pipelineRun.progressPercent) >= told + 25) {
      told = Number(pipelineRun.progressPercent);
      tell(`first model ${Math.round(told)} %`);
    }
  }
  throw new Error('the first training does not end');
}

/** Lets the larger model train when nothing does, so that there is always a run to look at. */
export async function keepTraining(api) {
  const { pipeline } = await api.ask(
    '{ pipeline(key: "demo-door-v2") { runs(first: 1) { nodes { status } } } }',
  );
  if (ENDED.has(pipeline?.runs.nodes[0]?.status)) {
    await api.ask('mutation { runPipeline(key: "demo-door-v2") { userErrors { message } } }');
  }
}

/** Imports the drawn faces, trains a first model to LIVE, and leaves a larger one training. */
export async function seedPipeline(api, folder, tell) {
  const found = await api.ask('query ($key: String!) { dataset(key: $key) { key } }', { key: DATASET });
  if (!found.dataset) {
    const manifests = { trainingManifest: 'training.csv', validationManifest: 'validation.csv' };
    await api.each('importDataset', [
      { key: DATASET, root: folder, ...manifests, idempotencyKey: 'demo-dataset' },
    ]);
    await api.ask('mutation ($key: String!) { validateDataset(key: $key) { userErrors { message } } }', {
      key: DATASET,
    });
  }
  await create(api, pipelineInput('demo-door-v1', { batchSize: 50, steps: 400, learningRate: 0.0003 }));
  await create(
    api,
    pipelineInput('demo-door-v2', { architecture: 'SEED_5X5', batchSize: 100, steps: 2000, seed: 2 }),
  );
  const first = await waitForEnd(api, await run(api, 'demo-door-v1'), tell);
  tell(
    first.status === 'SUCCEEDED'
      ? 'first model trained'
      : `first training ended as ${first.status}: ${first.error}`,
  );
  await run(api, 'demo-door-v2');
  tell('a second training runs now');
}
