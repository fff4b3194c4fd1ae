// Migrates the database at DATABASE_URL: up (default), down (one step) or status. Needs a built dist/.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../install.mjs';

const load = (path) => import(pathToFileURL(join(ROOT, 'dist', path)).href);
const [{ createDataSource }, { migrate }, { migrations }] = await Promise.all([
  load('libs/platform/database/data-source.js'),
  load('libs/platform/database/migrate.js'),
  load('migrations/index.js'),
]);

const PATIENCE_MS = 30_000;
// A server of somebody else's may still be starting (compose); a wrong address or password is told after the patience.
const NOT_YET = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', '57P03', 'ECONNRESET']);

async function connect() {
  for (const until = Date.now() + PATIENCE_MS; ; await pause(500)) {
    const source = createDataSource(process.env.DATABASE_URL, { entities: [], migrations }, 2);
    try {
      return await source.initialize();
    } catch (error) {
      const code = error.code ?? error.errors?.[0]?.code;
      if (!NOT_YET.has(code) || Date.now() > until) throw error;
    }
  }
}

const ACTIONS = {
  async up(source) {
    const names = await migrate(source);
    return names.length === 0 ? ['The database is up to date'] : names.map((name) => `applied ${name}`);
  },
  async down(source) {
    const rows = await source.query('select name from migration order by timestamp desc limit 1');
    if (rows.length === 0) return ['There is nothing to take back'];
    await source.undoLastMigration();
    return [`took back ${rows[0].name}`];
  },
  async status(source) {
    const known = await source.query(`select to_regclass('migration') as found`);
    const applied = known[0].found ? await source.query('select name from migration') : [];
    const names = new Set(applied.map((row) => row.name));
    return source.migrations.map((migration) => {
      const title = migration.name ?? migration.constructor.name;
      return `${names.has(title) ? 'applied' : 'missing'} ${title}`;
    });
  },
};

const action = ACTIONS[process.argv[2] ?? 'up'];
if (!action) {
  process.stderr.write('usage: npm run migrate -- [up|down|status]\n');
  process.exit(2);
}
try {
  const source = await connect();
  for (const line of await action(source)) process.stdout.write(`${line}\n`);
  await source.destroy();
} catch (error) {
  process.stderr.write(`${error.message || error.errors?.[0]?.message || error}\n`);
  process.exit(1);
}
