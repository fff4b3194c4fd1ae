import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version in the package that this file belongs to; it lies at another depth once compiled. */
export const ownVersion = (from = import.meta.dirname): string => {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (!existsSync(file)) continue;
    const found: { name?: string; version?: string } = JSON.parse(readFileSync(file, 'utf8'));
    if (found.name === 'untoil' && found.version) return found.version;
  }
  return 'unknown';
};
