import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildServer } from '../build/index.mjs';
import { ROOT } from '../install.mjs';
import { withDatabase } from '../supervisor/borrow-database.mjs';
import { run } from './suites.mjs';

/** Migrates by hand: up, down or status; on DATABASE_URL, else on the embedded database. */
export default async function migrate(args) {
  await buildServer();
  const { loadConfig } = await import(pathToFileURL(join(ROOT, 'dist/libs/platform/config/config.js')).href);
  try {
    return await withDatabase(loadConfig(process.env), (url) =>
      run(process.execPath, [join(ROOT, 'tools/migrate/main.mjs'), ...args], { DATABASE_URL: url }),
    );
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    return error.faults ? 78 : 1;
  }
}
