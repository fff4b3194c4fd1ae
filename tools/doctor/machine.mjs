import { accessSync, constants, existsSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../install.mjs';
import { fail, ok, warn } from './finding.mjs';

const GIB = 1024 ** 3;

function nearestExisting(path) {
  return existsSync(path) ? path : nearestExisting(dirname(path));
}

/** Node, packages and the size of the machine. */
export function examineVersions() {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const [major, minor] = process.versions.node.split('.').map(Number);
  const node = `${process.version}, ICU ${process.versions.icu}, time zones ${process.versions.tz}`;
  return [
    ok('untoil', version),
    major === 22 && minor >= 12 ? ok('node', node) : warn('node', `${node}: made for 22`),
    ok(
      'machine',
      `${process.platform}-${process.arch}, ${availableParallelism()} processors, ${(totalmem() / GIB).toFixed(1)} GiB`,
    ),
  ];
}

/** The data folder: who may write it, who may read it, and what is left on its disk. */
export function examineDataFolder({ dataDir }) {
  const found = nearestExisting(dataDir);
  const findings = [];
  try {
    accessSync(found, constants.W_OK | constants.X_OK);
    const absent = found === dataDir ? '' : ' (made at the first start)';
    findings.push(ok('data folder', `${dataDir}${absent}`));
  } catch {
    findings.push(fail('data folder', `${dataDir} cannot be written by this user`));
  }
  const open = ['secret.key', 'postgres/password'].filter((name) => {
    const stat = statSync(join(dataDir, name), { throwIfNoEntry: false });
    return stat && (stat.mode & 0o077) !== 0;
  });
  findings.push(
    open.length === 0
      ? ok('secrets in the data folder', 'readable by their owner alone')
      : fail('secrets in the data folder', `readable by others: ${open.join(', ')} (chmod 600)`),
  );
  const disk = statfsSync(found);
  const free = (disk.bavail * disk.bsize) / GIB;
  const text = `${free.toFixed(1)} GiB free`;
  findings.push(free < 0.5 ? fail('disk', text) : free < 5 ? warn('disk', text) : ok('disk', text));
  return findings;
}

/** The folders that datasets may be read from. */
export function examineImportRoots({ importRoots }) {
  if (importRoots.length === 0)
    return [ok('import roots', 'none (UNTOIL_IMPORT_ROOTS): datasets come by upload')];
  return importRoots.map((root) => {
    const stat = statSync(root, { throwIfNoEntry: false });
    if (!stat?.isDirectory()) return fail('import root', `${root} is no folder`);
    try {
      accessSync(root, constants.R_OK | constants.X_OK);
      return ok('import root', root);
    } catch {
      return fail('import root', `${root} cannot be read by this user`);
    }
  });
}

/** The clock against the time at which this version was installed, which it cannot be before. */
export function examineClock() {
  const installed = statSync(join(ROOT, 'package.json')).mtime;
  const text = `${new Date().toISOString()}, local zone ${Intl.DateTimeFormat().resolvedOptions().timeZone}`;
  return [
    Date.now() + 86_400_000 < installed.getTime()
      ? warn('clock', `${text}: older than this installation`)
      : ok('clock', text),
  ];
}
