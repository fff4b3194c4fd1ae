import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { identify, isAlive, type ProcessIdentity } from './process-identity.js';

function postmasterPid(cluster: string): number | null {
  try {
    return Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]) || null;
  } catch {
    return null;
  }
}

// Every process of a cluster works inside of its folder, the postmaster and orphaned backends alike.
function workingIn(cluster: string): number[] {
  const folder = realpathSync(cluster);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === folder;
      } catch {
        return false;
      }
    })
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres');
      } catch {
        return false;
      }
    })
    .map(Number);
}

function postmasterElsewhere(cluster: string): number[] {
  const pid = postmasterPid(cluster);
  if (!pid) return [];
  try {
    const name = execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' });
    return name.trim().endsWith('postgres') ? [pid] : [];
  } catch {
    return [];
  }
}

function signal(processes: ProcessIdentity[], name: NodeJS.Signals): void {
  for (const one of processes.filter(isAlive)) {
    try {
      process.kill(one.pid, name);
    } catch {
      // Ended in between.
    }
  }
}

async function allEnded(processes: ProcessIdentity[], withinMs: number): Promise<boolean> {
  for (const until = Date.now() + withinMs; Date.now() < until; await pause(20)) {
    if (!processes.some(isAlive)) return true;
  }
  return !processes.some(isAlive);
}

/**
 * Ends what an earlier, killed life left running on this cluster, so that the next start need not wait for it
 * (an orphaned backend held one for 27 s). Only to be called by whoever holds the folder's lock.
 */
export async function endLeftovers(cluster: string, log: (line: string) => void): Promise<void> {
  const pids = process.platform === 'linux' ? workingIn(cluster) : postmasterElsewhere(cluster);
  const left = pids.map(identify).filter((one) => one !== null);
  if (left.length > 0) {
    const postmaster = left.filter((one) => one.pid === postmasterPid(cluster));
    log(`ending ${left.length} database process(es) left by an earlier run`);
    // A live postmaster closes in order; orphaned backends have nobody to report to and are cut.
    signal(postmaster.length > 0 ? postmaster : left, postmaster.length > 0 ? 'SIGINT' : 'SIGQUIT');
    if (!(await allEnded(left, 5000))) signal(left, 'SIGQUIT');
    if (!(await allEnded(left, 3000))) signal(left, 'SIGKILL');
    await allEnded(left, 3000);
  }
  // Its pid may belong to somebody else by now, which PostgreSQL would take for a running server.
  if (process.platform === 'linux') rmSync(join(cluster, 'postmaster.pid'), { force: true });
}
