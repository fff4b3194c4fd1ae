import { describe, expect, it } from 'vitest';
import { campaignTimes, lastDue, weekAsked } from './campaign.rules.js';

describe('lastDue', () => {
  it.each([
    ['WEEKLY', '2026-03-02', '2026-03-01', null],
    ['WEEKLY', '2026-03-02', '2026-03-02', '2026-03-02'],
    ['WEEKLY', '2026-03-02', '2026-03-08', '2026-03-02'],
    ['WEEKLY', '2026-03-02', '2026-03-09', '2026-03-09'],
    ['WEEKLY', '2026-03-02', '2027-03-02', '2027-03-01'],
    ['MONTHLY', '2026-01-31', '2026-02-27', '2026-01-31'],
    ['MONTHLY', '2026-01-31', '2026-02-28', '2026-02-28'],
    ['MONTHLY', '2026-01-31', '2026-03-30', '2026-02-28'],
    ['MONTHLY', '2026-01-31', '2026-03-31', '2026-03-31'],
    ['MONTHLY', '2026-01-15', '2026-12-31', '2026-12-15'],
    ['QUARTERLY', '2026-01-15', '2026-04-14', '2026-01-15'],
    ['QUARTERLY', '2026-01-15', '2026-04-15', '2026-04-15'],
    ['QUARTERLY', '2025-11-30', '2026-02-28', '2026-02-28'],
    ['QUARTERLY', '2025-11-30', '2026-05-30', '2026-05-30'],
  ] as const)('of a %s schedule from %s is, on %s, %s', (every, startsOn, today, expected) => {
    expect(lastDue(every, startsOn, today)).toBe(expected);
  });
});

describe('weekAsked', () => {
  it.each([
    ['2026-03-09', 'MONDAY', '2026-03-02'],
    ['2026-03-15', 'MONDAY', '2026-03-02'],
    ['2026-03-08', 'SUNDAY', '2026-03-01'],
    ['2026-03-07', 'SUNDAY', '2026-02-22'],
  ] as const)('of a campaign that opens on %s, weeks from %s on, is %s', (day, start, expected) => {
    expect(weekAsked(day, start)).toBe(expected);
  });
});

describe('campaignTimes', () => {
  it('lie at the beginning of days, also where the clock changes in between', () => {
    expect(campaignTimes('2026-03-28', { remindAfterDays: 1, openDays: 2 }, 'Europe/Berlin')).toEqual({
      remindAt: new Date('2026-03-28T23:00:00Z'),
      closesAt: new Date('2026-03-29T22:00:00Z'),
    });
  });
});
