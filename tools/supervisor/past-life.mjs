import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const fileOf = (dataDir) => join(dataDir, 'running.json');

/** What runs now, for the next life (should this one be killed) and for the doctor. */
export function noteRunning(dataDir, note) {
  const draft = `${fileOf(dataDir)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(note, null, 2), { mode: 0o600 });
  renameSync(draft, fileOf(dataDir));
}

/** Nothing runs any more. */
export function forgetRunning(dataDir) {
  rmSync(fileOf(dataDir), { force: true });
}

/** What the last life noted; null when it ended in order. */
export function readRunning(dataDir) {
  try {
    return JSON.parse(readFileSync(fileOf(dataDir), 'utf8'));
  } catch {
    return null;
  }
}

/** Ends API and worker of a killed life; its database is left to the launcher, which closes it in order. A pid alone proves nothing: it must have started when the note says. */
export async function endPastLife(dataDir, isAlive, say) {
  const left = (readRunning(dataDir)?.children ?? []).filter(
    (child) => child.name !== 'database' && isAlive(child),
  );
  if (left.length === 0) return;
  say(`Ending ${left.map((child) => child.name).join(' and ')} left by an earlier run`);
  for (const [signal, patienceMs] of [
    ['SIGTERM', 3000],
    ['SIGKILL', 3000],
  ]) {
    for (const child of left.filter(isAlive)) process.kill(child.pid, signal);
    for (const until = Date.now() + patienceMs; Date.now() < until && left.some(isAlive); ) await pause(25);
  }
}
