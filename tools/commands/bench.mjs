import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildServer } from '../build/index.mjs';
import { ROOT } from '../install.mjs';
import { run } from './suites.mjs';

const FOLDER = join(ROOT, 'test', 'bench');

/** Measures: every test/bench/*.bench.mjs, or those whose name holds one of the arguments. */
export default async function bench(args) {
  const all = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.bench.mjs')) : [];
  const chosen = all.filter((name) => args.length === 0 || args.some((arg) => name.includes(arg))).sort();
  if (chosen.length === 0) {
    process.stderr.write(`Nothing to measure. There is: ${all.join(', ') || 'nothing yet'}\n`);
    return 2;
  }
  await buildServer();
  for (const name of chosen) {
    const code = await run(process.execPath, [join(FOLDER, name)]);
    if (code !== 0) return code;
  }
  return 0;
}
