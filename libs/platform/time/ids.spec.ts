import { describe, expect, it } from 'vitest';
import { prefixOf, TimeOrderedIds } from './ids.js';

describe('TimeOrderedIds', () => {
  it('makes ids of UUID version 7 that differ and come in order', () => {
    const ids = new TimeOrderedIds();
    const made = Array.from({ length: 2000 }, () => ids.next('wrk'));
    expect(new Set(made).size).toBe(2000);
    expect([...made].sort()).toEqual(made);
    for (const id of made) expect(id).toMatch(/^wrk_[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/);
    expect(prefixOf(made[0] as string)).toBe('wrk');
  });
});
