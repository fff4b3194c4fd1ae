import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ObjectMissingError, ObjectTornError } from './object-store.errors.js';
import type { ObjectStore } from './object-store.js';
import { openObjectStore } from './open-object-store.js';

const folder = mkdtempSync(join(tmpdir(), 'untoil-objects-'));
const noBucket = {
  s3Endpoint: undefined,
  s3Bucket: undefined,
  s3Region: 'us-east-1',
  s3AccessKeyId: undefined,
  s3SecretAccessKey: undefined,
};
let s3: Server;

beforeAll(async () => {
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'untoil', configs: [] }],
  });
  s3 = await server.run().then(() => server.httpServer);
});
afterAll(() => new Promise<void>((done) => s3.close(() => done())));

const stores: Record<string, () => ObjectStore> = {
  disk: () => openObjectStore({ dataDir: folder, ...noBucket }),
  's3-compatible': () =>
    openObjectStore({
      dataDir: folder,
      s3Endpoint: `http://127.0.0.1:${(s3.address() as AddressInfo).port}`,
      s3Bucket: 'untoil',
      s3Region: 'us-east-1',
      s3AccessKeyId: 'S3RVER',
      s3SecretAccessKey: 'S3RVER',
    }),
};

const listed = (store: ObjectStore): Promise<string[]> => Readable.from(store.list()).toArray();

/** Where the bytes of an object lie in truth, so that a test can damage them. */
const fileOf: Record<string, (sha256: string) => string> = {
  disk: (sha256) => join(folder, 'objects', sha256.slice(0, 2), sha256),
  's3-compatible': (sha256) => join(folder, 's3', 'untoil', sha256.slice(0, 2), `${sha256}._S3rver_object`),
};

describe.each(Object.keys(stores))('ObjectStore on %s', (kind) => {
  const store = (): ObjectStore => (stores[kind] as () => ObjectStore)();
  const damage = (sha256: string): string => (fileOf[kind] as (sha256: string) => string)(sha256);

  it('gives back what was put, under the digest of its content', async () => {
    const stored = await store().put(Buffer.from('abc'), { contentType: 'text/plain' });
    expect(stored).toEqual({
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      bytes: 3,
    });
    expect((await store().get(stored.sha256)).toString()).toBe('abc');
  });

  it('takes a stream of several chunks and gives it back as one', async () => {
    const bytes = randomBytes(300_000);
    const stored = await store().put(Readable.from([bytes.subarray(0, 100_001), bytes.subarray(100_001)]));
    const parts = await (await store().stream(stored.sha256)).toArray();
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
    expect(stored.bytes).toBe(300_000);
  });

  it('keeps an empty object', async () => {
    const { sha256, bytes } = await store().put(new Uint8Array(0));
    expect(bytes).toBe(0);
    expect(await store().get(sha256)).toHaveLength(0);
  });

  it('says what is missing, and deletes it without complaint', async () => {
    const address = randomBytes(32).toString('hex');
    expect(await store().has(address)).toBe(false);
    await expect(store().get(address)).rejects.toThrow(ObjectMissingError);
    await expect(store().stream(address)).rejects.toThrow(ObjectMissingError);
    await expect(store().delete(address)).resolves.toBeUndefined();
  });

  it('forgets what was deleted', async () => {
    const { sha256 } = await store().put(randomBytes(10));
    await store().delete(sha256);
    expect(await store().has(sha256)).toBe(false);
  });

  it('lists what it keeps and no draft', async () => {
    const { sha256 } = await store().put(randomBytes(10));
    const addresses = await listed(store());
    expect(addresses).toContain(sha256);
    expect(addresses.filter((address) => !/^[0-9a-f]{64}$/.test(address))).toEqual([]);
  });

  it.each(['../../etc/passwd', 'a'.repeat(63), ''])('takes %j for no address', async (address) => {
    await expect(store().get(address)).rejects.toThrow(ObjectMissingError);
  });

  it('notices a flipped byte and a missing end, and heals with the next put', async () => {
    const bytes = randomBytes(1000);
    const { sha256 } = await store().put(bytes);
    const flipped = Buffer.from(bytes);
    flipped[500] = (flipped[500] as number) ^ 1;
    const readAfterDamage = async (): Promise<unknown> => {
      writeFileSync(damage(sha256), flipped);
      return store()
        .get(sha256)
        .catch((error: Error) => error.constructor);
    };
    // Once more, because a client that sent its put twice may write the good bytes again behind the damage.
    await expect.poll(readAfterDamage).toBe(ObjectTornError);
    await expect(store().stream(sha256)).rejects.toThrow(ObjectTornError);
    await store().put(bytes);
    truncateSync(damage(sha256), 999);
    await expect(store().get(sha256)).rejects.toThrow();
    await store().put(bytes);
    expect((await store().get(sha256)).equals(bytes)).toBe(true);
  });

  it('has nothing to list before anything was put', async () => {
    const fresh = openObjectStore({ dataDir: join(folder, 'fresh'), ...noBucket });
    expect(await listed(fresh)).toEqual([]);
  });

  it('leaves nothing behind when the source breaks off', async () => {
    const broken = Readable.from(
      (function* () {
        yield randomBytes(1000);
        throw new Error('cut');
      })(),
    );
    await expect(store().put(broken)).rejects.toThrow('cut');
    expect(readdirSync(join(folder, 'objects', '.spool'))).toEqual([]);
  });
});
