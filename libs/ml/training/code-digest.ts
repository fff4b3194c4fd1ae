import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { kernelFolder } from './wasm/kernels.js';

/** Digest of the code that decides a training's bits (this room, the contract, the kernels); equal code gives equal text. */
export function codeDigest(): string {
  const hash = createHash('sha256');
  const here = fileURLToPath(new URL('./', import.meta.url));
  for (const folder of [here, join(here, '../engine'), kernelFolder()]) {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(js|ts|wasm)$/.test(name) && !/\.(spec|d)\.[jt]s$/.test(name))
      .sort();
    for (const name of names) hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}
