import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrations } from '#migrations';
import { createDataSource, migrate } from '#platform';
import { FolderInUse, PostgresStartError, type RunningPostgres, startPostgres } from '#platform/postgres';

const ROOT = join(import.meta.dirname, '..', '..');
const FOLDER = join(ROOT, '.untoil', 'test');
const SLOTS = 32;

// Nothing of a test run outlives it, so nothing needs to reach the disk.
const CARELESS = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '200',
  shared_buffers: '64MB',
  jit: 'off',
};

/** A server of this run alone: the first folder that no other run holds, with what a killed run left there. */
async function ownServer(): Promise<RunningPostgres> {
  for (let slot = 0; slot < SLOTS; slot++) {
    const dataDir = join(FOLDER, `slot-${slot}`);
    const start = () => startPostgres({ dataDir, binariesDir: FOLDER, settings: CARELESS });
    try {
      return await start();
    } catch (error) {
      if (error instanceof FolderInUse) continue;
      if (!(error instanceof PostgresStartError)) throw error;
      // Without fsync a power cut may have torn it; there is nothing in it to keep.
      rmSync(join(dataDir, 'cluster'), { recursive: true, force: true });
      return await start();
    }
  }
  throw new Error(`All ${SLOTS} test databases below ${FOLDER} are in use`);
}

function historyDigest(): string {
  const folder = join(ROOT, 'migrations');
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  const digest = createHash('sha256');
  for (const file of files.sort()) digest.update(file).update(readFileSync(join(folder, file)));
  return digest.digest('hex').slice(0, 16);
}

function urlOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.toString();
}

async function applyMigrations(url: string): Promise<void> {
  const dataSource = await createDataSource(url, { entities: [], migrations }, 2).initialize();
  try {
    await migrate(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

/** Makes the migrated database under a draft name first: one that was interrupted is never taken for finished. */
async function ensureTemplate(admin: pg.Client, adminUrl: string, template: string): Promise<void> {
  const found = await admin.query('select 1 from pg_database where datname = $1', [template]);
  if (found.rowCount) return;
  const draft = `${template}_draft`;
  await admin.query(`drop database if exists ${draft} with (force)`);
  await admin.query(`create database ${draft}`);
  await applyMigrations(urlOf(adminUrl, draft));
  await admin.query(`alter database ${draft} rename to ${template}`);
}

async function dropOthers(admin: pg.Client, template: string): Promise<void> {
  const keep = ['postgres', 'untoil', 'template0', 'template1', template];
  const rows = await admin.query<{ datname: string }>(
    'select datname from pg_database where not datname = any($1)',
    [keep],
  );
  for (const { datname } of rows.rows) {
    await admin.query(`drop database if exists ${pg.escapeIdentifier(datname)} with (force)`);
  }
}

/** Starts (or borrows, by UNTOIL_TEST_DATABASE_URL) a PostgreSQL, migrates a template, and tells the test files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.UNTOIL_TEST_DATABASE_URL;
  const server = given ? null : await ownServer();
  const adminUrl = given ?? urlOf(server?.url ?? '', 'postgres');
  const template = given ? `untoil_template_${process.pid}` : `untoil_template_${historyDigest()}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  try {
    await admin.connect();
    if (server) await dropOthers(admin, template);
    await ensureTemplate(admin, adminUrl, template);
  } catch (error) {
    await server?.stop();
    throw error;
  } finally {
    await admin.end().catch(() => undefined);
  }
  process.env.UNTOIL_TEST_PG_URL = adminUrl;
  process.env.UNTOIL_TEST_TEMPLATE = template;
  project.provide('postgresUrl', adminUrl);
  project.provide('template', template);
  return async () => {
    if (server) return server.stop();
    const last = new pg.Client({ connectionString: adminUrl });
    await last.connect();
    await last.query(`drop database if exists ${template} with (force)`);
    await last.end();
  };
}
