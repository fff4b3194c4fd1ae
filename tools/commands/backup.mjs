import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildServer } from '../build/index.mjs';
import { ROOT } from '../install.mjs';
import { withDatabase } from '../supervisor/borrow-database.mjs';
import { endWith } from '../supervisor/failure.mjs';

const load = (path) => import(pathToFileURL(join(ROOT, 'dist', path)).href);
const MIB = 1024 ** 2;

async function make(path) {
  await buildServer();
  const { backUp, keyFileOf, openObjectStore, SecretBox, secretKey, writeKeyBeside } = await load(
    'libs/platform/backup/index.js',
  );
  const { loadConfig } = await load('libs/platform/config/config.js');
  const config = loadConfig(process.env);
  const began = performance.now();
  const manifest = await withDatabase(config, (databaseUrl) =>
    backUp({
      databaseUrl,
      store: openObjectStore(config),
      box: new SecretBox([secretKey(config.dataDir, config.secretKey)]),
      path,
      now: new Date(),
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const say = (text) => process.stdout.write(`${text}\n`);
  say(
    `${path}: ${manifest.tables.length} tables with ${rows} rows, ${manifest.objects.length} stored objects, ${(statSync(path).size / MIB).toFixed(1)} MiB, ${seconds.toFixed(1)} s`,
  );
  for (const sha256 of manifest.damaged)
    say(`NOT IN IT, because its content is damaged: stored object ${sha256}`);
  say(
    writeKeyBeside(path, config)
      ? `${keyFileOf(path)}: the key of its secrets. Keep it in another place: whoever has both reads them, and without it no model of the backup loads.`
      : 'Its secrets are sealed with UNTOIL_SECRET_KEY, which is not in it.',
  );
  return 0;
}

/** Writes everything that this installation holds into one file, while it runs. */
export default function backup(args) {
  if (args.length !== 1 || args[0].startsWith('-')) {
    process.stderr.write('usage: npm run backup -- FILE\n');
    return 2;
  }
  return endWith(make(resolve(process.env.INIT_CWD ?? '.', args[0])));
}
