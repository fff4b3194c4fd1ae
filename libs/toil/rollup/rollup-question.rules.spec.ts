import { describe, expect, it } from 'vitest';
import { dayFrame } from '../report/frame.rules.js';
import { planOf, sourcesOf, type TimeQuestion } from './rollup-question.rules.js';

const asked = (from: string, to: string, more: Partial<TimeQuestion> = {}): TimeQuestion => ({
  ...{ days: dayFrame(from, to, 'Asia/Seoul'), slotStarts: [from] },
  ...{ view: 'PERSON', mode: 'ENGAGED', attribution: 'EQUAL_SPLIT', timeBand: null, serviceIds: null },
  ...{ asOf: new Date('2026-03-30T00:00:00Z'), knownBy: null, cutAt: null },
  ...more,
});

describe('sourcesOf', () => {
  it.each([
    ['now: roll-ups alone', {}, { from: '2026-03-04', to: '2026-03-25' }, []],
    [
      'known by: weeks after it from the facts (20:00 in Seoul on Wednesday the 11th)',
      { knownBy: new Date('2026-03-11T11:00:00Z') },
      { from: '2026-03-04', to: '2026-03-16' },
      [{ from: '2026-03-16', to: '2026-03-25' }],
    ],
    [
      'known by a Sunday evening: the week that begins with the next day may have been told of',
      { knownBy: new Date('2026-03-15T14:00:00Z') },
      { from: '2026-03-04', to: '2026-03-23' },
      [{ from: '2026-03-23', to: '2026-03-25' }],
    ],
    [
      'known by before the range: the facts alone',
      { knownBy: new Date('2026-02-11T11:00:00Z') },
      null,
      [{ from: '2026-03-04', to: '2026-03-25' }],
    ],
    [
      'cut: its own day from the facts, nothing after it (00:30 in Seoul on the 12th)',
      { cutAt: new Date('2026-03-11T15:30:00Z') },
      { from: '2026-03-04', to: '2026-03-12' },
      [{ from: '2026-03-12', to: '2026-03-13' }],
    ],
    ['cut before the range: nothing', { cutAt: new Date('2026-03-01T00:00:00Z') }, null, []],
  ])('%s', (_, more, sums, facts) => {
    expect(sourcesOf(asked('2026-03-04', '2026-03-25', more))).toEqual({ sums, facts });
  });
});

describe('planOf', () => {
  it('puts each day of the range into its slot, and no other', () => {
    const slotStarts = ['2026-03-04', '2026-03-09', '2026-03-16'];
    const { slotOf, slots } = planOf(asked('2026-03-04', '2026-03-18', { slotStarts }), () => []);
    expect(slots).toBe(3);
    expect([-1, 0, 4, 5, 11, 12, 13, 14].map(slotOf)).toEqual([-1, 0, 0, 1, 1, 2, 2, -1]);
  });
});
