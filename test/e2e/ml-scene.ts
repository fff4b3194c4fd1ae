import { untilHolds } from '../harness/until-holds.js';
import type { TestApi } from '../harness/use-api.js';

/** What a run looks like from outside. */
export interface SeenRun {
  id: string;
  status: string;
  error: string | null;
  engine: string | null;
  trigger: string;
  progressPercent: string;
  steps: { name: string; status: string; detail: string | null }[];
  modelVersion: { id: string; number: number } | null;
}

const RUN = `id status error engine trigger progressPercent steps { name status detail } modelVersion { id number }`;

/** Imports a dataset whose manifests lie in root under their usual names. */
export async function importDataset(
  api: TestApi,
  key: string,
  root: string,
  files = 'training.csv,validation.csv',
) {
  const [trainingManifest, validationManifest] = files.split(',');
  const input = { key, root, trainingManifest, validationManifest };
  await api.must(
    `mutation ($input: ImportDatasetInput!) { importDataset(input: $input) { dataset { id } userErrors { code message } } }`,
    { input },
  );
}

/** Makes a pipeline on a dataset, with its service when that is not there yet. */
export async function createPipeline(
  api: TestApi,
  input: { key: string; dataset: string } & Record<string, unknown>,
) {
  await api.query(
    `mutation { createService(input: { key: "faces", name: "Faces" }) { userErrors { code } } }`,
  );
  await api.must(
    `mutation ($input: CreatePipelineInput!) { createPipeline(input: $input) { pipeline { id state } userErrors { code message path } } }`,
    { input: { service: 'faces', ...input } },
  );
}

/** Starts a run and answers with its id. */
export async function startRun(api: TestApi, key: string): Promise<string> {
  const started = await api.must(
    `mutation ($key: String!) { runPipeline(key: $key) { run { id status } userErrors { code message } } }`,
    { key },
  );
  return started.runPipeline.run.id;
}

/** Reads a run. */
export async function readRun(api: TestApi, id: string): Promise<SeenRun> {
  return (await api.must(`query ($id: ID!) { pipelineRun(id: $id) { ${RUN} } }`, { id })).pipelineRun;
}

/** Waits until a run has ended. */
export function endOfRun(api: TestApi, id: string): Promise<SeenRun> {
  return untilHolds(
    api,
    'run',
    () => readRun(api, id),
    ({ status }) => status !== 'QUEUED' && status !== 'RUNNING',
  );
}

/** Posts pictures to :predict and answers with status and body. */
export async function predict(api: TestApi, pipeline: string, pictures: readonly Buffer[], body?: string) {
  const response = await fetch(`${api.url}/v1/models/${pipeline}:predict`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${api.adminToken}` },
    body: body ?? JSON.stringify({ instances: pictures.map((one) => ({ b64: one.toString('base64') })) }),
  });
  return {
    status: response.status,
    version: response.headers.get('x-model-version'),
    body: await response.json(),
  };
}
