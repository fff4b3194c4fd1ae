import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { PostgresStartError } from './postgres.errors.js';

/** The user that PostgreSQL's programs run as; null = the current one. PostgreSQL refuses to run as root. */
export type RunAs = { uid: number; gid: number } | null;

/** Nothing of the caller's environment reaches the programs: no PG* variable, no locale, no library path. */
export const CHILD_ENVIRONMENT = { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' };

function accountNamed(names: string[]): RunAs {
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of names) {
    const row = rows.find((fields) => fields[0] === name);
    if (row && Number(row[2]) > 0) return { uid: Number(row[2]), gid: Number(row[3]) };
  }
  return null;
}

/** The user of a cluster: the owner of one that exists, else an unprivileged account when this process is root. */
export function chooseRunAs(clusterDir: string): RunAs {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(clusterDir, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = accountNamed(['postgres', 'nobody']);
  if (!account) {
    throw new PostgresStartError(
      'PostgreSQL does not run as root and there is no account "postgres" or "nobody": add one, or start as another user.',
    );
  }
  return account;
}

/** Whether that user can enter (or run) the path; every folder on the way counts. */
export function canReach(path: string, runAs: RunAs): boolean {
  if (!runAs) return true;
  const answer = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], {
    ...runAs,
    cwd: '/',
    env: CHILD_ENVIRONMENT,
    stdio: 'ignore',
  });
  return answer.status === 0;
}
