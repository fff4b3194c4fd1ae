import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fchownSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import { PostgresStartError } from './postgres.errors.js';
import { CHILD_ENVIRONMENT, canReach, type RunAs } from './run-as.js';

/** The only role of the embedded database, and its owner. */
export const ROLE = 'untoil';

/** Where a program is started and how it names the cluster there. */
export interface Standpoint {
  cwd: string;
  path: string;
}

/**
 * How the programs get at the cluster. Normally by its absolute path, from "/". Below a folder that only root may
 * enter the way is closed to the unprivileged user: there the program is started inside (the folder is entered
 * before the user changes) and names it by its own working folder.
 */
export function standpointOf(clusterDir: string, runAs: RunAs): Standpoint {
  if (canReach(clusterDir, runAs)) return { cwd: '/', path: clusterDir };
  if (process.platform === 'linux') return { cwd: clusterDir, path: '/proc/self/cwd' };
  throw new PostgresStartError(`The database's user cannot enter ${clusterDir}: choose another data folder.`);
}

function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The generated password, readable by nobody but the user who started Untoil. */
export function readPassword(folder: string): string {
  try {
    return readFileSync(join(folder, 'password'), 'utf8').trim();
  } catch (error) {
    throw new PostgresStartError(
      `The password of the database in ${folder} cannot be read (${(error as NodeJS.ErrnoException).code}): it belongs to the user who first started Untoil.`,
      error,
    );
  }
}

// An open file without a name: the password is in no folder, not even for the moment that initdb takes.
function namelessPasswordFile(folder: string, password: string, runAs: RunAs): number {
  const path = join(folder, `.pw-${process.pid}-${randomBytes(6).toString('hex')}`);
  const file = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  writeSync(file, `${password}\n`, 0);
  if (runAs) fchownSync(file, runAs.uid, runAs.gid);
  return file;
}

/** Makes the cluster when there is none; one that was killed half way is thrown away and made again. */
export function ensureCluster(folder: string, binaries: Binaries, runAs: RunAs): string {
  const cluster = join(folder, 'cluster');
  if (existsSync(join(cluster, 'PG_VERSION'))) return cluster;
  const draft = join(folder, 'cluster.new');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (runAs) chownSync(draft, runAs.uid, runAs.gid);
  rmSync(join(folder, 'password'), { force: true });
  const password = randomBytes(32).toString('base64url');
  writeDurably(join(folder, 'password'), `${password}\n`);
  const at = standpointOf(draft, runAs);
  const file = namelessPasswordFile(folder, password, runAs);
  // The built-in locale sorts by code point and knows Unicode's upper and lower case, alike on every machine.
  const locale = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const made = spawnSync(
    binaries.initdb,
    ['-D', at.path, '-U', ROLE, '-A', 'scram-sha-256', '--pwfile=/dev/fd/3', '-T', 'simple', ...locale],
    {
      ...runAs,
      cwd: at.cwd,
      env: CHILD_ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe', file],
      encoding: 'utf8',
    },
  );
  closeSync(file);
  if (made.status !== 0) {
    const said = made.error?.message ?? made.stderr.trim();
    throw new PostgresStartError(`The database could not be created in ${folder}: ${said}`, made.error);
  }
  renameSync(draft, cluster);
  return cluster;
}
