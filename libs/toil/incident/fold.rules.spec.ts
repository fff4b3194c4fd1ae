import { describe, expect, it } from 'vitest';
import type { IncidentEventType, LifeEvent } from './event.rules.js';
import { foldIncident, type IncidentLife } from './fold.rules.js';
import { incidentTimes, tierTotals } from './tiers.rules.js';

const MINUTE = 60_000;
let serial = 0;
const at = (clock: string): number => Date.parse(`2026-03-03T${clock}:00Z`);
const event = (
  type: IncidentEventType,
  clock: string,
  person: string | null = null,
  handsOnMinutes: number | null = null,
): LifeEvent => ({
  id: `e${++serial}`,
  type,
  at: at(clock),
  person,
  handsOnMinutes,
  correctedAt: null,
});
const fold = (...events: LifeEvent[]): IncidentLife => {
  const life = foldIncident(events);
  if (!life) throw new Error('no OPENED among the events');
  return life;
};
const minutes = (life: IncidentLife, asOf = at('23:00')) => {
  const totals = tierTotals(life, asOf);
  return {
    wall: totals.wall / MINUTE,
    engaged: totals.engaged / MINUTE,
    handsOn: totals.handsOn === null ? null : totals.handsOn / MINUTE,
  };
};
function permutations<T>(list: T[]): T[][] {
  if (list.length < 2) return [list];
  return list.flatMap((one, index) => permutations(list.toSpliced(index, 1)).map((rest) => [one, ...rest]));
}

describe('foldIncident', () => {
  it('gives a reopened incident two segments and nothing for the gap, in all 120 orders of arrival', () => {
    const events = [
      event('OPENED', '09:00'),
      event('ACKNOWLEDGED', '09:10', 'kim'),
      event('RESOLVED', '10:00'),
      event('REOPENED', '12:00', 'kim'),
      event('RESOLVED', '12:30'),
    ];
    for (const order of permutations(events)) {
      const life = fold(...order);
      expect(life).toMatchObject({
        status: 'RESOLVED',
        reopenCount: 1,
        openedAt: at('09:00'),
        acknowledgedAt: at('09:10'),
        resolvedAt: at('12:30'),
      });
      expect(minutes(life)).toEqual({ wall: 90, engaged: 80, handsOn: null });
    }
  });

  it('is null while nobody told of the opening', () => {
    expect(foldIncident([event('RESOLVED', '10:00')])).toBeNull();
  });

  it.each([
    ['snooze of one person', [event('SNOOZED', '09:20', 'kim'), event('RESUMED', '09:50', 'kim')], 90],
    ['snooze of everybody', [event('SNOOZED', '09:20'), event('RESUMED', '09:50')], 60],
    ['snooze until the end', [event('SNOOZED', '09:20', 'kim')], 80],
    [
      'an acknowledgement ends the snooze',
      [event('SNOOZED', '09:20', 'kim'), event('ACKNOWLEDGED', '09:30', 'kim')],
      110,
    ],
    ['leaving while snoozed', [event('SNOOZED', '09:20', 'kim'), event('LEFT', '09:40', 'kim')], 80],
    ['leaving and joining again', [event('LEFT', '09:30', 'kim'), event('JOINED', '09:45', 'kim')], 105],
    ['a resume without a snooze', [event('RESUMED', '09:30', 'kim')], 120],
    ['a second acknowledgement of the same person', [event('ACKNOWLEDGED', '09:30', 'kim')], 120],
    ['a snooze of somebody who is not there', [event('SNOOZED', '09:20', 'lee')], 120],
  ])('counts engaged minutes: %s', (_, extra, engaged) => {
    // kim and lee both engaged from 09:00 (kim) and 09:00 (lee) to 10:00, unless the extra events say otherwise
    const second = extra.some((one) => one.person === 'lee') ? 'park' : 'lee';
    const life = fold(
      event('OPENED', '08:50'),
      event('ACKNOWLEDGED', '09:00', 'kim'),
      event('ACKNOWLEDGED', '09:00', second),
      ...extra,
      event('RESOLVED', '10:00'),
    );
    expect(minutes(life)).toEqual({ wall: 70, engaged, handsOn: null });
  });

  it('applies events of one instant in the published order', () => {
    const life = fold(
      event('RESOLVED', '09:00'),
      event('ACKNOWLEDGED', '09:00', 'kim'),
      event('OPENED', '09:00'),
    );
    expect(life).toMatchObject({ status: 'RESOLVED', acknowledgedAt: at('09:00'), resolvedAt: at('09:00') });
    expect(incidentTimes(life, 'ENGAGED')).toEqual([{ person: 'kim', tier: 'ENGAGED', stretches: [] }]);
  });

  it('keeps an incident resolved when it is reopened and resolved in one instant', () => {
    const life = fold(
      event('OPENED', '09:00'),
      event('RESOLVED', '10:00'),
      event('REOPENED', '11:00'),
      event('RESOLVED', '11:00'),
    );
    expect(life).toMatchObject({ status: 'RESOLVED', reopenCount: 1, resolvedAt: at('11:00') });
    expect(minutes(life).wall).toBe(60);
  });

  it('lets the first of two resolves win, and quarantines what precedes the opening', () => {
    const early = event('RESOLVED', '08:00');
    const life = fold(
      early,
      event('OPENED', '09:00'),
      event('RESOLVED', '10:00'),
      event('RESOLVED', '11:00'),
    );
    expect(life).toMatchObject({ resolvedAt: at('10:00'), reopenCount: 0, quarantined: [early.id] });
  });

  it('counts an open incident up to the instant asked for', () => {
    const life = fold(event('OPENED', '09:00'), event('ACKNOWLEDGED', '09:30', 'kim'));
    expect(life.status).toBe('ACKNOWLEDGED');
    expect(minutes(life, at('10:00'))).toEqual({ wall: 60, engaged: 30, handsOn: null });
  });

  it('does not count a reopening of an incident that was never resolved', () => {
    const life = fold(
      event('OPENED', '09:00'),
      event('REOPENED', '09:30', 'kim'),
      event('RESOLVED', '10:00'),
    );
    expect(life.reopenCount).toBe(0);
    expect(minutes(life)).toEqual({ wall: 60, engaged: 30, handsOn: null });
  });
});

