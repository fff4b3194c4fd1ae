// One of our engines on random pictures: node own-engine.mjs <wasm|native> <threads> <FP32|BF16> <steps> <data folder>.
// Prints one line of JSON: img/s of training at batch 100, and of predictions one by one and 100 at a time.
import { join } from 'node:path';
import { measure, picturesPerSecond } from './measure.mjs';

const BATCH = 100;
const PICTURE = 96 * 96 * 3;
const [engineName, threads, precision, steps, dataDir] = process.argv.slice(2);
const dist = join(import.meta.dirname, '..', '..', '..', 'dist', 'libs', 'ml');
const load = (path) => import(join(dist, path));
const { networkPlan } = await load('engine/network.rules.js');
const { BatchRing } = await load('training/input/batch-ring.js');
const { openEngine } = await load('training/engines/open-engine.js');
const { initialWeights } = await load('training/random/init.rules.js');
const { dropoutRow } = await load('training/random/dropout.rules.js');
const { adamRate } = await load('training/loop/compute-engine.js');

const plan = networkPlan('SEED_3X3', 5);
const ring = BatchRing.create(BATCH, 1);
const batch = ring.slot(0);
for (let i = 0; i < batch.pixels.length; i++) batch.pixels[i] = Math.random();
for (let i = 0; i < BATCH; i++) batch.labels[i] = Math.floor(Math.random() * 5);
for (let row = 0; row < BATCH; row++)
  dropoutRow(batch.mask.subarray(row * 256, (row + 1) * 256), 1, 0, row, 0.7);
const request = {
  plan,
  threads: Number(threads),
  engine: engineName,
  precision,
  enginesDir: join(dataDir, 'engines'),
};
const { engine } = await openEngine({ ...request, rows: BATCH, ring: ring.handle });
const weights = initialWeights(plan, 1);
await engine.restore({ weights });
let t = 0;
const step = () => engine.step(batch, adamRate(1e-4, ++t));
const training = await measure(step, Number(steps));
await engine.dispose();

const pixels = new Uint8Array(BATCH * PICTURE).map(() => Math.random() * 256);
const { engine: predictor } = await openEngine({ ...request, rows: BATCH, ring: null });
await predictor.restore({ weights });
const single = await measure(() => predictor.probabilities(pixels.subarray(0, PICTURE)), 100);
const many = await measure(() => predictor.probabilities(pixels), 40);
await predictor.dispose();
const name =
  engineName === 'native' ? `${engine.name}, ${threads} thread${threads === '1' ? '' : 's'}` : engine.name;
process.stdout.write(
  `\n${JSON.stringify({ name, ...picturesPerSecond({ train: [training, BATCH], one: [single, 1], hundred: [many, BATCH] }) })}\n`,
  () => process.exit(0),
);
