import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, ok } from './finding.mjs';

const PATIENCE_MS = 60_000;

/** Which TensorFlow engine a training would get and why; asked in a process of its own, which a bad library may end. */
export async function examineEngine(config) {
  const request = {
    engine: config.engine === 'auto' ? undefined : config.engine,
    threads: config.engineThreads || undefined,
    enginesDir: join(config.dataDir, 'engines'),
  };
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('engine-child.mjs', import.meta.url)), JSON.stringify(request)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: PATIENCE_MS,
    },
  );
  let said = '';
  let faults = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (faults += chunk));
  const [code, signal] = await new Promise((done) => child.once('close', (...end) => done(end)));
  const answer = said.trim().split('\n').at(-1);
  if (code !== 0 || !answer) {
    return [
      fail(
        'engine',
        `could not be chosen (${signal ?? `exit ${code}`}): ${faults.match(/^.*Error.*$/m)?.[0] ?? faults.trim()}`,
      ),
    ];
  }
  const { name, reason } = JSON.parse(answer);
  return [ok('engine', `${name}. ${reason}`)];
}
