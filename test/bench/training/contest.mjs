import { spawnSync } from 'node:child_process';

const PATIENCE_MS = 180_000;

/** Runs one contender in a process of its own; returns the JSON of its last line, or a sentence why there is none. */
export function contend({ command, args }) {
  const child = spawnSync(command, args, { encoding: 'utf8', timeout: PATIENCE_MS });
  const line = child.stdout?.trim().split('\n').at(-1);
  if (child.status === 0 && line?.startsWith('{')) return JSON.parse(line);
  const fault = child.stderr?.split('\n').findLast((text) => /rror/.test(text));
  return (fault ?? `ended with ${child.signal ?? child.status}`).trim();
}

/**
 * Every contender once in each round, one after the other, so that a busy minute hurts all alike. Figures of a contender
 * are merged by `best`; one that failed is left out from then on. Returns what was found and who failed why.
 */
export function contest(contenders, rounds, best, said) {
  const found = new Map();
  const failed = new Map();
  for (let round = 1; round <= rounds; round++) {
    for (const contender of contenders) {
      const { key } = contender;
      if (failed.has(key)) continue;
      const figures = contend(contender);
      if (typeof figures === 'string') {
        failed.set(key, figures);
        continue;
      }
      const before = found.get(key);
      found.set(key, before ? best(before, figures) : figures);
      process.stdout.write(`round ${round}  ${said(figures)}\n`);
    }
  }
  return { found, failed };
}
