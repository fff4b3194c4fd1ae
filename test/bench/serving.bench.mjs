// Predictions of one picture at a fixed rate through the API, arrivals by the clock and not by the answers.
// UNTOIL_BENCH_RATE (200) and UNTOIL_BENCH_SECONDS (20) make it slower or shorter, UNTOIL_BENCH_ENGINE=wasm leaves the
// native library out, UNTOIL_DATA_DIR (.untoil) names the folder whose engines are used. Goal: p99 under 100 ms.
// Then how soon new requests meet the other model after a switch, at half the rate: goal 1 s, and no request lost.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { cpuOf } from './cpu-of.mjs';
import { bodies, serve } from './serving/scene.mjs';
import { lastStale, switchVersions } from './serving/switch-over.mjs';

const RATE = Number(process.env.UNTOIL_BENCH_RATE ?? 200);
const SECONDS = Number(process.env.UNTOIL_BENCH_SECONDS ?? 20);
const GOAL_MS = 100;
const SWITCHES = 40;
const SWITCH_GOAL_MS = 1000;
const PICTURES = [
  ['96x96 JPEG', 96, 96, 'jpeg'],
  ['92x112 PGM', 92, 112, 'pgm'],
  ['640x480 JPEG', 640, 480, 'jpeg'],
];

const enginesDir =
  process.env.UNTOIL_BENCH_ENGINE === 'wasm'
    ? null
    : resolve(process.env.UNTOIL_DATA_DIR || '.untoil', 'engines');
const at = (times, share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];

/** The worker's child that answers: the only one it has once nothing trains. */
function servingOf(worker) {
  return Number(readFileSync(`/proc/${worker}/task/${worker}/children`, 'utf8').trim().split(' ')[0]);
}

async function load(order) {
  const child = fork(join(import.meta.dirname, 'serving', 'open-loop.mjs'), { serialization: 'advanced' });
  child.send(order);
  const [result] = await once(child, 'message');
  return result;
}

const { url, headers, pids, databaseUrl, next, stop } = await serve({ enginesDir });
try {
  const serving = servingOf(pids.worker);
  process.stdout.write(
    `\n${cpus()[0]?.model}, ${availableParallelism()} cores, Node ${process.versions.node}; ${RATE} requests a second of one picture for ${SECONDS} s, open loop\n\n`,
  );
  process.stdout.write(
    '| picture | p50 ms | p95 ms | p99 ms | longest ms | failed | CPU ms of the API | of the serving process | load |\n|---|---|---|---|---|---|---|---|---|\n',
  );
  for (const [name, width, height, format] of PICTURES) {
    const order = { url, headers, rate: RATE, seconds: SECONDS, connections: 64 };
    const before = [cpuOf(pids.api), cpuOf(serving)];
    const { times, faults } = await load({ ...order, bodies: await bodies(40, width, height, format) });
    const asked = RATE * SECONDS + Math.min(200, RATE * 2);
    const cpu = [cpuOf(pids.api), cpuOf(serving)].map((now, i) => ((now - before[i]) / asked).toFixed(2));
    times.sort((a, b) => a - b);
    const [p50, p95, p99, longest] = [0.5, 0.95, 0.99, 1].map((share) => at(times, share));
    const failed = Object.entries(faults).map(([code, count]) => `${count} x ${code}`);
    process.stdout.write(
      `| ${name} | ${[p50, p95, p99, longest].map((ms) => ms?.toFixed(1) ?? '-').join(' | ')} | ${failed.join(', ') || 0} | ${cpu.join(' | ')} | ${loadavg()[0].toFixed(1)} |\n`,
    );
    if (!(p99 < GOAL_MS) || failed.length > 0)
      process.stdout.write(`over the goal of p99 under ${GOAL_MS} ms\n`);
  }
  await next();
  const asking = load({
    url,
    headers,
    rate: RATE / 2,
    seconds: SWITCHES / 2 + 2,
    connections: 64,
    bodies: await bodies(40, 92, 112, 'pgm'),
  });
  const switches = await switchVersions(databaseUrl, SWITCHES);
  const { answers, faults } = await asking;
  const stale = lastStale(switches, answers);
  const [p50, p95, longest] = [0.5, 0.95, 1].map((share) => at(stale, share));
  process.stdout.write(
    `\n${SWITCHES} switches between two loaded versions at ${RATE / 2} requests a second: the last question that met the other version came p50 ${p50.toFixed(0)}, p95 ${p95.toFixed(0)}, at most ${longest.toFixed(0)} ms after the commit; ${answers.length} answers, lost: ${JSON.stringify(faults)}\n`,
  );
  if (longest > SWITCH_GOAL_MS) process.stdout.write(`over the goal of ${SWITCH_GOAL_MS} ms\n`);
} finally {
  await stop();
}
