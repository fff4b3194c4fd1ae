import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DriverContract } from 'flydrive/types';
import { ObjectMissingError, ObjectTornError } from './object-store.errors.js';
import { ObjectStore, type StoredObject } from './object-store.js';

const MISSING = new Set(['ENOENT', 'NoSuchKey', 'NotFound']);
const ADDRESS = /^[0-9a-f]{64}$/;

// The folder appears with the first object.
function whenMissing(error: { code?: string }): Awaited<ReturnType<DriverContract['listAll']>> {
  if (MISSING.has(error.code ?? '')) return { objects: [] };
  throw error;
}

function keyOf(sha256: string): string {
  if (!ADDRESS.test(sha256)) throw new ObjectMissingError(sha256);
  return `${sha256.slice(0, 2)}/${sha256}`;
}

/** Passes bytes on while it learns their digest and number. */
class Measure extends Transform {
  private readonly hash = createHash('sha256');
  private bytes = 0;

  override _transform(
    chunk: Buffer,
    _encoding: BufferEncoding,
    pass: (error: null, chunk: Buffer) => void,
  ): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    pass(null, chunk);
  }

  result(): StoredObject {
    return { sha256: this.hash.digest('hex'), bytes: this.bytes };
  }
}

/** The content-addressed store over any flydrive driver; `spool` is a local folder for streams of unknown digest. */
export class FlydriveObjectStore extends ObjectStore {
  constructor(
    private readonly driver: DriverContract | (() => Promise<DriverContract>),
    private readonly spool: string,
  ) {
    super();
  }

  async put(data: Uint8Array | Readable, hint: { contentType?: string } = {}): Promise<StoredObject> {
    if (data instanceof Readable) return this.putStream(data, hint);
    const object = { sha256: createHash('sha256').update(data).digest('hex'), bytes: data.byteLength };
    if (!(await this.isWhole(object))) {
      await (await this.open()).put(keyOf(object.sha256), data, { ...hint, contentLength: object.bytes });
    }
    return object;
  }

  async get(sha256: string): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of await this.openRead(sha256)) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new ObjectTornError(sha256);
    return bytes;
  }

  // Read twice: the first pass proves the whole, so that nobody acts on the first half of a torn object.
  async stream(sha256: string): Promise<Readable> {
    if ((await this.measure(sha256)).sha256 !== sha256) throw new ObjectTornError(sha256);
    return this.openRead(sha256);
  }

  async has(sha256: string): Promise<boolean> {
    return (await this.open()).exists(keyOf(sha256));
  }

  async delete(sha256: string): Promise<void> {
    await (await this.open()).delete(keyOf(sha256));
  }

  async *list(): AsyncGenerator<string> {
    const driver = await this.open();
    for (let paginationToken: string | undefined, more = true; more; more = paginationToken !== undefined) {
      const page = await driver.listAll('/', { recursive: true, paginationToken }).catch(whenMissing);
      // Drafts lie beside the objects, under names of another form.
      for (const { name, isFile } of page.objects) if (isFile && ADDRESS.test(name)) yield name;
      paginationToken = page.paginationToken;
    }
  }

  private async putStream(data: Readable, hint: { contentType?: string }): Promise<StoredObject> {
    const path = join(this.spool, randomUUID());
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const measure = new Measure();
    try {
      await pipeline(data, measure, createWriteStream(path, { mode: 0o600 }));
      const object = measure.result();
      if (!(await this.isWhole(object))) {
        const options = { ...hint, contentLength: object.bytes };
        await (await this.open()).putStream(keyOf(object.sha256), createReadStream(path), options);
      }
      return object;
    } finally {
      await rm(path, { force: true });
    }
  }

  /** Whether that very content is stored already; a torn copy is not, and is replaced by the next put. */
  private async isWhole(object: StoredObject): Promise<boolean> {
    try {
      return (await this.measure(object.sha256)).sha256 === object.sha256;
    } catch (error) {
      if (error instanceof ObjectMissingError) return false;
      throw error;
    }
  }

  private async measure(sha256: string): Promise<StoredObject> {
    const measure = new Measure();
    await pipeline(await this.openRead(sha256), measure, async (chunks) => {
      for await (const _ of chunks);
    });
    return measure.result();
  }

  // A driver may find out that the object is missing only when the first byte is asked for.
  private async openRead(sha256: string): Promise<Readable> {
    try {
      const driver = await this.open();
      if (!(await driver.exists(keyOf(sha256)))) throw new ObjectMissingError(sha256);
      return await driver.getStream(keyOf(sha256));
    } catch (error) {
      const { code, name } = error as { code?: string; name?: string };
      if (MISSING.has(code ?? '') || MISSING.has(name ?? '')) throw new ObjectMissingError(sha256);
      throw error;
    }
  }

  private async open(): Promise<DriverContract> {
    return typeof this.driver === 'function' ? this.driver() : this.driver;
  }
}