describe('hands-on minutes', () => {
  it('are placed at the start of the engagement, one statement after the other', () => {
    const life = fold(
      event('OPENED', '09:00'),
      event('ACKNOWLEDGED', '09:10', 'kim', 5),
      event('RESOLVED', '10:00', 'kim', 20),
    );
    expect(incidentTimes(life, 'HANDS_ON')).toEqual([
      {
        person: 'kim',
        tier: 'HANDS_ON',
        stretches: [
          { start: at('09:10'), end: at('09:15') },
          { start: at('09:15'), end: at('09:35') },
        ],
      },
    ]);
    expect(minutes(life).handsOn).toBe(25);
  });

  it('may be zero, which is a statement, not a gap', () => {
    const life = fold(
      event('OPENED', '09:00'),
      event('ACKNOWLEDGED', '09:10', 'kim'),
      event('RESOLVED', '10:00', 'kim', 0),
    );
    expect(minutes(life)).toEqual({ wall: 60, engaged: 50, handsOn: 0 });
    expect(incidentTimes(life, 'HANDS_ON')[0]?.stretches).toEqual([]);
  });

  it('of a second segment start with that segment', () => {
    const life = fold(
      event('OPENED', '09:00'),
      event('ACKNOWLEDGED', '09:10', 'kim'),
      event('RESOLVED', '10:00', 'kim', 20),
      event('REOPENED', '12:00', 'kim'),
      event('RESOLVED', '12:30', 'kim', 10),
    );
    expect(incidentTimes(life, 'HANDS_ON')[0]?.stretches).toEqual([
      { start: at('09:10'), end: at('09:30') },
      { start: at('12:00'), end: at('12:10') },
    ]);
  });
});

describe('incidentTimes', () => {
  it('lets a responder without the tier fall to the next best', () => {
    const life = fold(
      event('OPENED', '09:00'),
      event('ACKNOWLEDGED', '09:10', 'kim', 15),
      event('JOINED', '09:30', 'lee'),
      event('RESOLVED', '10:00'),
    );
    const tiers = incidentTimes(life, 'HANDS_ON').map(({ person, tier }) => [person, tier]);
    expect(tiers).toEqual([
      ['kim', 'HANDS_ON'],
      ['lee', 'ENGAGED'],
    ]);
    expect(incidentTimes(life, 'WALL').map(({ stretches }) => stretches)).toEqual([life.active, life.active]);
  });

  it('assumes one unknown person when nobody responded', () => {
    const life = fold(event('OPENED', '09:00'), event('RESOLVED', '10:00'));
    expect(incidentTimes(life, 'ENGAGED')).toEqual([{ person: null, tier: 'WALL', stretches: life.active }]);
  });
});

describe('a corrected end', () => {
  const corrected = (clock: string, told: number): LifeEvent => ({
    ...event('RESOLVED', clock),
    correctedAt: told,
  });
  const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString().slice(11, 16));
  const opened = event('OPENED', '09:00');
  const acked = event('ACKNOWLEDGED', '09:10', 'kim');
  const resolved = event('RESOLVED', '18:00');
  const shape = (...events: LifeEvent[]) => {
    const life = fold(...events);
    return {
      status: life.status,
      active: life.active.map(({ start, end }) => `${iso(start)}-${iso(end)}`),
      engaged: minutes(life).engaged,
    };
  };

  it.each([
    ['ends what nobody ended', [opened, acked, corrected('10:00', 1)], ['09:00-10:00'], 50],
    ['moves an end forward', [opened, acked, resolved, corrected('10:00', 1)], ['09:00-10:00'], 50],
    [
      'moves an end back',
      [opened, acked, event('RESOLVED', '09:30'), corrected('10:00', 1)],
      ['09:00-10:00'],
      50,
    ],
    [
      'is overruled by a later one',
      [opened, acked, resolved, corrected('12:00', 1), corrected('10:00', 2)],
      ['09:00-10:00'],
      50,
    ],
    [
      'touches its own segment alone',
      [
        opened,
        acked,
        event('RESOLVED', '11:00'),
        event('REOPENED', '12:00', 'kim'),
        resolved,
        corrected('10:00', 1),
      ],
      ['09:00-10:00', '12:00-18:00'],
      410,
    ],
    [
      'ends the last segment after a reopening',
      [opened, acked, event('RESOLVED', '10:00'), event('REOPENED', '12:00', 'kim'), corrected('12:30', 1)],
      ['09:00-10:00', '12:00-12:30'],
      80,
    ],
  ])('%s, in any order of arrival', (_, events, active, engaged) => {
    for (const order of [events, [...events].reverse(), [...events.slice(2), ...events.slice(0, 2)]]) {
      expect(shape(...order)).toEqual({ status: 'RESOLVED', active, engaged });
    }
  });

  it('keeps the hands-on minutes that were stated with the end it takes the place of', () => {
    const life = fold(opened, acked, event('RESOLVED', '18:00', 'kim', 25), corrected('10:00', 1));
    expect(minutes(life).handsOn).toBe(25);
  });
});
