import { describe, expect, it } from 'vitest';
import { clockRangeIn } from './clock-range.rules.js';

const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
const read = (line: string) => {
  const found = clockRangeIn(line);
  return found?.range ? `${clock(found.range.startMinutes)} ${clock(found.range.endMinutes)}` : found;
};

describe('clockRangeIn', () => {
  it.each([
    ['9am-10:30am', '9:00 10:30'],
    ['9AM - 10:30 AM', '9:00 10:30'],
    ['9a.m.-1p.m.', '9:00 13:00'],
    ['09:00-11:30', '9:00 11:30'],
    ['9:00–11:30', '9:00 11:30'],
    ['14:00~15:00', '14:00 15:00'],
    ['14:00 ～ 15:00', '14:00 15:00'],
    ['9:00 to 10:15', '9:00 10:15'],
    ['오전 9시-10시 30분', '9:00 10:30'],
    ['오전9시~오후1시반', '9:00 13:30'],
    ['9시부터 10시 30분까지', '9:00 10:30'],
    ['오후 2시에서 3시', '14:00 15:00'],
    ['14시-15시', '14:00 15:00'],
    ['12am-12pm', '0:00 12:00'],
    ['9-10:30am', '9:00 10:30'],
    ['9-1pm', '9:00 13:00'],
    ['1-3pm', '13:00 15:00'],
    ['12-1pm', '12:00 13:00'],
    ['11am-1:30', '11:00 13:30'],
    ['오전 11시-1시', '11:00 13:00'],
    ['9am-14:00', '9:00 14:00'],
    ['09:30-1pm', '9:30 13:00'],
    ['22:30-01:15', '22:30 25:15'],
    ['22:30-1:15', '22:30 25:15'],
    ['11pm-1', '23:00 25:00'],
    ['오후 11시-오전 1시', '23:00 25:00'],
    ['22:00-24:00', '22:00 24:00'],
    ['20:00-08:00', '20:00 32:00'],
  ])('reads %s as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
    expect(clockRangeIn(`checkout ${text} restart pods`)).toMatchObject({ at: 9, text });
  });

  it.each([
    'pods 3-5',
    '2026-03-04',
    '1:30',
    'a9:00-10:00',
    '9:00-10:00b',
    '9:00',
    '2h-3h',
    '10.0.0.1-9',
    '',
  ])('sees none in %j', (line) => {
    expect(clockRangeIn(line)).toBeNull();
  });

  it.each([
    ['25:00-26:00', 'A time looks like'],
    ['9:75-10:00', 'A time looks like'],
    ['13pm-2pm', 'A time looks like'],
    ['24:00-01:00', 'A time looks like'],
    ['9:00-24:30', 'A time looks like'],
    ['9:00-9:00', 'ends before it starts'],
    ['9:00-5:30', 'ends before it starts'],
    ['20:00-08:01', 'ends before it starts'],
  ])('refuses %s', (text, message) => {
    expect(read(text)).toMatchObject({ text, range: null, message: expect.stringContaining(message) });
  });
});
