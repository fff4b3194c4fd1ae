import { describe, expect, it } from 'vitest';
import { goLiveEvents } from './go-live.rules.js';

const weeks = [{ from: '2026-06-01' }, { from: '2026-11-23' }];
const range = { from: '2026-06-01', to: '2026-11-30', weeks };
const labels = (...days: (readonly [string, string | null])[]) =>
  goLiveEvents(
    days.map(([key, liveSince]) => ({ key, liveSince })),
    range,
    (name, day) => `${name} ${day}`,
  ).map(({ label }) => label);

describe('goLiveEvents', () => {
  it('names what went live within the range, in order', () => {
    expect(
      labels(
        ['late', '2026-11-30'],
        ['b', '2026-08-03'],
        ['never', null],
        ['a', '2026-06-01'],
        ['early', '2026-05-31'],
      ),
    ).toEqual(['a 2026-06-01', 'b 2026-08-03']);
  });
  it('gives a day one line and names only the newest of many', () => {
    expect(
      labels(
        ['a', '2026-06-02'],
        ['b', '2026-07-01'],
        ['c', '2026-08-01'],
        ['d', '2026-09-01'],
        ['e', '2026-09-01'],
      ),
    ).toEqual(['b 2026-07-01', 'c 2026-08-01', 'd +1 2026-09-01']);
  });
  it('draws a day of the running week where that week is drawn', () => {
    const [event] = goLiveEvents([{ key: 'a', liveSince: '2026-11-29' }], range, (name) => name);
    expect(event?.x).toBe(Date.parse('2026-11-23T00:00:00Z'));
  });
  it('cuts a long key', () => {
    expect(labels(['x'.repeat(80), '2026-07-01'])[0]).toBe(`${'x'.repeat(23)}… 2026-07-01`);
  });
});
