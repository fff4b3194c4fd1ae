import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

function statOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in brackets may hold blanks; the fields after it do not.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

const inMs = (ticks) => (ticks.reduce((sum, one) => sum + Number(one), 0) * 1000) / TICKS;

/** CPU time that a process has used so far, user and system together, in milliseconds (Linux). */
export const cpuOf = (pid) => inMs(statOf(pid).slice(11, 13));

/** The same with its children, those that have ended too: what a database server uses. */
export function cpuOfFamily(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean);
  return children.reduce((sum, child) => sum + cpuOf(child), inMs(statOf(pid).slice(11, 15)));
}

/** Forgets the highest resident memory of a process so far; answers with what it has now, in MiB. */
export function forgetPeak(pid) {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  return memoryOf(pid, 'VmRSS');
}

/** The highest resident memory of a process since it was forgotten, in MiB. */
export const peakOf = (pid) => memoryOf(pid, 'VmHWM');

function memoryOf(pid, field) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)[1]) / 1024;
}

/** The middle of a list of numbers. */
export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
