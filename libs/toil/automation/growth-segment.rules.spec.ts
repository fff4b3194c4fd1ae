import { describe, expect, it } from 'vitest';
import { addDays } from '../time/zone.rules.js';
import { growthSegments } from './growth-segment.rules.js';

const RANGE = { from: '2026-01-05', to: '2026-03-16', weekStart: 'MONDAY' as const };
const week = (index: number, size: number, hours: number) => ({
  week: addDays(RANGE.from, 7 * index),
  size,
  hours,
});
// Ten weeks: toil is half of the size, and from the sixth on a tenth of it.
const WEEKS = Array.from({ length: 10 }, (_, i) => week(i, 10 + 10 * i, (10 + 10 * i) * (i < 5 ? 0.5 : 0.1)));
const shape = (goLives: { automation: string; date: string }[]) =>
  growthSegments(WEEKS, RANGE, goLives).map(({ from, to, cutBy, points, growth }) => [
    `${from} ${to}`,
    cutBy.map(({ automation }) => automation).join(),
    points.length,
    growth.slope === null ? null : Math.round(growth.slope * 1000) / 1000,
    growth.growthClass ?? growth.nullReason,
  ]);

describe('growthSegments', () => {
  it('are one without automations', () => {
    expect(shape([])).toEqual([['2026-01-05 2026-03-16', '', 10, -0.033, 'NOT_SCALING']]);
  });

  it('are fitted each by itself', () => {
    expect(shape([{ automation: 'sweeper', date: '2026-02-09' }])).toEqual([
      ['2026-01-05 2026-02-09', '', 5, 0.5, 'LINEAR'],
      ['2026-02-09 2026-03-16', 'sweeper', 5, 0.1, 'LINEAR'],
    ]);
  });

  it('leave the week out in which the automation went live', () => {
    expect(shape([{ automation: 'sweeper', date: '2026-02-12' }])).toEqual([
      ['2026-01-05 2026-02-09', '', 5, 0.5, 'LINEAR'],
      ['2026-02-16 2026-03-16', 'sweeper', 4, 0.1, 'LINEAR'],
    ]);
  });

  it('cut once for all automations of a week, and say where too little is left', () => {
    expect(
      shape([
        { automation: 'b', date: '2026-03-06' },
        { automation: 'a', date: '2026-03-03' },
      ]),
    ).toEqual([
      ['2026-01-05 2026-03-02', '', 8, -0.019, 'NOT_SCALING'],
      ['2026-03-09 2026-03-16', 'a,b', 1, null, 'INSUFFICIENT_VARIATION'],
    ]);
  });

  it.each(['2026-01-05', '2025-12-01', '2026-03-16'])('are not cut by a go-live at %s', (date) => {
    expect(shape([{ automation: 'a', date }])).toHaveLength(1);
  });
});
