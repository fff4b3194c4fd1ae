// How long a report of 26 weeks takes, against computing the same from the raw rows in SQL, and whether it grows with the table.
import { median } from '../cpu-of.mjs';
import { LARGE, SMALL, say, seconds, sql } from './stage.mjs';

const RANGE = { from: '2026-03-30', to: '2026-09-28' };

async function fill({ client }, from, to) {
  const started = performance.now();
  const text = sql('entries.sql').replace('FROM_ENTRY', from).replace('TO_ENTRY', to);
  await client.query(text);
  await client.query('analyze work_entry');
  say(`${to - from + 1} entries written in ${seconds(started).toFixed(1)} s`);
}

async function refresh({ api, client, platform, toil }) {
  const keeper = api.get(toil.RollupKeeper);
  const transactions = api.get(platform.Transactions);
  await client.query('delete from rollup_state');
  const started = performance.now();
  let weeks = 0;
  for (let taken = 1; taken > 0; weeks += taken)
    taken = await transactions.run((tx) => keeper.refresh(tx, 2000));
  await transactions.run((tx) => keeper.compact(tx));
  await client.query('vacuum analyze service_day; ').catch(() => client.query('analyze service_day'));
  await client.query('analyze person_week');
  const [{ count }] = (await client.query('select count(*)::int from service_day')).rows;
  say(`roll-ups rebuilt in ${seconds(started).toFixed(1)} s (${count} rows of services and days)`);
}

async function ask({ api, platform, toil }) {
  const reports = api.get(toil.ToilReports);
  const transactions = api.get(platform.Transactions);
  const times = [];
  let answer;
  for (let round = 0; round < 60; round++) {
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

/** Prints the figures of reports. */
export default async function report(stage) {
  await fill(stage, 1, SMALL);
  await refresh(stage);
  const small = await ask(stage);
  say(`report of 26 weeks over 60 services, ${SMALL} entries: ${small.ms.toFixed(1)} ms`);
  await fill(stage, SMALL + 1, LARGE);
  await refresh(stage);
  const large = await ask(stage);
  const raw = await recompute(stage);
  const counted = large.answer.total.numeratorSeconds;
  if (Math.abs(counted - raw.total) > 60)
    throw new Error(`the report says ${counted} s, the raw rows ${raw.total} s`);
  say(`report of 26 weeks over 60 services, ${LARGE} entries: ${large.ms.toFixed(1)} ms (goal 30)`);
  say(`growth from ${SMALL} to ${LARGE} entries: ${(large.ms / small.ms).toFixed(2)}x (goal 1.3)`);
  say(
    `the same from the raw rows in SQL: ${raw.ms.toFixed(0)} ms = ${(raw.ms / large.ms).toFixed(0)}x (goal 100); both count ${counted} s of toil`,
  );
}
