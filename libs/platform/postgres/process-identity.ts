import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Which process: a pid alone is no name, the system gives it out again; with the moment of its start it is one. */
export interface ProcessIdentity {
  pid: number;
  started: string;
}

// Field 22 of /proc/<pid>/stat: ticks since boot. The name in field 2 may hold blanks and brackets.
function startedOnLinux(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim().slice(0, 8);
    return `${boot}-${fields[19]}`;
  } catch {
    return null;
  }
}

function startedElsewhere(pid: number): string | null {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

/** When the process with this pid started, in the system's own notation; null when none runs (a zombie does not). */
export function startOfProcess(pid: number): string | null {
  return process.platform === 'linux' ? startedOnLinux(pid) : startedElsewhere(pid);
}

/** The name of a running process; null when it has ended already. */
export function identify(pid: number): ProcessIdentity | null {
  const started = startOfProcess(pid);
  return started === null ? null : { pid, started };
}

/** True while that very process runs, not only one with its number. */
export function isAlive(identity: ProcessIdentity): boolean {
  return startOfProcess(identity.pid) === identity.started;
}
