import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/config.js';
import { SecretBox } from '../secret/secret-box.js';
import { KEY_FILE, secretKey } from '../secret/secret-key.js';
import { BackupRefused } from './backup.errors.js';

type KeySettings = Pick<Config, 'dataDir' | 'secretKey' | 'previousSecretKey'>;

/** The file beside an archive that holds the key of its secrets. */
export const keyFileOf = (path: string): string => `${path}.key`;

/**
 * The key goes into a file of its own beside the archive, so that one can be kept apart from the other: whoever has
 * both reads the stored secrets. A configured key is its owner's to keep. Answers whether a file was written.
 */
export function writeKeyBeside(path: string, config: KeySettings): boolean {
  if (config.secretKey) return false;
  writeFileSync(keyFileOf(path), secretKey(config.dataDir, undefined), {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  });
  return true;
}

/** A key that opens a backup, and how it becomes the installation's (nothing to do where it is that already). */
export interface BackupKey {
  box: SecretBox;
  adopt(): void;
}

/** Finds the key of a backup in the settings, the data folder, or beside the archive; null when it is in none. */
export function findKey(path: string, keyId: string, config: KeySettings): BackupKey | null {
  const file = join(config.dataDir, KEY_FILE);
  const own = [config.secretKey ?? textOf(file), config.previousSecretKey];
  for (const passphrase of own) {
    const box = passphrase ? new SecretBox([passphrase]) : null;
    if (box?.knows(keyId)) return { box, adopt: () => undefined };
  }
  const beside = textOf(keyFileOf(path));
  const box = beside ? new SecretBox([beside]) : null;
  if (!beside || !box?.knows(keyId)) return null;
  if (config.secretKey)
    throw new BackupRefused(
      `UNTOIL_SECRET_KEY is another key than the backup's, which is in ${keyFileOf(path)}: set it, or UNTOIL_SECRET_KEY_OLD, to that.`,
    );
  return {
    box,
    adopt: () => {
      mkdirSync(config.dataDir, { recursive: true });
      writeFileSync(file, beside, { mode: 0o600, flush: true });
    },
  };
}

const textOf = (file: string): string | undefined =>
  existsSync(file) ? readFileSync(file, 'utf8').trim() || undefined : undefined;
