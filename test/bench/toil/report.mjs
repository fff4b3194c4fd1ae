// How long reports of 26 weeks take, against computing the same from the raw rows in SQL, and whether they grow with the table.
import { cpuOf, median } from '../cpu-of.mjs';
import { LARGE, SMALL, say, seconds, sql } from './stage.mjs';

const RANGE = { from: '2026-03-30', to: '2026-09-28' };
/** Two sessions write, because there are two cores at least. */
const WRITERS = 2;
const ROUNDS = Number(process.env.UNTOIL_BENCH_REPORTS ?? 100);
const WARM_UP = 10;

/** Entries are recorded a day after they were done. */
const QUESTIONS = [
  ['plain', {}],
  ['by weeks', { weeks: true }],
  ['business hours', { timeBand: 'BUSINESS' }],
  ['combined', { combined: true }],
  ['as of the end, nothing came later', { asOf: new Date('2026-09-29T00:00:00Z') }],
  ['as of a week before the end', { asOf: new Date('2026-09-20T00:00:00Z') }],
  ['as of the middle', { asOf: new Date('2026-07-01T00:00:00Z') }],
  ['combined, as of the end', { combined: true, asOf: new Date('2026-09-29T00:00:00Z') }],
];

async function fill({ client, connect }, entries) {
  const { rows } = await client.query('select count(*)::int as entries from work_entry');
  if (rows[0].entries === entries) return null;
  if (rows[0].entries > 0) throw new Error(`there are ${rows[0].entries} entries, not ${entries}`);
  const started = performance.now();
  const text = sql('entries.sql');
  const step = Math.ceil(entries / WRITERS);
  const parts = Array.from({ length: WRITERS }, async (_, i) => {
    const writer = await connect();
    const [first, last] = [1 + i * step, Math.min(entries, (i + 1) * step)];
    await writer.query('set synchronous_commit to off');
    await writer.query(text.replace('FROM_ENTRY', first).replace('TO_ENTRY', last));
    await writer.end();
  });
  await Promise.all(parts);
  await client.query('vacuum analyze work_entry');
  return seconds(started);
}

async function rebuild({ api, client, platform, toil }, afresh) {
  const keeper = api.get(toil.RollupKeeper);
  const transactions = api.get(platform.Transactions);
  if (afresh) await client.query('delete from rollup_state');
  const started = performance.now();
  while ((await transactions.run((tx) => keeper.refresh(tx))) > 0);
  await transactions.run((tx) => keeper.compact(tx));
  const took = seconds(started);
  for (const table of ['service_day', 'service_week', 'person_week', 'snippet', 'survey_answer'])
    await client.query(`vacuum analyze ${table}`);
  const { rows } = await client.query('select count(*)::int as weeks from person_week');
  return { took, weeks: rows[0].weeks };
}

async function ask({ api, platform, toil }, { weeks, ...question }) {
  const reports = api.get(toil.ToilReports);
  const started = performance.now();
  const answer = await api.get(platform.Transactions).run(async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only');
    const report = await reports.report(tx, { ...RANGE, ...question });
    if (weeks) await report.weeks(tx);
    return report;
  });
  return { ms: performance.now() - started, answer };
}

/** CPU of the sessions of a stage's database, milliseconds. */
async function cpuOfDatabase({ client }) {
  const { rows } = await client.query('select pid from pg_stat_activity where datname = current_database()');
  return rows.reduce((sum, { pid }) => sum + cpuOf(pid), 0);
}

/**
 * Of each stage the median, and the CPU of this process and the database for one, which a busy machine falsifies less.
 * Stages take turns.
 */
async function compare(stages, question) {
  const results = stages.map(() => ({ times: [], cpu: 0 }));
  // What takes long is asked three times, after once to warm up.
  let [warmUp, rounds] = [WARM_UP, ROUNDS];
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const [index, stage] of stages.entries()) {
      const result = results[index];
      const [ours, theirs] = [process.cpuUsage(), await cpuOfDatabase(stage)];
      const { ms } = await ask(stage, question);
      const { user, system } = process.cpuUsage(ours);
      if (round === 0 && ms > 1000) [warmUp, rounds] = [1, 3];
      if (round < warmUp) continue;
      result.times.push(ms);
      result.cpu += (user + system) / 1000 + (await cpuOfDatabase(stage)) - theirs;
    }
  }
  return results.map(({ times, cpu }) => ({ ms: median(times), cpu: cpu / times.length }));
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

/** Opens a database of so many entries, filled and rolled up where it is not yet. */
async function prepare(house, entries) {
  const stage = await house.stage(`entries_${entries}`);
  const written = await fill(stage, entries);
  const { took, weeks } = await rebuild(stage, written !== null);
  return { stage, written, took, weeks };
}

const text = (figure, digits = 1) => (figure === null ? 'kept' : figure.toFixed(digits));

/** Prints the figures of reports. */
export default async function report(house) {
  const [small, large] = [await prepare(house, SMALL), await prepare(house, LARGE)];
  const row = (what, ...figures) =>
    say(`${what.padEnd(44)}${figures.map((figure) => figure.padStart(12)).join('')}`);
  row('entries', `${SMALL}`, `${LARGE}`, 'growth');
  row('written, s', text(small.written), text(large.written));
  row('roll-ups brought up to date, s', text(small.took), text(large.took));
  row('person-weeks', `${small.weeks}`, `${large.weeks}`);
  row(
    `reports of 26 weeks over 60 services, medians of ${ROUNDS}, ms (goal of the plain one: 30, growth 1.3)`,
  );
  const plain = [];
  for (const [name, question] of QUESTIONS) {
    const [few, many] = await compare([small.stage, large.stage], question);
    if (plain.length === 0) plain.push(few.ms, many.ms);
    for (const [kind, what] of [
      ['ms', `  ${name}`],
      ['cpu', '    CPU'],
    ])
      row(what, few[kind].toFixed(1), many[kind].toFixed(1), (many[kind] / few[kind]).toFixed(2));
  }
  if (process.env.UNTOIL_BENCH_RAW === 'no') return;
  const raw = await recompute(large.stage);
  const { answer } = await ask(large.stage, {});
  const counted = answer.total.numeratorSeconds;
  if (Math.abs(counted - raw.total) > 60)
    throw new Error(`the report says ${counted} s, the raw rows ${raw.total} s`);
  row('  the same from the raw rows in SQL', '', raw.ms.toFixed(0), '');
  row('  times faster (goal 100)', '', (raw.ms / plain[1]).toFixed(0), '');
}
