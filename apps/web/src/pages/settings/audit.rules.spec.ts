import { describe, expect, it } from 'vitest';
import { differences, nameOf } from './audit.rules.js';

describe('differences', () => {
  it('names what changed first, nested fields by their path', () => {
    const before = { key: 'a', name: 'A', criteria: { manual: true, tactical: false } };
    const after = { key: 'a', name: 'B', criteria: { manual: false, tactical: false } };
    expect(differences(before, after)).toEqual([
      { field: 'name', before: 'A', after: 'B', changed: true },
      { field: 'criteria.manual', before: 'true', after: 'false', changed: true },
      { field: 'key', before: 'a', after: 'a', changed: false },
      { field: 'criteria.tactical', before: 'false', after: 'false', changed: false },
    ]);
  });

  it.each([
    ['a creation', null, { name: 'A' }, [{ field: 'name', before: null, after: 'A', changed: true }]],
    ['a removal', { ids: [1, 2] }, null, [{ field: 'ids', before: '[1,2]', after: null, changed: true }]],
    ['nothing told', null, null, []],
  ])('shows %s', (_, before, after, expected) => {
    expect(differences(before, after)).toEqual(expected);
  });
});

describe('nameOf', () => {
  it.each([
    [{ before: { name: 'A' }, after: { name: 'B' } }, 'B'],
    [{ before: { key: 'a' }, after: null }, 'a'],
    [{ before: null, after: { seconds: 3 } }, ''],
    [undefined, ''],
  ])('%j is called %j', (row, name) => {
    expect(nameOf(row)).toBe(name);
  });
});
