import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDERS = ['./', '../engine/'];

/** Digest of the code that decides a training's bits (this room and the contract); equal code gives equal text. */
export function codeDigest(): string {
  const hash = createHash('sha256');
  for (const relative of FOLDERS) {
    const folder = fileURLToPath(new URL(relative, import.meta.url));
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(js|ts|wasm)$/.test(name) && !/\.(spec|d)\.[jt]s$/.test(name))
      .sort();
    for (const name of names) hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}
