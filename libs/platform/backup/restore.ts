import pg from 'pg';
import { getConstructionPlans } from 'pg-boss';
import type { DataSource } from 'typeorm';
import { createDataSource, type DatabaseShape } from '../database/data-source.js';
import { migrate } from '../database/migrate.js';
import type { ObjectStore } from '../storage/object-store.js';
import { ArchiveReader } from './archive-reader.js';
import { BackupRefused } from './backup.errors.js';
import type { BackupKey } from './backup-key.js';
import { type BackupManifest, objectEntry, tableEntry } from './manifest.js';
import { emptyTables, fillTable, resetSequences, tableShapes } from './table-copies.js';

/** What is restored, and into what. */
export interface RestoreOrder {
  databaseUrl: string;
  store: ObjectStore;
  path: string;
  /** The whole history of this version. */
  migrations: DatabaseShape['migrations'];
  /** Finds the key of a backup; null when there is none. */
  findKey: (keyId: string) => BackupKey | null;
  /** Go on without the key: stored secrets have to be entered again, and no model of the backup loads. */
  withoutKey: boolean;
  /** Throw away what the database holds. */
  replace: boolean;
}

/**
 * Puts a backup into an empty installation (or, when told so, in place of what is there) and brings it to this version.
 * The whole archive is proven, and everything that could stand in the way is looked at, before anything is written; all
 * rows come in one transaction. Throws BackupRefused.
 */
export async function restore(order: RestoreOrder): Promise<BackupManifest> {
  const archive = await ArchiveReader.open(order.path);
  const client = new pg.Client({ connectionString: order.databaseUrl, application_name: 'untoil-restore' });
  try {
    const { manifest } = archive;
    if (!manifest.migrations.every((wanted) => order.migrations.some(({ name }) => name === wanted)))
      throw new BackupRefused('The backup was made by a newer version of Untoil; restore it with that one.');
    const key = keyOf(archive, order);
    await archive.prove();
    await client.connect();
    await refuseIfInUse(client, order.replace);
    key?.adopt();
    for (const { sha256 } of manifest.objects)
      await order.store.put(await archive.stream(objectEntry(sha256)));
    await remakeTables(client, order, manifest.migrations);
    await fillAll(client, archive);
    await withSource(order, order.migrations, migrate);
    return manifest;
  } finally {
    archive.close();
    await client.end().catch(() => undefined);
  }
}

function keyOf({ manifest, signed }: ArchiveReader, order: RestoreOrder): BackupKey | null {
  const key = order.findKey(manifest.keyId);
  if (!key && !order.withoutKey)
    throw new BackupRefused(
      `The key of the backup (${manifest.keyId}) is neither beside it (${order.path}.key) nor in UNTOIL_SECRET_KEY or the data folder. ` +
        '--without-key restores without it: stored secrets have to be entered again, and no model of the backup loads.',
    );
  if (key && !key.box.isSigned(signed.text, signed.signature))
    throw new BackupRefused('The backup is torn or was altered: its manifest is not what was signed.');
  return key;
}

async function refuseIfInUse(client: pg.Client, replace: boolean): Promise<void> {
  const others = await client.query(
    `select 1 from pg_stat_activity where datname = current_database() and application_name like 'untoil%' and pid <> pg_backend_pid() limit 1`,
  );
  if (others.rowCount) throw new BackupRefused('Untoil runs on this database; stop it first.');
  if (!replace && (await isUsed(client)))
    throw new BackupRefused('There is an installation already; --replace throws it away for the backup.');
}

// A start that nobody has set up leaves tables, and not one change that somebody made.
async function isUsed(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ tables: string | null }>(
    `select to_regclass('public.audit_record') as tables`,
  );
  if (!rows[0]?.tables) return false;
  const used = await client.query('select from audit_record union all select from setup_claim limit 1');
  return (used.rowCount ?? 0) > 0;
}

/** Makes the tables as they were when the backup was made; where they are already newer, they are emptied and taken back. */
async function remakeTables(client: pg.Client, order: RestoreOrder, wanted: string[]): Promise<void> {
  const isNewer = async (source: DataSource): Promise<boolean> =>
    (await appliedTo(source)).some((name) => !wanted.includes(name));
  await withSource(order, order.migrations, async (source) => {
    if (await isNewer(source)) await emptyTables(client, await tableShapes(client));
    while (await isNewer(source)) await source.undoLastMigration();
  });
  const then = order.migrations.filter(({ name }) => wanted.includes(name));
  await withSource(order, then, migrate);
  const { rows } = await client.query<{ queue: string | null }>(`select to_regclass('pgboss.job') as queue`);
  if (!rows[0]?.queue) await client.query(getConstructionPlans('pgboss'));
}

async function fillAll(client: pg.Client, archive: ArchiveReader): Promise<void> {
  await client.query('begin');
  await emptyTables(client, await tableShapes(client));
  for (const table of archive.manifest.tables)
    await fillTable(client, table, await archive.stream(tableEntry(table)));
  await resetSequences(client);
  await client.query('commit');
}

async function appliedTo(source: DataSource): Promise<string[]> {
  const [known]: { found: string | null }[] = await source.query(`select to_regclass('migration') as found`);
  const rows: { name: string }[] = known?.found ? await source.query('select name from migration') : [];
  return rows.map(({ name }) => name);
}

async function withSource(
  { databaseUrl }: RestoreOrder,
  migrations: DatabaseShape['migrations'],
  work: (source: DataSource) => Promise<unknown>,
): Promise<void> {
  const source = await createDataSource(databaseUrl, { entities: [], migrations }, 2).initialize();
  try {
    await work(source);
  } finally {
    await source.destroy();
  }
}
