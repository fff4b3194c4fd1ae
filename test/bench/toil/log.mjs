// CPU of the server process for one logWork, against plain Fastify and pg that insert the same row with nothing of ours.
import { loadavg } from 'node:os';
import autocannon from 'autocannon';
import { cpuOf, median } from '../cpu-of.mjs';
import { headers, say } from './stage.mjs';

// Both are compiled by the engine while they run; the first rounds measure the compiler.
const WARM_UP = 3;
const ROUNDS = Number(process.env.UNTOIL_BENCH_ROUNDS ?? 7);
const REQUESTS = Number(process.env.UNTOIL_BENCH_REQUESTS ?? 3000);
const QUERY =
  'mutation($i: LogWorkInput!) { logWork(input: $i) { entry { id version } userErrors { code } } }';
// A hundred people take turns, as they do: one person's week is written by one at a time.
const ROWS = Array.from({ length: 100 }, (_, n) => ({
  person: `person-${n + 1}`,
  service: `service-${1 + (n % 60)}`,
  workClass: 'TOIL',
  start: '2026-08-03T01:00:00Z',
  end: '2026-08-03T02:00:00Z',
}));

async function cpuPerWrite({ pid, url }, bodyOf) {
  const before = cpuOf(pid);
  const requests = ROWS.map((row) => ({ body: JSON.stringify(bodyOf(row)) }));
  const result = await autocannon({
    url,
    method: 'POST',
    headers,
    requests,
    amount: REQUESTS,
    connections: 10,
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return (cpuOf(pid) - before) / REQUESTS;
}

/** Prints the figures of logging; the contenders take turns, so that a busy machine hurts both alike. */
export default async function logging(house) {
  const { client, apiServer, plainServer } = await house.stage('writes');
  const [ours, plain] = [await apiServer(), await plainServer()];
  const turns = [
    () => cpuPerWrite(plain, (row) => row),
    () => cpuPerWrite(ours, (row) => ({ query: QUERY, variables: { i: row } })),
  ];
  for (let round = 0; round < WARM_UP; round++) for (const turn of turns) await turn();
  const figures = turns.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, turn] of turns.entries()) figures[index].push(await turn());
  }
  const [raw, full] = figures.map(median);
  const { rows } = await client.query(`select count(*)::int from audit_record where action = 'work.log'`);
  if (rows[0].count < (WARM_UP + ROUNDS) * REQUESTS) throw new Error('a logWork was not kept');
  say(
    `logWork: ${full.toFixed(3)} ms of CPU, plain insert ${raw.toFixed(3)} ms = ${(full / raw).toFixed(2)}x (medians of ${ROUNDS} rounds of ${REQUESTS}, load ${loadavg()[0].toFixed(1)}; goal 4)`,
  );
}
