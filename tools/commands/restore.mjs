import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildServer } from '../build/index.mjs';
import { ROOT } from '../install.mjs';
import { withDatabase } from '../supervisor/borrow-database.mjs';
import { claim } from '../supervisor/claim.mjs';
import { endWith } from '../supervisor/failure.mjs';

const load = (path) => import(pathToFileURL(join(ROOT, 'dist', path)).href);
const OPTIONS = new Set(['--replace', '--without-key']);

async function put(path, options) {
  await buildServer();
  const { findKey, openObjectStore, restore } = await load('libs/platform/backup/index.js');
  const { loadConfig } = await load('libs/platform/config/config.js');
  const { migrations } = await load('migrations/index.js');
  const config = loadConfig(process.env);
  const release = claim(await load('libs/platform/postgres/index.js'), config.dataDir);
  const began = performance.now();
  try {
    const manifest = await withDatabase(config, (databaseUrl) =>
      restore({
        databaseUrl,
        store: openObjectStore(config),
        path,
        migrations,
        findKey: (keyId) => findKey(path, keyId, config),
        withoutKey: options.includes('--without-key'),
        replace: options.includes('--replace'),
      }),
    );
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    process.stdout.write(
      `Restored the backup of ${manifest.madeAt}: ${manifest.tables.length} tables with ${rows} rows, ${manifest.objects.length} stored objects, ${((performance.now() - began) / 1000).toFixed(1)} s\n`,
    );
    return 0;
  } finally {
    release();
  }
}

/** Puts a backup into this (empty) installation. */
export default function restore(args) {
  const [path, ...options] = [...args].sort((a, b) => a.startsWith('--') - b.startsWith('--'));
  if (!path || path.startsWith('--') || options.some((option) => !OPTIONS.has(option))) {
    process.stderr.write('usage: npm run restore -- FILE [--replace] [--without-key]\n');
    return 2;
  }
  return endWith(put(resolve(process.env.INIT_CWD ?? '.', path), options));
}
