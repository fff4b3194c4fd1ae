// Training and prediction beside Keras and PyTorch, interleaved in one run: each round runs every contender once, in a
// process of its own, on the same random pictures; the table shows the best of the rounds' medians. Then a whole run from
// JPEG files to the last step, what checkpoints cost, and whether memory grows over many steps.
// UNTOIL_BENCH_ROUNDS (3), UNTOIL_BENCH_STEPS (12), UNTOIL_BENCH_PICTURES (250) and UNTOIL_BENCH_SOAK (1000 steps) make it
// shorter or longer.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { picture } from './pictures.mjs';
import { contend, contest } from './training/contest.mjs';
import { pythonPeers } from './training/python-peers.mjs';

const number = (name, usual) => Number(process.env[name] ?? usual);
const ROUNDS = number('UNTOIL_BENCH_ROUNDS', 3);
const STEPS = number('UNTOIL_BENCH_STEPS', 12);
const PICTURES = number('UNTOIL_BENCH_PICTURES', 250);
const SOAK = number('UNTOIL_BENCH_SOAK', 1000);
const RUN_STEPS = Math.max(2, Math.round(PICTURES / 12.5));
/** Steps between two checkpoints where a pipeline says nothing else. */
const CHECKPOINT_EVERY = 50;
const dataDir = resolve(process.env.UNTOIL_DATA_DIR || '.untoil');
const script = (name) => join(import.meta.dirname, 'training', name);
const say = (line = '') => process.stdout.write(`${line}\n`);
const { python, peers, missing } = pythonPeers(join(dataDir, 'bench'));
for (const line of missing) say(line);

const own = (engine, threads, precision) => ({
  key: `${engine} ${threads} ${precision}`,
  command: process.execPath,
  args: [script('own-engine.mjs'), engine, String(threads), precision, String(STEPS), dataDir],
});
const cores = availableParallelism();
/** Without instructions for it, a step in bfloat16 takes half a minute and says nothing. */
const computesHalf =
  !existsSync('/proc/cpuinfo') || /avx512_bf16|amx_bf16/.test(readFileSync('/proc/cpuinfo', 'utf8'));
const precisions = computesHalf ? ['FP32', 'BF16'] : ['FP32'];
if (!computesHalf) say('bfloat16 is skipped: this processor has no instructions for it.');
// On by itself only with AVX-512, and in our native engine: Keras gets the same.
process.env.TF_ENABLE_ONEDNN_OPTS ??= '1';
const contenders = [
  own('wasm', 1, 'FP32'),
  ...(cores > 1 ? [own('wasm', cores, 'FP32')] : []),
  // Serving gives TensorFlow half of the cores: one picture is answered sooner when no second thread is waited for.
  ...(cores > 1 ? [own('native', Math.floor(cores / 2), 'FP32')] : []),
  ...precisions.map((precision) => own('native', cores, precision)),
  ...precisions.flatMap((precision) =>
    peers.map((peer) => ({
      key: `${peer.module} ${precision}`,
      command: python,
      args: [script(peer.script), precision, String(STEPS)],
    })),
  ),
];

const machine = () =>
  `${cpus()[0]?.model}, ${cores} cores, Node ${process.versions.node}, load ${loadavg()[0].toFixed(1)}`;
const leftOut = (failed) => {
  for (const [key, why] of failed) say(`${key} is left out: ${why}`);
};

function engines() {
  const best = (a, b) => {
    const higher = Object.entries(b).map(([key, value]) => [
      key,
      key === 'name' ? value : Math.max(value, a[key]),
    ]);
    return Object.fromEntries(higher);
  };
  const { found, failed } = contest(
    contenders,
    ROUNDS,
    best,
    ({ name, train }) => `${name}: ${Math.round(train)} img/s`,
  );
  say(
    `\n${machine()}, ${ROUNDS} rounds, batch 100; images per second, and times Keras / times PyTorch of the same precision\n`,
  );
  say(
    '| | training | to Keras / PyTorch | predicting 1 | to Keras / PyTorch | predicting 100 | to Keras / PyTorch |',
  );
  say('|---|---|---|---|---|---|---|');
  for (const [key, figures] of found) {
    const precision = key.split(' ').at(-1);
    const cells = ['train', 'one', 'hundred'].flatMap((figure) => {
      const to = ['tensorflow', 'torch'].map((peer) => {
        const other = found.get(`${peer} ${precision}`)?.[figure];
        return other ? (figures[figure] / other).toFixed(2) : '-';
      });
      return [Math.round(figures[figure]), to.join(' / ')];
    });
    say(`| ${[figures.name, ...cells].join(' | ')} |`);
  }
  leftOut(failed);
}

async function wholeRuns() {
  const folder = mkdtempSync(join(tmpdir(), 'untoil-pictures-'));
  try {
    for (let n = 0; n < PICTURES; n++)
      writeFileSync(join(folder, `${n % 2}-${n}.jpg`), await picture(n % 2, n, 640, 480, 'jpeg'));
    const mine = (engine) => ({
      key: engine,
      command: process.execPath,
      args: [script('whole-run.mjs'), engine, folder, String(RUN_STEPS), dataDir],
    });
    const keras = peers.some(({ module }) => module === 'tensorflow')
      ? [{ key: 'keras', command: python, args: [script('keras_run.py'), folder, String(RUN_STEPS)] }]
      : [];
    const faster = (a, b) => (b.seconds < a.seconds ? b : a);
    const { found, failed } = contest(
      [mine('native'), ...keras, mine('wasm')],
      ROUNDS,
      faster,
      ({ name, seconds }) => `${name}: ${seconds.toFixed(2)} s`,
    );
    const reference = found.get('keras')?.seconds;
    say(
      `\n${PICTURES} JPEG pictures of 640x480, from decoding to the last of ${RUN_STEPS} steps of 100 (${machine()})\n`,
    );
    say(
      `| | seconds | of them decoding | times as fast as tf.data and Keras | a checkpoint each ${CHECKPOINT_EVERY} steps |`,
    );
    say('|---|---|---|---|---|');
    for (const { name, seconds, decode, checkpoint, step } of found.values()) {
      const cost = step
        ? `${((100 * checkpoint) / (CHECKPOINT_EVERY * step)).toFixed(2)} % of the time`
        : '-';
      const ratio = reference ? (reference / seconds).toFixed(2) : '-';
      say(`| ${name} | ${seconds.toFixed(2)} | ${decode?.toFixed(2) ?? '-'} | ${ratio} | ${cost} |`);
    }
    leftOut(failed);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function soak() {
  say(`\nMemory over ${SOAK} steps of 16 pictures, after a tenth of them and at the end\n`);
  say('| | resident MB | tensors |');
  say('|---|---|---|');
  for (const [engine, threads] of [
    ['native', cores],
    ['wasm', cores],
  ]) {
    const args = ['--expose-gc', script('soak.mjs'), engine, String(threads), String(SOAK), dataDir];
    const seen = contend({ command: process.execPath, args });
    if (typeof seen === 'string') say(`${engine} is left out: ${seen}`);
    else {
      const { name, early, late } = seen;
      const tensors = early.tensors === null ? 'none' : `${early.tensors} -> ${late.tensors}`;
      say(`| ${name} | ${early.mb.toFixed(0)} -> ${late.mb.toFixed(0)} | ${tensors} |`);
    }
  }
}

mkdirSync(dataDir, { recursive: true });
engines();
await wholeRuns();
soak();
