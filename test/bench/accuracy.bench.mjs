// Accuracy on real faces: trains orl5 and orl40 with several seeds and prints mean and spread. UNTOIL_TEST_FACES names the
// folder with the manifests (skipped without it); UNTOIL_BENCH_SEEDS (5) and UNTOIL_BENCH_SPEC (JSON) change the trainings.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const faces = process.env.UNTOIL_TEST_FACES;
if (!faces) {
  process.stdout.write('Skipped: UNTOIL_TEST_FACES names no folder with faces.\n');
  process.exit(0);
}
const SEEDS = Number(process.env.UNTOIL_BENCH_SEEDS ?? 5);
const SETS = {
  orl5: { classes: 5, batchSize: 20, steps: 200 },
  orl40: { classes: 40, batchSize: 64, steps: 600 },
};
const RECIPE = {
  architecture: 'SEED_3X3',
  learningRate: 1e-3,
  keepProb: 0.7,
  augment: true,
  checkpointEverySteps: 200,
  inputSize: 96,
};
const dist = join(import.meta.dirname, '..', '..', 'dist', 'libs', 'ml');
const { startTrainer } = await import(join(dist, 'training', 'index.js'));
const { decodePicture } = await import(join(dist, 'image', 'decode-picture.js'));
const dataDir = resolve(process.env.UNTOIL_DATA_DIR || '.untoil');
const policy = { sizePolicy: 'RESIZE', expandGrey: true };
const wanted = process.env.UNTOIL_BENCH_SETS?.split(',') ?? Object.keys(SETS);

async function pack(set, split, folder) {
  const rows = readFileSync(join(faces, `${set}_${split}.csv`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const pictures = [];
  for (const [path] of rows)
    pictures.push((await decodePicture(readFileSync(join(faces, path)), policy, path)).pixels);
  const files = {
    pixels: join(folder, `${set}.${split}.pixels`),
    labels: join(folder, `${set}.${split}.labels`),
    rows: rows.length,
  };
  writeFileSync(files.pixels, Buffer.concat(pictures));
  writeFileSync(files.labels, Buffer.from(Int32Array.from(rows, (row) => Number(row[2])).buffer));
  return files;
}

const folder = mkdtempSync(join(tmpdir(), 'untoil-accuracy-'));
try {
  for (const set of wanted) {
    const files = {
      training: await pack(set, 'training', folder),
      validation: await pack(set, 'validation', folder),
      dataDigest: set,
    };
    const right = [];
    for (let seed = 1; seed <= SEEDS; seed++) {
      const spec = { ...RECIPE, ...SETS[set], ...JSON.parse(process.env.UNTOIL_BENCH_SPEC ?? '{}'), seed };
      const order = {
        spec,
        files,
        checkpointDir: join(folder, `${set}-${seed}`),
        enginesDir: join(dataDir, 'engines'),
      };
      const outcome = await startTrainer(order).outcome;
      if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
      const { validationAccuracy, seconds, imagesPerSecond, engine } = outcome.result;
      right.push(validationAccuracy);
      process.stdout.write(
        `${set} seed ${seed}: ${(validationAccuracy * 100).toFixed(2)} % of ${files.validation.rows}, ${spec.steps} steps, ${seconds.toFixed(0)} s, ${Math.round(imagesPerSecond)} img/s, ${engine.name}\n`,
      );
      rmSync(order.checkpointDir, { recursive: true });
    }
    const mean = right.reduce((sum, value) => sum + value, 0) / right.length;
    const spread = Math.sqrt(
      right.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, right.length - 1),
    );
    process.stdout.write(
      `${set}: mean ${(mean * 100).toFixed(2)} %, standard deviation ${(spread * 100).toFixed(2)}, lowest ${(Math.min(...right) * 100).toFixed(2)} %\n`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
