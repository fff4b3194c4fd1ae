import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '#platform';
import { TOP_LEVEL_CODES } from '../../apps/api/graphql/api-error.js';

const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'errors.md'), 'utf8');

/** The codes in the first column of the table under a heading. */
const codesUnder = (heading: string): string[] => {
  const section = text.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return [...section.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code ?? '');
};

describe('docs/errors.md', () => {
  it.each([
    ['1.', ERROR_CODES],
    ['2.', TOP_LEVEL_CODES],
  ])('section %s has every code of the code, and no other', (heading, codes) => {
    expect(codesUnder(heading).sort()).toEqual([...codes].sort());
  });
});
