import { randomBytes } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '#migrations';
import {
  createBoss,
  createDataSource,
  loadConfig,
  type ObjectStore,
  openObjectStore,
  prepareQueues,
} from '#platform';
import { backUp } from '../../libs/platform/backup/back-up.js';
import { BackupRefused } from '../../libs/platform/backup/backup.errors.js';
import { findKey, keyFileOf, writeKeyBeside } from '../../libs/platform/backup/backup-key.js';
import type { BackupManifest } from '../../libs/platform/backup/manifest.js';
import { restore } from '../../libs/platform/backup/restore.js';
import { SecretBox } from '../../libs/platform/secret/secret-box.js';
import { secretKey } from '../../libs/platform/secret/secret-key.js';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../harness/database.js';
import { useDatabase } from '../harness/use-database.js';
import { fillEveryTable } from '../migrations/fill-every-table.js';

const folder = mkdtempSync(join(tmpdir(), 'untoil-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ALTERED = 12;
let number = 0;
/** A machine with nothing on it yet. */
const machine = () => loadConfig({ UNTOIL_DATA_DIR: join(folder, `machine-${++number}`) });

describe('a backup', () => {
  const db = useDatabase();
  const origin = machine();
  const store = openObjectStore(origin);
  const path = join(folder, 'one.untoil');
  const targets: TestDatabase[] = [];
  let manifest: BackupManifest;

  const make = (databaseUrl: string, file: string, objects: ObjectStore = store) =>
    backUp({
      databaseUrl,
      store: objects,
      box: new SecretBox([secretKey(origin.dataDir, undefined)]),
      path: file,
      now: new Date('2026-03-02T09:00:00Z'),
    });
  /** As a first start leaves it: tables, and nothing in them. */
  const unusedTarget = async (create = createTestDatabase): Promise<TestDatabase> => {
    const target = await create();
    targets.push(target);
    return target;
  };
  const put = (databaseUrl: string, file = path, more: object = {}, config = machine()) =>
    restore({
      databaseUrl,
      store: openObjectStore(config),
      path: file,
      migrations,
      findKey: (keyId) => findKey(file, keyId, config),
      withoutKey: false,
      replace: false,
      ...more,
    });
  const auditedIn = async (databaseUrl: string): Promise<number> => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const { rows } = await client.query('select count(*)::int as n from audit_record');
    await client.end();
    return rows[0].n;
  };
  /** A copy of the archive with something done to it, its key beside it. */
  const spoilt = (change: (bytes: Buffer) => Buffer): string => {
    const file = join(folder, `spoilt-${++number}.untoil`);
    writeFileSync(file, change(readFileSync(path)));
    copyFileSync(keyFileOf(path), keyFileOf(file));
    return file;
  };

  beforeAll(async () => {
    await fillEveryTable(db.dataSource);
    // What COPY text has to escape, and numbers that a sequence has to go on after.
    await db.dataSource.query(
      `insert into audit_record (at, actor_id, actor, action, subject_id, after, digest)
       select now(), 'a', E'tab\\t line\\nback\\\\slash \\\\. 이름', 'person.create', n::text, jsonb_build_object('n', n), '' from generate_series(1, 500) n`,
    );
    const boss = createBoss(db.url, 'client');
    await boss.start();
    await prepareQueues(boss, []);
    await boss.send('dead-letters', { text: 'a job' });
    await boss.stop({ graceful: false });
    for (let n = 0; n < 5; n++) await store.put(randomBytes(1000 * n));
    manifest = await make(db.url, path);
    expect(writeKeyBeside(path, origin)).toBe(true);
  });
  afterAll(() => Promise.all(targets.map((target) => target.drop())));

  it('is of all tables, of all stored objects, and of no key', () => {
    expect(manifest.tables.length).toBeGreaterThan(80);
    expect(manifest.tables.find(({ name }) => name === 'job')).toMatchObject({ schema: 'pgboss', rows: 1 });
    expect(manifest.tables.find(({ name }) => name === 'audit_record')?.rows).toBe(501);
    expect(manifest.objects).toHaveLength(5);
    expect(readFileSync(path).includes(secretKey(origin.dataDir, undefined))).toBe(false);
  });

  it('gives an empty machine the same rows, objects and key, and numbers that go on', async () => {
    const target = await unusedTarget(createEmptyDatabase);
    const config = machine();
    await put(target.url, path, {}, config);
    const again = await make(target.url, join(folder, 'again.untoil'), openObjectStore(config));
    expect(again.tables).toEqual(manifest.tables);
    expect(new Set(again.objects)).toEqual(new Set(manifest.objects));
    expect(again.migrations).toEqual(manifest.migrations);
    expect(secretKey(config.dataDir, undefined)).toBe(secretKey(origin.dataDir, undefined));
    const source = await createDataSource(target.url, { entities: [], migrations }).initialize();
    const [next] = await source.query(
      `insert into audit_record (at, actor_id, actor, action, subject_id, digest) values (now(), '', '', '', '', '') returning sequence`,
    );
    await source.destroy();
    expect(Number(next.sequence)).toBe(502);
  });

  it.each([0, 1, 1000, 0.5, -100, -1])(
    'is refused when it was cut at %d, before anything is written',
    async (at) => {
      const target = await unusedTarget();
      const file = spoilt((bytes) => bytes.subarray(0, at === 0.5 ? bytes.length >> 1 : at));
      await expect(put(target.url, file)).rejects.toThrow(BackupRefused);
      expect(await auditedIn(target.url)).toBe(0);
    },
  );

  it('is refused when a byte of it was altered, but for bytes that say nothing of its content', async () => {
    const target = await unusedTarget();
    const size = readFileSync(path).length;
    let refused = 0;
    for (let n = 0; n < ALTERED; n++) {
      const at = Math.floor(Math.random() * size);
      const file = spoilt((bytes) =>
        bytes.fill((bytes[at] as number) ^ (1 + Math.floor(Math.random() * 255)), at, at + 1),
      );
      const fault = await put(target.url, file, { replace: true }).then(
        () => null,
        (error: Error) => error,
      );
      rmSync(file);
      if (fault) {
        expect([at, fault.name]).toEqual([at, 'BackupRefused']);
        refused++;
      } else {
        // The date of an entry, say: then all of it is there as it was written.
        const again = await make(target.url, join(folder, `altered-${n}.untoil`), openObjectStore(machine()));
        expect(again.tables).toEqual(manifest.tables);
      }
    }
    // Three of four bytes are content: that none of so many was one happens once in ten million runs.
    expect(refused).toBeGreaterThan(0);
  }, 120_000);

  it('is refused when rows were exchanged by somebody who does not have the key', async () => {
    const target = await unusedTarget();
    const other = join(folder, 'other.untoil');
    await backUp({
      databaseUrl: db.url,
      store,
      box: new SecretBox(['a key of somebody else, long enough']),
      path: other,
      now: new Date(),
    });
    await expect(put(target.url, other)).rejects.toThrow(/The key of the backup \(\w{8}\) is neither/);
    expect(await auditedIn(target.url)).toBe(0);
    await put(target.url, other, { withoutKey: true });
    expect(await auditedIn(target.url)).toBe(501);
  });

  it('does not take the place of an installation unless told so, nor of one that runs', async () => {
    const running = db.dataSource.createQueryRunner();
    await running.connect();
    await expect(put(db.url, path, { replace: true })).rejects.toThrow('Untoil runs on this database');
    await running.release();
    const target = await unusedTarget();
    await put(target.url);
    await expect(put(target.url)).rejects.toThrow('There is an installation already');
    await put(target.url, path, { replace: true });
    expect((await make(target.url, join(folder, 'replaced.untoil'))).tables).toEqual(manifest.tables);
  });

  it('of an older version is brought to this one, also where a start of this one made newer tables', async () => {
    const old = await unusedTarget(createEmptyDatabase);
    const source = await createDataSource(old.url, {
      entities: [],
      migrations: migrations.slice(0, -3),
    }).initialize();
    await source.runMigrations();
    await fillEveryTable(source);
    await source.destroy();
    const file = join(folder, 'old.untoil');
    const { migrations: then } = await make(old.url, file);
    copyFileSync(keyFileOf(path), keyFileOf(file));
    expect(then).toHaveLength(migrations.length - 3);
    const target = await unusedTarget();
    await put(target.url, file);
    const after = await make(target.url, join(folder, 'newer.untoil'));
    expect(after.migrations).toEqual(manifest.migrations);
    expect(after.tables.find(({ name }) => name === 'dataset')?.rows).toBe(1);
  });

  it('of a newer version is refused, and so is a file that is no backup or that is there already', async () => {
    const target = await unusedTarget();
    await expect(put(target.url, path, { migrations: migrations.slice(0, -1) })).rejects.toThrow(
      'newer version',
    );
    await expect(put(target.url, join(folder, 'nothing'))).rejects.toThrow('cannot be read');
    await expect(make(db.url, path)).rejects.toThrow('exists already');
    expect(existsSync(`${path}.partial`)).toBe(false);
  });

  it('names a stored object whose content is damaged, and holds the others', async () => {
    const bytes = randomBytes(500);
    const { sha256 } = await store.put(bytes);
    truncateSync(join(origin.dataDir, 'objects', sha256.slice(0, 2), sha256), 499);
    const made = await make(db.url, join(folder, 'damaged.untoil'));
    expect(made.damaged).toEqual([sha256]);
    expect(made.objects).toHaveLength(5);
  });
});
