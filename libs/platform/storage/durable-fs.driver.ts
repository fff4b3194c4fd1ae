import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FSDriver } from 'flydrive/drivers/fs';

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Flydrive's disk driver, with writes that a power cut leaves either whole or absent. */
export class DurableFsDriver extends FSDriver {
  constructor(private readonly root: string) {
    super({ location: root, visibility: 'private' });
  }

  override put(key: string, contents: string | Uint8Array): Promise<void> {
    return this.write(key, (path) =>
      open(path, 'wx', 0o600).then(async (file) => {
        try {
          await file.writeFile(contents);
          await file.sync();
        } finally {
          await file.close();
        }
      }),
    );
  }

  override putStream(key: string, contents: Readable): Promise<void> {
    return this.write(key, async (path) => {
      const file = await open(path, 'wx', 0o600);
      await pipeline(contents, file.createWriteStream({ flush: true }));
    });
  }

  // The name appears with the rename; it lasts once its folder, and the folder's own entry, are on the disk.
  private async write(key: string, fill: (draft: string) => Promise<void>): Promise<void> {
    const path = join(this.root, key);
    const draft = join(this.root, '.incoming', randomUUID());
    await mkdir(dirname(draft), { recursive: true });
    const created = await mkdir(dirname(path), { recursive: true });
    try {
      await fill(draft);
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    await syncFolder(dirname(path));
    if (created) await syncFolder(dirname(created));
  }
}
