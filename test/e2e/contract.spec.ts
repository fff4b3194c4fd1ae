import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildSchema } from '../../apps/api/schema.js';
import { walkContract } from '../contract/walk.js';

const folder = join(import.meta.dirname, '..', 'contract');
const contract = readFileSync(join(folder, 'core.graphql'), 'utf8');
const awaited = readFileSync(join(folder, 'awaited.txt'), 'utf8').split('\n').filter(Boolean);

describe('the published contract', () => {
  it('is served whole: every type, field, argument, default and nullability', async () => {
    const faults = walkContract(contract, await buildSchema());
    const open = faults.filter((fault) => !awaited.some((place) => fault.startsWith(place)));
    expect(open).toEqual([]);
  });

  it('awaits nothing that has been built', async () => {
    const faults = walkContract(contract, await buildSchema());
    expect(awaited.filter((place) => !faults.some((fault) => fault.startsWith(place)))).toEqual([]);
  });
});
