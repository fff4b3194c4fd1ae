import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { buildSchema, printed } from './schema.js';

// Writes schema.graphql, or with --check only says whether the committed one is fresh (exit 1 when not).
const [target = 'schema.graphql'] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const text = printed(await buildSchema());
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    process.stderr.write(`${target} is stale: run node tools/emit-schema.mjs and commit it.\n`);
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, text);
}
