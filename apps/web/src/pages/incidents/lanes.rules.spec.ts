import { describe, expect, it } from 'vitest';
import { lanesOf } from './lanes.rules.js';

const kim = { id: 'kim', name: 'Kim' };
const lee = { id: 'lee', name: 'Lee' };
const at = (clock: string) => `2026-03-03T${clock}:00Z`;
const minutes = (stretch: { from: number; to: number }) => (stretch.to - stretch.from) / 60_000;

describe('lanesOf', () => {
  it('draws two stretches for an incident that was reopened, in any order of events', () => {
    const events = [
      { type: 'RESOLVED', at: at('12:30'), person: null },
      { type: 'OPENED', at: at('09:00'), person: null },
      { type: 'REOPENED', at: at('12:00'), person: kim },
      { type: 'ACKNOWLEDGED', at: at('09:10'), person: kim },
      { type: 'RESOLVED', at: at('10:00'), person: null },
    ];
    const [incident, person] = lanesOf(events, Date.parse(at('15:00')));
    expect(incident?.stretches.map(minutes)).toEqual([60, 30]);
    expect(person?.stretches.map(minutes)).toEqual([50, 30]);
  });
  it('marks snoozed time and lets an open end run to now', () => {
    const lanes = lanesOf(
      [
        { type: 'OPENED', at: at('09:00'), person: null },
        { type: 'ACKNOWLEDGED', at: at('09:00'), person: kim },
        { type: 'JOINED', at: at('09:05'), person: lee },
        { type: 'LEFT', at: at('09:15'), person: lee },
        { type: 'SNOOZED', at: at('09:10'), person: kim },
        { type: 'RESUMED', at: at('09:20'), person: kim },
      ],
      Date.parse(at('09:30')),
    );
    expect(lanes.map((lane) => lane.person?.name ?? null)).toEqual([null, 'Kim', 'Lee']);
    expect(lanes[1]?.stretches.map((one) => [minutes(one), one.paused])).toEqual([
      [10, false],
      [10, true],
      [10, false],
    ]);
    expect(lanes[2]?.stretches.map(minutes)).toEqual([10]);
  });
});
