import { describe, expect, it } from 'vitest';
import { undecided } from './inferred.rules.js';

const at = (clock: string) => Date.parse(`2026-03-03T${clock}:00Z`);
const span = (text: string) => {
  const [start, end] = text.split('-') as [string, string];
  return { startMs: at(start), endMs: at(end) };
};
const text = (ms: number) => new Date(ms).toISOString().slice(11, 16);

describe('undecided', () => {
  it.each([
    ['everything where nothing was decided', ['09:00-10:00'], [], ['09:00-10:00']],
    ['nothing where all of it was', ['09:00-10:00'], ['09:00-10:00'], []],
    ['nothing where more was', ['09:00-10:00'], ['08:00-11:00'], []],
    ['the rest after a confirmed beginning', ['09:00-10:00'], ['09:00-09:30'], ['09:30-10:00']],
    ['both sides of a dismissed middle', ['09:00-10:00'], ['09:20-09:30'], ['09:00-09:20', '09:30-10:00']],
    ['what a neighbour only touches', ['09:00-10:00'], ['08:00-09:00', '10:00-11:00'], ['09:00-10:00']],
    ['between two, given in any order', ['09:00-10:00'], ['09:50-10:00', '09:00-09:10'], ['09:10-09:50']],
    [
      'each stretch by itself',
      ['11:00-12:00', '09:00-10:00'],
      ['09:30-11:30'],
      ['09:00-09:30', '11:30-12:00'],
    ],
  ])('leaves %s', (_, wanted, decided, expected) => {
    const left = undecided(wanted.map(span), decided.map(span));
    expect(left.map(({ startMs, endMs }) => `${text(startMs)}-${text(endMs)}`)).toEqual(expected);
  });

  it('counts whole seconds', () => {
    expect(undecided([{ startMs: 1999, endMs: 2001 }], [])).toEqual([{ startMs: 1000, endMs: 2000 }]);
    expect(undecided([{ startMs: 1000, endMs: 1999 }], [])).toEqual([]);
  });
});
