import { existsSync } from 'node:fs';
import pg from 'pg';
import type { SecretBox } from '../secret/secret-box.js';
import { ObjectMissingError, ObjectTornError } from '../storage/object-store.errors.js';
import type { ObjectStore } from '../storage/object-store.js';
import { ArchiveWriter } from './archive-writer.js';
import { BackupRefused } from './backup.errors.js';
import {
  type BackupManifest,
  MANIFEST,
  objectEntry,
  SIGNATURE,
  type TableCopy,
  tableEntry,
} from './manifest.js';
import { rowsOf, tableShapes } from './table-copies.js';

/** What is backed up, and where to. */
export interface BackupOrder {
  databaseUrl: string;
  store: ObjectStore;
  box: SecretBox;
  /** File of the archive; it must not exist. */
  path: string;
  now: Date;
}

/**
 * Writes a whole installation into one archive while it runs: all tables as of one moment (one repeatable-read
 * transaction), then the stored objects. Objects are stored before the rows that name them and never change, so every
 * object that the rows name is listed afterwards; one that is deleted in between was on its way out.
 */
export async function backUp({ databaseUrl, store, box, path, now }: BackupOrder): Promise<BackupManifest> {
  if (existsSync(path)) throw new BackupRefused(`${path} exists already; choose another name.`);
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'untoil-backup' });
  await client.connect();
  const archive = new ArchiveWriter(path);
  try {
    await client.query('begin isolation level repeatable read read only');
    const migrations = await appliedMigrations(client);
    const tables: TableCopy[] = [];
    for (const shape of await tableShapes(client)) {
      const measure = await archive.add(tableEntry(shape), rowsOf(client, shape), true);
      tables.push({ ...shape, rows: measure.lines, bytes: measure.bytes, sha256: measure.digest() });
    }
    await client.query('commit');
    const manifest: BackupManifest = {
      format: 'untoil-backup-1',
      madeAt: now.toISOString(),
      migrations,
      keyId: box.keyId,
      tables,
      ...(await addObjects(archive, store)),
    };
    const text = JSON.stringify(manifest);
    archive.addText(MANIFEST, text);
    archive.addText(SIGNATURE, box.sign(text));
    await archive.finish();
    return manifest;
  } catch (error) {
    await archive.discard();
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const known = await client.query<{ found: string | null }>(
    `select to_regclass('public.migration') as found`,
  );
  const { rows } = known.rows[0]?.found
    ? await client.query<{ name: string }>('select name from migration order by timestamp')
    : { rows: [] };
  if (rows.length === 0)
    throw new BackupRefused('There is no installation to back up: the database has no tables.');
  return rows.map(({ name }) => name);
}

async function addObjects(
  archive: ArchiveWriter,
  store: ObjectStore,
): Promise<Pick<BackupManifest, 'objects' | 'damaged'>> {
  const objects: BackupManifest['objects'] = [];
  const damaged: string[] = [];
  for await (const address of store.list()) {
    try {
      // Pictures and weights hardly shrink.
      const measure = await archive.add(objectEntry(address), await store.stream(address), false);
      objects.push({ sha256: address, bytes: measure.bytes });
    } catch (error) {
      if (error instanceof ObjectTornError) damaged.push(address);
      else if (!(error instanceof ObjectMissingError)) throw error;
    }
  }
  return { objects, damaged };
}
