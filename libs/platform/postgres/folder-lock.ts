import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { identify, isAlive, type ProcessIdentity } from './process-identity.js';

/** Somebody alive holds the folder. */
export class FolderInUse extends Error {
  constructor(
    readonly lockFile: string,
    readonly owner: ProcessIdentity,
  ) {
    super(`${dirname(lockFile)} is in use by process ${owner.pid}`);
  }
}

function ownerOf(file: string): ProcessIdentity | null {
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as Partial<ProcessIdentity>;
    return typeof read.pid === 'number' && typeof read.started === 'string'
      ? { pid: read.pid, started: read.started }
      : null;
  } catch {
    return null;
  }
}

/** Takes the place of a lock whose owner is gone; puts it back when somebody alive was faster. */
function clearStale(file: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    const owner = ownerOf(aside);
    if (owner && isAlive(owner)) linkSync(aside, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * Claims a folder for this process by a lock file and returns the release. A lock left by a killed process is
 * taken over; throws FolderInUse when its owner lives.
 */
export function lockFolder(file: string): () => void {
  mkdirSync(dirname(file), { recursive: true });
  const own = identify(process.pid);
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(own), { mode: 0o600, flag: 'wx' });
  try {
    for (;;) {
      try {
        linkSync(draft, file);
        return () => rmSync(file, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        const owner = ownerOf(file);
        if (owner && isAlive(owner)) throw new FolderInUse(file, owner);
        clearStale(file);
      }
    }
  } finally {
    rmSync(draft, { force: true });
  }
}
