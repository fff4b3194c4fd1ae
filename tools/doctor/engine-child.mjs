// Prints, as one line of JSON, the engine that a training would get. Its own process: see engine.mjs.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../install.mjs';

const { chooseEngine } = await import(pathToFileURL(join(ROOT, 'dist/libs/ml/training/index.js')).href);
const choice = await chooseEngine(JSON.parse(process.argv[2] ?? '{}'));
process.stdout.write(`\n${JSON.stringify(choice)}\n`, () => process.exit(0));
