import { describe, expect, it } from 'vitest';
import { scheduleFault, scheduleHasCome } from './schedule.rules.js';

describe('scheduleFault', () => {
  it.each(['0 3 * * 1', '*/15 * * * *', '0 0 3 1 * *', '@daily', '0 0 29 2 *'])(
    'has nothing against %s',
    (expression) => {
      expect(scheduleFault(expression, 'UTC')).toBeNull();
    },
  );

  it.each([
    ['', 'is no cron expression'],
    ['nightly', 'is no cron expression'],
    ['61 * * * *', 'is no cron expression'],
    ['* * *  * * * *', 'is no cron expression'],
    ['0 0 30 2 *', 'names a time that never comes'],
    ['0 '.repeat(200), 'is too long'],
  ])('refuses "%s"', (expression, why) => {
    expect(scheduleFault(expression, 'UTC')).toContain(why);
  });
});

describe('scheduleHasCome', () => {
  const at = (text: string): Date => new Date(text);

  it.each([
    ['before its time', '2026-03-02T00:00:00Z', '2026-03-02T02:59:59Z', 'UTC', false],
    ['at its time', '2026-03-02T00:00:00Z', '2026-03-02T03:00:00Z', 'UTC', true],
    ['at its time again', '2026-03-02T03:00:00Z', '2026-03-02T03:00:01Z', 'UTC', false],
    ['by the clocks of the zone', '2026-03-01T17:00:00Z', '2026-03-01T18:00:00Z', 'Asia/Seoul', true],
  ])('for three at night, %s', (_, since, now, zone, come) => {
    expect(scheduleHasCome('0 3 * * *', zone, at(since), at(now))).toBe(come);
  });

  it.each([
    ['once in a night that has its hour twice', '30 2 * * *', '2026-10-24T22:00:00Z', 25, 1],
    ['once in a night that skips its hour', '30 2 * * *', '2026-03-28T23:00:00Z', 23, 1],
    ['in both where it is for every hour', '30 * * * *', '2026-10-24T22:00:00Z', 25, 25],
    ['once a day by name', '@daily', '2026-10-24T21:00:00Z', 25, 1],
    ['every hour by name', '@hourly', '2026-10-24T22:00:00Z', 25, 25],
  ])('comes %s', (_, expression, from, hours, times) => {
    const comings = Array.from({ length: hours }, (_, hour) => {
      const since = Date.parse(from) + hour * 3_600_000;
      return scheduleHasCome(expression, 'Europe/Berlin', new Date(since), new Date(since + 3_600_000));
    });
    expect(comings.filter(Boolean)).toHaveLength(times);
  });
});
