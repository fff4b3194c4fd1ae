// How long a report of 26 weeks takes, against computing the same from the raw rows in SQL, and whether it grows with the table.
import { median } from '../cpu-of.mjs';
import { LARGE, SMALL, say, seconds, sql } from './stage.mjs';

const RANGE = { from: '2026-03-30', to: '2026-09-28' };
/** Two sessions write, because there are two cores at least. */
const WRITERS = 2;

async function fill({ client, connect }, from, to) {
  const started = performance.now();
  const text = sql('entries.sql');
  const step = Math.ceil((to - from + 1) / WRITERS);
  const parts = Array.from({ length: WRITERS }, async (_, i) => {
    const writer = await connect();
    const [first, last] = [from + i * step, Math.min(to, from + (i + 1) * step - 1)];
    await writer.query('set synchronous_commit to off');
    await writer.query(text.replace('FROM_ENTRY', first).replace('TO_ENTRY', last));
    await writer.end();
  });
  await Promise.all(parts);
  await client.query('vacuum analyze work_entry');
  return seconds(started);
}

async function rebuild({ api, client, platform, toil }) {
  const keeper = api.get(toil.RollupKeeper);
  const transactions = api.get(platform.Transactions);
  await client.query('delete from rollup_state');
  const started = performance.now();
  while ((await transactions.run((tx) => keeper.refresh(tx))) > 0);
  await transactions.run((tx) => keeper.compact(tx));
  const took = seconds(started);
  for (const table of ['service_day', 'service_week', 'person_week'])
    await client.query(`vacuum analyze ${table}`);
  const { rows } = await client.query('select count(*)::int as weeks from person_week');
  return { took, weeks: rows[0].weeks };
}

async function ask({ api, platform, toil }) {
  const reports = api.get(toil.ToilReports);
  const transactions = api.get(platform.Transactions);
  const times = [];
  let answer;
  for (let round = 0; round < 110; round++) {
    const started = performance.now();
    answer = await transactions.run(async (tx) => {
      await tx.query('set transaction isolation level repeatable read, read only');
      return reports.report(tx, RANGE);
    });
    if (round >= 10) times.push(performance.now() - started);
  }
  return { ms: median(times), answer };
}

async function recompute({ client }) {
  const times = [];
  let rows;
  for (let round = 0; round < 3; round++) {
    const started = performance.now();
    const { from, to } = RANGE;
    ({ rows } = await client.query(sql('recompute.sql'), [`${from}T00:00:00+09:00`, `${to}T00:00:00+09:00`]));
    times.push(performance.now() - started);
  }
  const total = rows.filter((row) => row.winner === 1).reduce((sum, row) => sum + Number(row.seconds), 0);
  return { ms: median(times), total };
}

/** Fills up to a number of entries, rolls them up from nothing and asks. */
async function measure(stage, from, to) {
  const written = await fill(stage, from, to);
  const { took, weeks } = await rebuild(stage);
  const { ms, answer } = await ask(stage);
  return { written, rate: (to - from + 1) / written, took, weeks, ms, answer };
}

/** Prints the figures of reports. */
export default async function report(stage) {
  const small = await measure(stage, 1, SMALL);
  const large = await measure(stage, SMALL + 1, LARGE);
  const raw = await recompute(stage);
  const counted = large.answer.total.numeratorSeconds;
  if (Math.abs(counted - raw.total) > 60)
    throw new Error(`the report says ${counted} s, the raw rows ${raw.total} s`);
  const row = (what, ...figures) =>
    say(`${what.padEnd(44)}${figures.map((text) => text.padStart(14)).join('')}`);
  row('report of 26 weeks over 60 services', `${SMALL}`, `${LARGE}`, 'goal');
  row('  median of 100, ms', small.ms.toFixed(1), large.ms.toFixed(1), '30');
  row('  growth', '', `${(large.ms / small.ms).toFixed(2)}x`, '1.3x');
  row('  the same from the raw rows in SQL, ms', '', raw.ms.toFixed(0), '');
  row('  times faster', '', `${(raw.ms / large.ms).toFixed(0)}x`, '100x');
  row('  toil counted by both, h', '', (counted / 3600).toFixed(0), (raw.total / 3600).toFixed(0));
  row('roll-ups from nothing, s', small.took.toFixed(1), large.took.toFixed(1), '');
  row('  person-weeks', `${small.weeks}`, `${large.weeks}`, '');
  row('entries written, s', small.written.toFixed(1), large.written.toFixed(1), '');
}
