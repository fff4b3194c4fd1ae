import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildSchema, printed } from '../../apps/api/schema.js';
import { rowsOf, writeTable } from '../security/roles.js';

const ROOT = join(import.meta.dirname, '..', '..');

describe('generated files of the API', () => {
  it.each([
    ['schema.graphql', printed],
    ['test/security/roles.csv', (schema: Parameters<typeof rowsOf>[0]) => writeTable(rowsOf(schema))],
  ])('%s is fresh (UNTOIL_UPDATE=1 writes it; read the difference before you commit)', async (path, make) => {
    const file = join(ROOT, path);
    const text = make(await buildSchema());
    if (process.env.UNTOIL_UPDATE) writeFileSync(file, text);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text);
  });
});
