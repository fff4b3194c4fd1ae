import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildServer } from '../build/index.mjs';
import { ROOT } from '../install.mjs';
import { run } from './suites.mjs';

/** Training engines: what is there, and installing a native one; tools/engine/main.mjs knows how. */
export default async function engine(args) {
  const script = join(ROOT, 'tools', 'engine', 'main.mjs');
  if (!existsSync(script)) {
    process.stderr.write('This version brings no engine installer.\n');
    return 2;
  }
  await buildServer();
  return run(process.execPath, [script, ...args]);
}
