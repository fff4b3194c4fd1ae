import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { CHILD_ENVIRONMENT, type RunAs } from './run-as.js';

// Time for the server's clients, which end at the same moment, to finish what they are at.
const GRACE_SECONDS = 5;

/**
 * Ends the server when this process is gone without having stopped it (kill -9): a shell waits for the end of a pipe
 * that only this process holds. Returns the release, for a server that has ended.
 */
export function guardServer(pid: number, runAs: RunAs): () => void {
  const script = `cat >/dev/null; sleep ${GRACE_SECONDS}; kill -INT "$1" 2>/dev/null`;
  const guard = spawn('/bin/sh', ['-c', script, 'untoil-guard', String(pid)], {
    ...runAs,
    cwd: '/',
    env: CHILD_ENVIRONMENT,
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  // Neither a shell that is missing nor one that was killed is a reason to end.
  guard.on('error', () => undefined);
  guard.stdin.on('error', () => undefined);
  guard.unref();
  if (guard.stdin instanceof Socket) guard.stdin.unref();
  return () => {
    try {
      if (guard.pid) process.kill(-guard.pid, 'SIGKILL');
    } catch {
      // Gone already.
    }
  };
}
