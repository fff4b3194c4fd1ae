import { setTimeout as pause } from 'node:timers/promises';
import { Api } from './api.mjs';

const EVERY_MS = 1000;
const TRAINED_AGAIN = 'demo-door-v2';
const ENDED = new Set(['SUCCEEDED', 'FAILED', 'CANCELLED']);

const stateOf = async (api) =>
  (await api.ask('{ sampleData { status offered stage progressPercent error } }')).sampleData;

/** Follows the loading to its end; a worker does it, as it does for whoever asks in the browser. */
async function load(api, tell) {
  await api.ask(
    `mutation { updateOrganization(input: { name: "Sample organisation", reportingZone: "Asia/Seoul" }) { userErrors { message } } }`,
  );
  await api.ask('mutation { loadSampleData { userErrors { message } } }');
  let told = '';
  for (;;) {
    const { status, stage, progressPercent, error } = await stateOf(api);
    if (error) throw new Error(error);
    if (status !== 'LOADING') return tell('the sample organisation is complete, a first training runs');
    if (stage !== told) tell(`${stage.toLowerCase()} (${progressPercent} %)`);
    told = stage;
    await pause(EVERY_MS);
  }
}

/** Lets the larger model train when nothing does, so that there is always a run to look at. */
async function keepTraining(api) {
  const { pipelines } = await api.ask(
    '{ pipelines(first: 20) { nodes { key runs(first: 1) { nodes { status } } } } }',
  );
  const last = ({ runs }) => runs.nodes[0]?.status;
  if (pipelines.nodes.some((one) => last(one) && !ENDED.has(last(one)))) return false;
  const again = pipelines.nodes.find(({ key }) => key === TRAINED_AGAIN);
  if (again) await api.ask(`mutation { runPipeline(key: "${TRAINED_AGAIN}") { userErrors { message } } }`);
  return true;
}

/** Has an empty installation filled with the sample organisation; one that somebody works with stays as it is. */
export async function seed({ address, token, tell }) {
  const api = new Api(address, token);
  const { status, offered } = await stateOf(api);
  if (status === 'NONE' && !offered)
    return tell('this installation has data of its own: no sample data is added');
  if (status === 'LOADED') tell('the sample organisation is there already');
  else await load(api, tell);
  while (!(await keepTraining(api))) await pause(EVERY_MS);
  tell('the larger model is training');
}
