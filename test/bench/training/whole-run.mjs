// A whole run of ours from JPEG files to the last step: node whole-run.mjs <engine> <folder> <steps> <data folder>.
// Files are named <class>-<number>.jpg. Prints one line of JSON: seconds, and what one checkpoint and one step cost.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BATCH = 100;
const DECODES_AT_ONCE = 8;
const [engine, folder, steps, dataDir] = process.argv.slice(2);
const dist = join(import.meta.dirname, '..', '..', '..', 'dist', 'libs', 'ml');
const load = (path) => import(join(dist, path));
const { decodePicture } = await load('image/decode-picture.js');
const { train } = await load('training/loop/train.js');
const { chooseEngine } = await load('training/engines/open-engine.js');
const enginesDir = join(dataDir, 'engines');
// Loads the library and proves the engine, as importing it does for the others; not part of the time.
await chooseEngine({ engine, enginesDir });

const work = mkdtempSync(join(tmpdir(), 'untoil-whole-'));
const began = performance.now();
const names = readdirSync(folder).sort();
const pictures = [];
const policy = { sizePolicy: 'RESIZE', expandGrey: true };
for (let i = 0; i < names.length; i += DECODES_AT_ONCE) {
  const few = names
    .slice(i, i + DECODES_AT_ONCE)
    .map((name) => decodePicture(readFileSync(join(folder, name)), policy, name));
  for (const { pixels } of await Promise.all(few)) pictures.push(pixels);
}
const split = (name, count) => {
  const [pixels, labels] = [join(work, `${name}.pixels`), join(work, `${name}.labels`)];
  writeFileSync(pixels, Buffer.concat(pictures.slice(0, count)));
  const classes = Int32Array.from(names.slice(0, count), (file) => Number(file.split('-')[0]));
  writeFileSync(labels, Buffer.from(classes.buffer));
  return { pixels, labels, rows: count };
};
const files = {
  training: split('training', names.length),
  validation: split('validation', 1),
  dataDigest: 'bench',
};
const decoded = performance.now();
const spec = {
  architecture: 'SEED_3X3',
  classes: 2,
  batchSize: BATCH,
  steps: Number(steps),
  learningRate: 1e-4,
  keepProb: 0.7,
  seed: 1,
  checkpointEverySteps: Number(steps),
  augment: true,
  inputSize: 96,
};
let checkpoint = 0;
const emit = (event) => {
  if (event.kind === 'checkpoint') checkpoint = event.seconds;
};
const order = { spec, files, engine, enginesDir, checkpointDir: join(work, 'run') };
const outcome = await train(order, { emit, signal: new AbortController().signal, now: Date.now });
const ended = performance.now();
rmSync(work, { recursive: true });
if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
const figures = {
  name: `Untoil, ${outcome.result.engine.name}`,
  seconds: (ended - began) / 1000,
  decode: (decoded - began) / 1000,
  checkpoint,
  step: BATCH / outcome.result.imagesPerSecond,
};
process.stdout.write(`\n${JSON.stringify(figures)}\n`, () => process.exit(0));
