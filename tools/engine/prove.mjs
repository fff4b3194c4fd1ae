import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { EngineFailure } from './failure.mjs';

const TRAINING = pathToFileURL(
  fileURLToPath(new URL('../../dist/libs/ml/training/index.js', import.meta.url)),
).href;

/** Loads an engine folder in a process of its own and runs the gradient check there; throws with the reason when it fails. */
export function proveEngine(folder, name) {
  // A folder with nothing but this engine in it, so that no other one answers, and no kept proof either.
  const alone = mkdtempSync(join(tmpdir(), 'untoil-engine-'));
  symlinkSync(folder, join(alone, name));
  try {
    const script = `
      const { chooseEngine } = await import(${JSON.stringify(TRAINING)});
      const choice = await chooseEngine({ engine: 'native', enginesDir: ${JSON.stringify(alone)} });
      process.stdout.write('\\n' + JSON.stringify(choice) + '\\n', () => process.exit(0));`;
    const child = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      encoding: 'utf8',
      timeout: 120_000,
    });
    if (child.status === 0) return JSON.parse(child.stdout.trim().split('\n').at(-1));
    const why =
      child.stderr.split('\n').findLast((line) => /rror:/.test(line)) ??
      `it ended with ${child.signal ?? child.status}`;
    throw new EngineFailure(`The engine was built but does not work here: ${why.trim()}`);
  } finally {
    rmSync(alone, { recursive: true });
  }
}
