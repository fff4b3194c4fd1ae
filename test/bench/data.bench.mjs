// Data checks at scale, from validateDataset to the report, in a fresh worker for each size: CPU of the worker and of the
// database for each picture, and how far the worker's memory rises. UNTOIL_BENCH_PICTURES names the sizes (10000,20000),
// UNTOIL_BENCH_FORMAT jpeg (default) or pgm. Needs Linux. Goal: neither CPU for each picture nor memory grows with the size.
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { cpuOf, cpuOfFamily, forgetPeak, peakOf } from './cpu-of.mjs';
import { install } from './installation.mjs';
import { picture } from './pictures.mjs';

const SIZES = (process.env.UNTOIL_BENCH_PICTURES ?? '10000,20000').split(',').map(Number);
const FORMAT = process.env.UNTOIL_BENCH_FORMAT ?? 'jpeg';
const CLASSES = 20;
const DRAWN_AT_ONCE = 64;
const POLL_MS = 200;
const REPORT = `query ($key: String!) { dataset(key: $key) { checking report { usableTraining usableValidation findings { message } } } }`;

const say = (line) => process.stdout.write(`${line}\n`);
const since = (moment) => (performance.now() - moment) / 1000;

/** Draws so many pictures into a folder; answers with the lines of a manifest. */
async function draw(root, count) {
  const lines = [];
  for (let number = 0; number < count; number += DRAWN_AT_ONCE) {
    const few = Array.from({ length: Math.min(DRAWN_AT_ONCE, count - number) }, async (_, i) => {
      const label = (number + i) % CLASSES;
      const folder = join(root, String(Math.floor(number / 4096)));
      mkdirSync(folder, { recursive: true });
      const path = join(folder, `${number + i}.${FORMAT}`);
      writeFileSync(path, await picture(label, number + i, 96, 96, FORMAT));
      return `${path.slice(root.length + 1)},class-${label},${label}`;
    });
    lines.push(...(await Promise.all(few)));
  }
  return lines;
}

async function bring(ask, root, key, lines) {
  const isValidation = (_, i) => Math.floor(i / CLASSES) % 10 === 9;
  const write = (split, list) => writeFileSync(join(root, `${key}.${split}.csv`), `${list.join('\n')}\n`);
  write(
    'training',
    lines.filter((line, i) => !isValidation(line, i)),
  );
  write('validation', lines.filter(isValidation));
  const input = {
    key,
    root,
    trainingManifest: `${key}.training.csv`,
    validationManifest: `${key}.validation.csv`,
  };
  await ask(
    `mutation ($input: ImportDatasetInput!) { importDataset(input: $input) { userErrors { message } } }`,
    { input },
  );
}

async function validate(ask, key) {
  await ask(`mutation ($key: String!) { validateDataset(key: $key) { userErrors { message } } }`, { key });
  for (;;) {
    const { dataset } = await ask(REPORT, { key });
    if (!dataset.checking && dataset.report) return dataset.report;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Checks the first `lines` in a fresh worker: one row of the table. */
async function measure({ ask, start, end, databasePid }, root, lines) {
  const key = `faces-${lines.length}`;
  await bring(ask, root, key, lines);
  const worker = await start('worker');
  const memory = forgetPeak(worker.pid);
  const used = () => [cpuOf(worker.pid), cpuOfFamily(databasePid)];
  const before = used();
  const moment = performance.now();
  const { usableTraining, usableValidation, findings } = await validate(ask, key);
  const seconds = since(moment);
  const each = used().map((now, i) => ((now - before[i]) / lines.length).toFixed(2));
  const rise = peakOf(worker.pid) - memory;
  await end(worker);
  if (usableTraining + usableValidation !== lines.length)
    throw new Error(`some pictures cannot be used: ${JSON.stringify(findings)}`);
  return `| ${lines.length} | ${seconds.toFixed(0)} | ${each.join(' | ')} | ${memory.toFixed(0)} | ${rise.toFixed(0)} | ${loadavg()[0].toFixed(1)} |`;
}

const installation = await install();
try {
  await installation.start('api');
  const root = join(installation.folder, 'faces');
  const moment = performance.now();
  const lines = await draw(root, Math.max(...SIZES));
  say(`\n${cpus()[0]?.model}, ${availableParallelism()} cores, Node ${process.versions.node}`);
  say(`${lines.length} pictures of 96x96 (${FORMAT}) drawn in ${since(moment).toFixed(0)} s\n`);
  say('| pictures | seconds | CPU ms for each: worker | database | worker before, MiB | rise, MiB | load |');
  say('|---|---|---|---|---|---|---|');
  for (const size of SIZES) say(await measure(installation, root, lines.slice(0, size)));
} finally {
  await installation.stop();
}
