import { describe, expect, it } from 'vitest';
import { countsUntil, isStale } from './stale.rules.js';

const at = (text: string) => new Date(`2026-03-${text}:00Z`);
const policy = { staleAfterHours: 24, capHours: 8 };

describe('isStale', () => {
  it.each([
    ['silent for exactly a day', 'OPEN', '03T09:00', null, '04T09:00', false],
    ['silent for longer', 'OPEN', '03T09:00', null, '04T09:01', true],
    ['acknowledged and silent', 'ACKNOWLEDGED', '03T09:00', null, '04T09:01', true],
    ['resolved', 'RESOLVED', '03T09:00', null, '09T09:00', false],
    ['said again by its source', 'OPEN', '03T09:00', '04T08:00', '04T09:01', false],
  ] as const)('judges %s', (_, status, event, seen, now, expected) => {
    const signs = { status, lastEventAt: at(event), seenAt: seen && at(seen) };
    expect(isStale(signs, policy, at(now).getTime())).toBe(expected);
  });
});

describe('countsUntil', () => {
  it.each([
    ['as of an instant before the cap', null, '03T12:00', '03T12:00'],
    ['at the cap', null, '03T17:00', '03T17:00'],
    ['beyond the cap', null, '05T00:00', '03T17:00'],
    ['beyond the cap of a later sign', '04T10:00', '05T00:00', '04T18:00'],
    ['a sign earlier than the last event changes nothing', '03T08:00', '05T00:00', '03T17:00'],
  ])('ends %s', (_, seen, asOf, expected) => {
    const signs = { lastEventAt: at('03T09:00'), seenAt: seen ? at(seen) : null };
    expect(countsUntil(signs, policy, at(asOf).getTime())).toBe(at(expected).getTime());
  });
});
