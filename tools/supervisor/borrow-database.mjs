import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../install.mjs';

/** Address of the embedded database that runs right now for this data folder; null when none does. */
function runningUrl(folder) {
  const pidFile = join(folder, 'cluster', 'postmaster.pid');
  const passwordFile = join(folder, 'password');
  if (!existsSync(pidFile) || !existsSync(passwordFile)) return null;
  const port = readFileSync(pidFile, 'utf8').split('\n')[3];
  return `postgres://untoil:${readFileSync(passwordFile, 'utf8').trim()}@127.0.0.1:${port}/untoil`;
}

/**
 * Lends the database of this configuration to some work: DATABASE_URL, the embedded one that runs, or the embedded
 * one started for as long as the work takes.
 */
export async function withDatabase(config, work) {
  if (config.databaseUrl) return work(config.databaseUrl);
  const postgres = await import(pathToFileURL(join(ROOT, 'dist/libs/platform/postgres/index.js')).href);
  const folder = join(config.dataDir, 'postgres');
  let server;
  try {
    server = await postgres.startPostgres({ dataDir: folder });
  } catch (error) {
    const url = error instanceof postgres.FolderInUse ? runningUrl(folder) : null;
    if (!url) throw error;
    return work(url);
  }
  try {
    return await work(server.url);
  } finally {
    await server.stop();
  }
}
