import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where in the data folder the key lies that was made for it. */
export const KEY_FILE = 'secret.key';

/** The key for stored secrets: the configured one, else one made once and kept (0600) in the data folder. */
export function secretKey(dataDir: string, configured: string | undefined): string {
  if (configured) return configured;
  const file = join(dataDir, KEY_FILE);
  mkdirSync(dataDir, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600 });
  try {
    // A link appears whole or not at all: of two processes that start together one makes the key, both read it.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8');
}
