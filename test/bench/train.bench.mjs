// Training and prediction beside Keras and PyTorch, interleaved in one run: each round runs every contender once, in a
// process of its own, on the same random pictures; the table shows the best of the rounds' medians.
// UNTOIL_BENCH_ROUNDS (3) and UNTOIL_BENCH_STEPS (12) make it shorter or longer.
import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { pythonPeers } from './training/python-peers.mjs';

const ROUNDS = Number(process.env.UNTOIL_BENCH_ROUNDS ?? 3);
const STEPS = process.env.UNTOIL_BENCH_STEPS ?? '12';
const dataDir = resolve(process.env.UNTOIL_DATA_DIR || '.untoil');
const script = (name) => join(import.meta.dirname, 'training', name);
const { python, peers, missing } = pythonPeers(join(resolve('.untoil'), 'bench'));
for (const line of missing) process.stdout.write(`${line}\n`);

const own = (engine, threads, precision) => ({
  key: `${engine} ${threads} ${precision}`,
  command: process.execPath,
  args: [script('own-engine.mjs'), engine, String(threads), precision, STEPS, dataDir],
});
const cores = availableParallelism();
const contenders = [
  own('wasm', 1, 'FP32'),
  ...(cores > 1 ? [own('wasm', cores, 'FP32')] : []),
  own('native', cores, 'FP32'),
  own('native', cores, 'BF16'),
  ...['FP32', 'BF16'].flatMap((precision) =>
    peers.map((peer) => ({
      key: `${peer.module} ${precision}`,
      command: python,
      args: [script(peer.script), precision, STEPS],
    })),
  ),
];

const best = new Map();
const failed = new Map();
for (let round = 1; round <= ROUNDS; round++) {
  for (const { key, command, args } of contenders) {
    if (failed.has(key)) continue;
    const child = spawnSync(command, args, { encoding: 'utf8', timeout: 300_000 });
    const line = child.stdout.trim().split('\n').at(-1);
    if (child.status !== 0 || !line?.startsWith('{')) {
      const why =
        child.stderr.split('\n').findLast((text) => /rror/.test(text)) ??
        `ended with ${child.signal ?? child.status}`;
      failed.set(key, why.trim());
      continue;
    }
    const { name, ...figures } = JSON.parse(line);
    const before = best.get(key)?.figures;
    for (const [figure, value] of Object.entries(figures))
      figures[figure] = Math.max(value, before?.[figure] ?? 0);
    best.set(key, { name, figures });
    process.stdout.write(`round ${round}  ${name}: ${Math.round(figures.train)} img/s\n`);
  }
}

const reference = best.get('tensorflow FP32')?.figures.train;
process.stdout.write(
  `\n${cpus()[0]?.model}, ${cores} cores, Node ${process.versions.node}, ${ROUNDS} rounds, batch 100\n\n`,
);
process.stdout.write(
  '| | training img/s | to Keras float32 | predicting 1 | predicting 100 |\n|---|---|---|---|---|\n',
);
for (const { name, figures } of best.values()) {
  const ratio = reference ? (figures.train / reference).toFixed(2) : '-';
  process.stdout.write(
    `| ${name} | ${Math.round(figures.train)} | ${ratio} | ${Math.round(figures.one)} | ${Math.round(figures.hundred)} |\n`,
  );
}
for (const [key, why] of failed) process.stdout.write(`${key} is left out: ${why}\n`);
