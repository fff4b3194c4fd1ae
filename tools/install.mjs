import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the checkout. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const MODULES = join(ROOT, 'node_modules');
const STAMP = join(MODULES, '.untoil-installed');
const INPUTS = ['package.json', 'package-lock.json', '.npmrc', 'tools/node22/package.json'];

function digest() {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const file of INPUTS) hash.update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** Whether what npm itself notes as installed is what the lockfile asks for (packages of other systems aside). */
function matchesLockfile() {
  const noted = read(join(MODULES, '.package-lock.json'));
  if (!noted) return false;
  const installed = JSON.parse(noted).packages;
  const wanted = JSON.parse(read(join(ROOT, 'package-lock.json'))).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link || entry.extraneous) return true;
    const found = installed[path];
    return found ? found.version === entry.version : Boolean(entry.optional || entry.devOptional);
  });
}

function npm(args) {
  const cli = process.env.npm_execpath;
  const [command, first] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
  return spawnSync(command, [...first, ...args], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
}

/** Installs the locked packages when they are missing or out of date; false when that failed (and said why). */
export function ensureInstalled() {
  const current = digest();
  if (read(STAMP) === current) return true;
  if (!matchesLockfile()) {
    process.stderr.write('Installing packages (npm ci) ...\n');
    // The engines of some packages name Node 22 only, which they get: npm itself runs on the system's Node.
    const answer = npm([
      'ci',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ]);
    if (answer.status !== 0) {
      process.stderr.write(
        'npm ci failed (see above). Untoil needs its packages once; later starts work offline.\n',
      );
      return false;
    }
  }
  try {
    writeFileSync(STAMP, current);
  } catch {
    // A read-only installation: the comparison is made again at the next start.
  }
  return true;
}
