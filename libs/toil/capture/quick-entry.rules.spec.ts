import { describe, expect, it } from 'vitest';
import { parseQuickEntry } from './quick-entry.rules.js';

const services = new Set(['checkout', 'search']);
const types = new Set(['deploy']);
// a Wednesday
const frame = {
  today: '2026-03-04',
  isService: (key: string) => services.has(key),
  isTaskType: (key: string) => types.has(key),
};
const parse = (line: string) => parseQuickEntry(line, frame);

describe('parseQuickEntry', () => {
  it('reads the whole form', () => {
    expect(parse('45m checkout restart pods #deploy @yesterday')).toEqual({
      durationSeconds: 2700,
      service: 'checkout',
      taskType: 'deploy',
      date: '2026-03-03',
      note: 'restart pods',
      faults: [],
    });
  });

  it.each([
    ['1:30 x', 5400],
    ['2h27m x', 8820],
    ['1.5 x', 5400],
    ['x 20m', 1200],
  ])('finds the duration in %j', (line, durationSeconds) => {
    expect(parse(line)).toMatchObject({ durationSeconds, note: 'x' });
  });

  it.each([
    ['@today', '2026-03-04'],
    ['@tue', '2026-03-03'],
    ['@Wednesday', '2026-02-25'],
    ['@thursday', '2026-02-26'],
    ['@2026-02-28', '2026-02-28'],
  ])('reads the date %s', (word, date) => {
    expect(parse(`5m ${word}`)).toMatchObject({ date, faults: [] });
  });

  it.each([
    ['checkout', ''],
    ['0m checkout', '0'],
    ['5m #nothing', '#nothing'],
    ['5m @someday', '@someday'],
    ['5m @2026-02-30', '@2026-02-30'],
  ])('names what it does not understand in %j', (line, word) => {
    expect(parse(line).faults.map((fault) => fault.word)).toEqual([word]);
  });

  it('takes only the first duration and the first service', () => {
    expect(parse('5m checkout waited 10m for search')).toMatchObject({
      durationSeconds: 300,
      service: 'checkout',
      note: 'waited 10m for search',
    });
  });
});
