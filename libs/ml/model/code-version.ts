import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

let known: string | null = null;

/** The version of this code, from the package file; part of a model's lineage. */
export function codeVersion(): string {
  known ??= read(import.meta.dirname);
  return known;
}

// Compiled code lies one folder deeper than its source, so the package file is looked for upwards.
function read(folder: string): string {
  try {
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      name?: string;
      version?: string;
    };
    if (name === 'untoil' && version) return version;
  } catch {
    // no package file here: look one folder up
  }
  const parent = dirname(folder);
  return parent === folder ? 'unknown' : read(parent);
}
