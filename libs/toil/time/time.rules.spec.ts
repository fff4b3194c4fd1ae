import { describe, expect, it } from 'vitest';
import { bandCuts } from './band.rules.js';
import { readLocalTime } from './local-time.rules.js';
import { weekHours, weekLabel, weekStarting, weeksOf } from './week.rules.js';
import { addDays, dateOf, dayOfWeek, dayStart, daysBetween, isDate, isZone } from './zone.rules.js';

const iso = (ms: number): string => new Date(ms).toISOString();

describe('isZone', () => {
  it.each([
    ['Asia/Seoul', true],
    ['UTC', true],
    ['America/New_York', true],
    ['+09:00', false],
    ['Mars/Olympus', false],
    ['', false],
  ])('%s: %s', (name, known) => {
    expect(isZone(name)).toBe(known);
  });
});

describe('isDate', () => {
  it.each([
    ['2026-03-08', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-3-1', false],
    ['2026-03-08T00:00', false],
  ])('%s: %s', (text, valid) => {
    expect(isDate(text)).toBe(valid);
  });
});

describe('dates', () => {
  it('step by the calendar', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(daysBetween('2026-03-02', '2026-03-09')).toBe(7);
    expect(dayOfWeek('2026-03-08')).toBe(7);
    expect(dayOfWeek('1969-12-29')).toBe(1);
  });

  it('belong to a zone', () => {
    expect(dateOf(Date.parse('2026-03-08T15:30:00Z'), 'Asia/Seoul')).toBe('2026-03-09');
    expect(iso(dayStart('2026-03-09', 'Asia/Seoul'))).toBe('2026-03-08T15:00:00.000Z');
  });

  it('begin at the first instant where midnight does not exist', () => {
    expect(iso(dayStart('2018-11-04', 'America/Sao_Paulo'))).toBe('2018-11-04T03:00:00.000Z');
  });
});

describe('readLocalTime', () => {
  const zone = 'Europe/Berlin';

  it('reads an ordinary time', () => {
    expect(readLocalTime({ local: '2026-03-02T09:00', zone })).toEqual({
      kind: 'INSTANT',
      instantMs: Date.parse('2026-03-02T08:00:00Z'),
    });
  });

  it('offers both readings of an hour that comes twice, and takes the fold', () => {
    expect(readLocalTime({ local: '2025-10-26T02:30', zone })).toEqual({
      kind: 'AMBIGUOUS',
      candidates: [
        { fold: 0, instant: '2025-10-26T00:30:00Z', offset: '+02:00' },
        { fold: 1, instant: '2025-10-26T01:30:00Z', offset: '+01:00' },
      ],
    });
    const second = readLocalTime({ local: '2025-10-26T02:30', zone, fold: 1 });
    expect(second).toEqual({ kind: 'INSTANT', instantMs: Date.parse('2025-10-26T01:30:00Z') });
  });

  it('refuses an hour that the clock skips, whatever the fold', () => {
    expect(readLocalTime({ local: '2026-03-29T02:30', zone }).kind).toBe('NONEXISTENT');
    expect(readLocalTime({ local: '2026-03-29T02:30', zone, fold: 1 })).toEqual({
      kind: 'NONEXISTENT',
      next: '2026-03-29T03:30:00',
    });
  });

  it.each([
    '2026-03-29',
    '2026-03-29T09:00Z',
    '2026-03-29T09:00+02:00',
    '2026-02-30T09:00',
    '2026-03-29T25:00',
    'now',
  ])('cannot read %s', (local) => {
    expect(readLocalTime({ local, zone })).toEqual({ kind: 'UNREADABLE' });
  });
});

describe('weeks', () => {
  it.each([
    ['2026-03-08', 'MONDAY', '2026-03-02'],
    ['2026-03-08', 'SUNDAY', '2026-03-08'],
    ['2026-03-07', 'SUNDAY', '2026-03-01'],
    ['2026-03-02', 'MONDAY', '2026-03-02'],
  ] as const)('%s lies in the %s week of %s', (date, weekStart, firstDay) => {
    expect(weekStarting(date, weekStart)).toBe(firstDay);
  });

  it.each([
    ['2026-03-02', '2026-W10'],
    ['2025-12-29', '2026-W01'],
    ['2027-01-04', '2027-W01'],
    ['2026-12-28', '2026-W53'],
    ['2026-03-08', '2026-W11'],
  ])('the week of %s is %s', (firstDay, label) => {
    expect(weekLabel(firstDay)).toBe(label);
  });

  it.each([
    ['2026-03-23', 'Europe/Berlin', 167],
    ['2026-10-19', 'Europe/Berlin', 169],
    ['2026-03-23', 'Asia/Seoul', 168],
  ])('the week of %s in %s has %i hours', (firstDay, zone, hours) => {
    expect(weekHours(firstDay, zone)).toBe(hours);
  });

  it('are cut to the range', () => {
    expect(weeksOf('2026-03-04', '2026-03-10', 'MONDAY')).toEqual([
      { firstDay: '2026-03-02', from: '2026-03-04', to: '2026-03-09' },
      { firstDay: '2026-03-09', from: '2026-03-09', to: '2026-03-10' },
    ]);
  });
});

describe('bandCuts', () => {
  const at = (text: string): number => Date.parse(text);
  const cuts = (zones: Parameters<typeof bandCuts>[0], from: string, to: string): [string, string][] =>
    bandCuts(zones, at(from), at(to)).map((cut) => [iso(cut.fromMs).slice(0, 16), cut.band]);

  it('follows the clock of the person on a work day', () => {
    expect(cuts([{ fromMs: 0, zone: 'Asia/Seoul' }], '2026-03-04T00:00Z', '2026-03-04T15:00Z')).toEqual([
      ['2026-03-04T00:00', 'BUSINESS'],
      ['2026-03-04T09:00', 'OFF'],
      ['2026-03-04T13:00', 'SLEEP'],
    ]);
  });

  it('keeps weekend nights as sleep', () => {
    expect(cuts([{ fromMs: 0, zone: 'UTC' }], '2026-03-07T00:00Z', '2026-03-08T00:00Z')).toEqual([
      ['2026-03-07T00:00', 'SLEEP'],
      ['2026-03-07T08:00', 'OFF'],
      ['2026-03-07T22:00', 'SLEEP'],
    ]);
  });

  it('uses the zone that was valid at the instant', () => {
    const zones = [
      { fromMs: 0, zone: 'UTC' },
      { fromMs: at('2026-03-04T12:00Z'), zone: 'Asia/Seoul' },
    ];
    expect(cuts(zones, '2026-03-04T00:00Z', '2026-03-04T23:30Z')).toEqual([
      ['2026-03-04T00:00', 'SLEEP'],
      ['2026-03-04T08:00', 'BUSINESS'],
      ['2026-03-04T12:00', 'OFF'],
      ['2026-03-04T13:00', 'SLEEP'],
      ['2026-03-04T15:00', 'SLEEP'],
      ['2026-03-04T23:00', 'BUSINESS'],
    ]);
  });

  it('keeps the hours on the clock on the day it changes', () => {
    const day = cuts([{ fromMs: 0, zone: 'Europe/Berlin' }], '2026-03-28T23:00Z', '2026-03-29T22:00Z');
    expect(day).toEqual([
      ['2026-03-28T23:00', 'SLEEP'],
      ['2026-03-29T06:00', 'OFF'],
      ['2026-03-29T20:00', 'SLEEP'],
    ]);
  });
});
