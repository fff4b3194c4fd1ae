// Many steps in one process: node soak.mjs <engine> <threads> <steps> <data folder>. Prints one line of JSON: memory and
// tensors after a tenth of the steps and after all of them; what grows in between is a leak.
import { join } from 'node:path';

const BATCH = 16;
const [engineName, threads, steps, dataDir] = process.argv.slice(2);
const dist = join(import.meta.dirname, '..', '..', '..', 'dist', 'libs', 'ml');
const load = (path) => import(join(dist, path));
const { networkPlan } = await load('engine/network.rules.js');
const { BatchRing } = await load('training/input/batch-ring.js');
const { openEngine } = await load('training/engines/open-engine.js');
const { loadNativeLibrary } = await load('training/native/library.js');
const { initialWeights } = await load('training/random/init.rules.js');
const { adamRate } = await load('training/loop/compute-engine.js');

const plan = networkPlan('SEED_3X3', 5);
const ring = BatchRing.create(BATCH, 1);
const batch = ring.slot(0);
for (let i = 0; i < batch.pixels.length; i++) batch.pixels[i] = Math.random();
for (let i = 0; i < BATCH; i++) batch.labels[i] = i % 5;
batch.mask.fill(1);
const enginesDir = join(dataDir, 'engines');
const { engine } = await openEngine({
  plan,
  rows: BATCH,
  ring: ring.handle,
  threads: Number(threads),
  engine: engineName,
  enginesDir,
});
await engine.restore({ weights: initialWeights(plan, 1) });
const library = engineName === 'native' ? loadNativeLibrary(enginesDir) : null;
const now = () => {
  globalThis.gc?.();
  return { mb: process.memoryUsage.rss() / 2 ** 20, tensors: library?.tf.memory().numTensors ?? null };
};
let early = now();
for (let t = 1; t <= Number(steps); t++) {
  await engine.step(batch, adamRate(1e-4, t));
  if (t === Math.ceil(Number(steps) / 10)) early = now();
}
const late = now();
const name = engine.name;
await engine.dispose();
process.stdout.write(`\n${JSON.stringify({ name, early, late })}\n`, () => process.exit(0));
