import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Api } from './api.mjs';
import { Calendar, mondayOf } from './calendar.mjs';
import { writeFaces } from './faces/write.mjs';
import { seedIncidents } from './incidents.mjs';
import { seedOrganisation } from './organisation.mjs';
import { keepTraining, seedPipeline } from './pipeline.mjs';
import { Sequence } from './random.mjs';
import { seedAutomation, seedCandidates, seedReports, seedWork } from './work.mjs';

const SEED = 7;

/** Where the sample stands: its Monday and its now (kept over interruptions), and whether it is complete. */
class Progress {
  constructor(dataDir) {
    this.file = join(dataDir, 'demo.json');
    this.note = existsSync(this.file) ? JSON.parse(readFileSync(this.file, 'utf8')) : null;
  }

  write(note) {
    this.note = note;
    writeFileSync(this.file, JSON.stringify(note));
  }
}

/** An installation that somebody already works with gets no sample data mixed into its totals. */
async function hasOwnData(api) {
  const { services } = await api.ask('{ services(first: 100) { nodes { key } } }');
  return services.nodes.some(({ key }) => !key.startsWith('demo-'));
}

/** Fills an empty installation with the sample organisation through the public API; goes on where it was interrupted. */
export async function seed({ address, token, dataDir, facesDir, tell }) {
  const api = new Api(address, token);
  const progress = new Progress(dataDir);
  if (progress.note?.complete) {
    await keepTraining(api);
    return tell('the sample organisation is there already');
  }
  if (await hasOwnData(api)) return tell('this installation has data of its own: no sample data is added');
  if (!progress.note) {
    const now = new Date();
    progress.write({ monday: mondayOf(now).toISOString(), now: now.toISOString(), complete: false });
  }
  const { monday, now = monday } = progress.note;
  const calendar = new Calendar(monday, new Date(now));
  await writeFaces(facesDir);
  await seedOrganisation(api, calendar);
  // The training takes longest and needs no history: both go on side by side.
  const pipeline = seedPipeline(api, facesDir, tell);
  const history = (async () => {
    await seedIncidents(api, calendar, new Sequence(SEED));
    await seedAutomation(api, calendar, new Sequence(SEED + 1));
    await seedCandidates(api);
    await seedReports(api, calendar, new Sequence(SEED + 2));
    await seedWork(api, calendar, new Sequence(SEED + 3), tell);
    tell('work, incidents and reports of six months are in');
  })();
  await Promise.all([pipeline, history]);
  progress.write({ ...progress.note, complete: true });
  tell('the sample organisation is complete');
}
