import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../install.mjs';
import { fail, ok } from './finding.mjs';

/** Stores, reads back and deletes a few bytes where objects go. */
export async function examineStorage(config) {
  const where = config.s3Endpoint
    ? `bucket ${config.s3Bucket} at ${config.s3Endpoint}`
    : join(config.dataDir, 'objects');
  if (!config.s3Endpoint && !existsSync(config.dataDir))
    return [ok('storage', `${where} (made at the first start)`)];
  try {
    const path = join(ROOT, 'dist/libs/platform/storage/open-object-store.js');
    const { openObjectStore } = await import(pathToFileURL(path).href);
    const store = openObjectStore(config);
    const bytes = randomBytes(1024);
    const { sha256 } = await store.put(bytes);
    const same = bytes.equals(await store.get(sha256));
    await store.delete(sha256);
    return [
      same
        ? ok('storage', `${where}: written, read and deleted`)
        : fail('storage', `${where} gave back other bytes`),
    ];
  } catch (error) {
    return [fail('storage', `${where}: ${error.message}`)];
  }
}
