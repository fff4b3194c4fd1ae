import { describe, expect, it } from 'vitest';
import { keepFault, oldBefore, RETENTION_DEFAULTS, RETENTION_KINDS } from './retention.rules.js';

describe('keepFault', () => {
  it.each([
    ['for ever', null, 0],
    ['the fewest', 365, 0],
    ['one too few', 364, 1],
    ['a century', 36_525, 0],
    ['more than a century', 36_526, 1],
    ['no whole number', 400.5, 1],
  ] as const)('of the audit trail: %s', (_, days, faults) => {
    expect(keepFault('AUDIT', days)).toHaveLength(faults);
  });

  it.each(RETENTION_KINDS)('finds nothing wrong with the default of %s', (kind) => {
    expect(keepFault(kind, RETENTION_DEFAULTS[kind].keepDays)).toEqual([]);
  });
});

describe('oldBefore', () => {
  it('counts days back, and has no limit where things are kept for ever', () => {
    expect(oldBefore(new Date('2026-03-31T12:00:00Z'), 30)).toEqual(new Date('2026-03-01T12:00:00Z'));
    expect(oldBefore(new Date(), null)).toBeNull();
  });
});
