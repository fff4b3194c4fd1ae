import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { withDatabase } from '../supervisor/borrow-database.mjs';
import { fail, ok, warn } from './finding.mjs';

const OLDEST = 150_000;
// kill -9 does not show what a power cut does: only these three together make an acknowledged write last.
const DURABLE = {
  fsync: ['on'],
  full_page_writes: ['on'],
  synchronous_commit: ['on', 'remote_apply', 'remote_write', 'local'],
};
const LARGEST_SKEW_SECONDS = 2;

async function inspect(client) {
  const one = async (sql) => (await client.query(sql)).rows[0];
  const findings = [];
  const server = await one(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number`,
  );
  const versionText = `PostgreSQL ${server.version}`;
  findings.push(
    server.number >= OLDEST
      ? ok('database version', versionText)
      : fail('database version', `${versionText}: 15 or newer is needed`),
  );
  for (const [name, good] of Object.entries(DURABLE)) {
    const { value } = await one(`select current_setting('${name}') as value`);
    findings.push(
      good.includes(value)
        ? ok(`database ${name}`, value)
        : fail(
            `database ${name}`,
            `${value}: acknowledged work may be lost in a power cut; set it to ${good[0]}`,
          ),
    );
  }
  const before = Date.now();
  const { now } = await one('select extract(epoch from clock_timestamp())::float8 as now');
  const skew = Math.abs(now * 1000 - (before + Date.now()) / 2) / 1000;
  const skewText = `${skew.toFixed(2)} s between this machine and the database`;
  findings.push(
    skew <= LARGEST_SKEW_SECONDS ? ok('clock', skewText) : fail('clock', `${skewText}: let both follow NTP`),
  );
  const known = await one(`select to_regclass('migration') is not null as there`);
  const applied = known.there ? Number((await one('select count(*) as n from migration')).n) : 0;
  findings.push(
    applied > 0
      ? ok('database migrations', `${applied} applied`)
      : warn('database migrations', 'none applied yet: npm start applies them'),
  );
  const { size } = await one('select pg_size_pretty(pg_database_size(current_database())) as size');
  findings.push(ok('database size', size));
  return findings;
}

/** Version, durability, clock and history of the database, wherever it is; starts the embedded one when it rests. */
export async function examineDatabase(config) {
  if (!config.databaseUrl && !existsSync(join(config.dataDir, 'postgres', 'cluster', 'PG_VERSION'))) {
    return [ok('database', 'none yet: the first npm start creates the embedded one, with fsync on')];
  }
  const where = config.databaseUrl ? 'at DATABASE_URL' : 'embedded';
  try {
    return await withDatabase(config, async (url) => {
      const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
      client.on('error', () => undefined);
      await client.connect();
      try {
        return [ok('database', `${where}, answers`), ...(await inspect(client))];
      } finally {
        await client.end();
      }
    });
  } catch (error) {
    return [fail('database', `${where}: ${error.message || error.errors?.[0]?.message || error.code}`)];
  }
}
