import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { Config } from '../config/config.js';
import { ObjectStore, type StoredObject } from './object-store.js';

// Disk only for now; the runtime colleague puts flydrive with S3 behind the same class.
class DiskObjectStore extends ObjectStore {
  constructor(private readonly folder: string) {
    super();
  }

  async put(data: Uint8Array | Readable): Promise<StoredObject> {
    const bytes = data instanceof Readable ? Buffer.concat(await data.toArray()) : Buffer.from(data);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const path = this.path(sha256);
    await mkdir(dirname(path), { recursive: true });
    const draft = `${path}.${randomUUID()}`;
    const file = await open(draft, 'w');
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
    await rename(draft, path);
    return { sha256, bytes: bytes.length };
  }

  get(sha256: string): Promise<Buffer> {
    return readFile(this.path(sha256));
  }

  async stream(sha256: string): Promise<Readable> {
    return createReadStream(this.path(sha256));
  }

  has(sha256: string): Promise<boolean> {
    return access(this.path(sha256)).then(
      () => true,
      () => false,
    );
  }

  delete(sha256: string): Promise<void> {
    return rm(this.path(sha256), { force: true });
  }

  private path(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}

/** The object store that the configuration asks for. */
export const openObjectStore = (config: Config): ObjectStore =>
  new DiskObjectStore(join(config.dataDir, 'objects'));
