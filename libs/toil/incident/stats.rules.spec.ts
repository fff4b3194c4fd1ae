import { describe, expect, it } from 'vitest';
import { inferHandsOn } from './hands-on.rules.js';
import { mergeLives } from './merge.rules.js';
import { durationStats, incidentStats, type StatIncident } from './stats.rules.js';

const MINUTE = 60_000;
const at = (clock: string): number => Date.parse(`2026-03-04T${clock}:00+09:00`);
const incident = (opened: string, acked: string | null, resolved: string | null): StatIncident => ({
  openedAt: at(opened),
  acknowledgedAt: acked === null ? null : at(acked),
  resolvedAt: resolved === null ? null : at(resolved),
  active: [{ start: at(opened), end: resolved === null ? null : at(resolved) }],
  countsUntil: at('11:00'),
});

describe('incidentStats', () => {
  const three = [
    incident('10:00', '10:05', '12:05'),
    incident('11:00', '11:05', '12:35'),
    incident('11:30', '11:35', '12:35'),
  ];

  it('gives mean, median and populations of three overlapping incidents', () => {
    const stats = incidentStats(three, at('00:00'), at('23:59'));
    expect(stats.mtta).toEqual({ meanMinutes: '5', medianMinutes: '5', p90Minutes: '5', n: 3, excluded: 0 });
    expect(stats.mttrActive).toMatchObject({
      meanMinutes: '95',
      medianMinutes: '95',
      p90Minutes: '125',
      n: 3,
    });
    expect(incidentStats(three.slice(0, 2), at('00:00'), at('23:59'))).toMatchObject({
      mttrActive: { meanMinutes: '110' },
      wallUnionSeconds: 155 * 60,
    });
  });

  it('excludes the unacknowledged and the open ones, and counts them beside', () => {
    const stats = incidentStats([incident('10:00', null, null)], at('00:00'), at('12:00'));
    expect(stats.mtta).toEqual({
      meanMinutes: null,
      medianMinutes: null,
      p90Minutes: null,
      n: 0,
      excluded: 1,
    });
    expect(stats.mttrElapsed).toMatchObject({ n: 0, excluded: 1 });
    expect(stats.wallUnionSeconds).toBe(3600);
  });

  it('takes MTTA by the opening and MTTR by the final resolve', () => {
    const stats = incidentStats([incident('10:00', '10:05', '12:05')], at('12:00'), at('13:00'));
    expect(stats.mtta.n).toBe(0);
    expect(stats.mttrActive).toMatchObject({ meanMinutes: '125', n: 1, excluded: 0 });
    expect(stats.wallUnionSeconds).toBe(300);
  });
});

describe('durationStats', () => {
  it.each([
    [[1], '1', '1', '1'],
    [[1, 2], '1.5', '1.5', '2'],
    [[4, 1, 2], '2.3333', '2', '4'],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], '5.5', '5.5', '9'],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], '6', '6', '10'],
  ])('of %j minutes', (values, meanMinutes, medianMinutes, p90Minutes) => {
    const stats = durationStats(
      values.map((value) => value * MINUTE),
      0,
    );
    expect(stats).toMatchObject({ meanMinutes, medianMinutes, p90Minutes, n: values.length });
  });
});

describe('inferHandsOn', () => {
  it.each([
    [['10:00'], [['10:00', '10:10']]],
    [['10:20', '10:00'], [['10:00', '10:30']]],
    [
      ['10:00', '10:21'],
      [
        ['10:00', '10:10'],
        ['10:21', '10:31'],
      ],
    ],
    [[], []],
  ])('of activity at %j', (clocks, expected) => {
    const stretches = inferHandsOn(clocks.map(at));
    expect(stretches).toEqual(expected.map(([start = '', end = '']) => ({ start: at(start), end: at(end) })));
  });
});

describe('mergeLives', () => {
  it('joins duplicates: union of segments, earliest opening and acknowledgement, resolved with the last', () => {
    const life = (opened: string, acked: string, resolved: string) => ({
      status: 'RESOLVED' as const,
      openedAt: at(opened),
      acknowledgedAt: at(acked),
      resolvedAt: at(resolved),
      reopenCount: 0,
      active: [{ start: at(opened), end: at(resolved) }],
      responders: [{ person: 'kim', engaged: [{ start: at(acked), end: at(resolved) }], handsOn: null }],
      quarantined: [],
    });
    const merged = mergeLives([life('11:00', '11:20', '12:00'), life('10:00', '10:30', '11:30')]);
    expect(merged).toMatchObject({
      openedAt: at('10:00'),
      acknowledgedAt: at('10:30'),
      resolvedAt: at('12:00'),
      active: [{ start: at('10:00'), end: at('12:00') }],
      responders: [{ engaged: [{ start: at('10:30'), end: at('12:00') }] }],
    });
  });
});
