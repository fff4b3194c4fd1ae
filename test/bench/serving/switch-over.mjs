// How soon requests are answered by the model before: the states of two loaded versions change places again and again, as a
// rollback changes them (one transaction and its event), while requests arrive at a fixed rate.
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

const EVERY_MS = 500;
const now = () => performance.timeOrigin + performance.now();

/** Switches `times` times; returns when each switch was committed and which version answers from then on. */
export async function switchVersions(databaseUrl, times) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const switches = [];
  try {
    for (let n = 0; n < times; n++) {
      await setTimeout(EVERY_MS);
      const { rows } = await client.query(`
        with live as (select id, pipeline_id from deployment where state = 'LIVE'),
             standby as (select d.id, v.number from deployment d join model_version v on v.id = d.model_version_id
                          where d.state = 'STANDBY')
        select live.id as live, live.pipeline_id as pipeline, standby.id as standby, standby.number from live, standby`);
      const [{ live, standby, pipeline, number }] = rows;
      await client.query('begin');
      await client.query(`update deployment set state = 'STANDBY' where id = $1`, [live]);
      await client.query(`update deployment set state = 'LIVE' where id = $1`, [standby]);
      await client.query(`select pg_notify('untoil', $1)`, [`deployment ${pipeline}`]);
      await client.query('commit');
      switches.push({ at: now(), version: String(number) });
    }
    return switches;
  } finally {
    await client.end();
  }
}

/** For each switch the milliseconds from its commit to the last question that still met the other version, ascending. */
export function lastStale(switches, answers) {
  const stale = switches.map(({ at, version }, n) => {
    const until = switches[n + 1]?.at ?? Number.POSITIVE_INFINITY;
    const late = answers.filter(([asked, by]) => asked > at && asked < until && by !== version);
    return late.reduce((most, [asked]) => Math.max(most, asked - at), 0);
  });
  return stale.sort((a, b) => a - b);
}
