import { expect, it } from 'vitest';
import { zonesFrom } from './zones.js';

it('offers the chosen zone first, every other once, and UTC', () => {
  const zones = zonesFrom('Asia/Seoul');
  expect(zones[0]).toBe('Asia/Seoul');
  expect(zones.filter((zone) => zone === 'UTC')).toHaveLength(1);
  expect(new Set(zones).size).toBe(zones.length);
  expect(zonesFrom('UTC')[0]).toBe('UTC');
});
