import { describe, expect, it } from 'vitest';
import { readCalendar } from './calendar.rules.js';

const file = (...events: string[][]): string =>
  [
    'BEGIN:VCALENDAR',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n');
const dates = (...lines: string[]): string[] =>
  readCalendar(file(lines), '2026-01-01', '2029-01-01').days.map(({ from, to }) => `${from}/${to}`);

describe('readCalendar', () => {
  it('reads whole days, however they are folded and escaped', () => {
    const text = file(
      [
        'UID:1',
        'DTSTART;VALUE=DATE:20260216',
        'DTEND;VALUE=DATE:20260219',
        'SUMMARY:설날\\, three',
        '  days',
      ],
      ['DTSTART;VALUE=DATE:20260101', 'SUMMARY;LANGUAGE="en:GB":New Year'],
    );
    expect(readCalendar(text, '2026-01-01', '2027-01-01')).toEqual({
      days: [
        { name: 'New Year', from: '2026-01-01', to: '2026-01-02', line: 9 },
        { name: '설날, three days', from: '2026-02-16', to: '2026-02-19', line: 2 },
      ],
      faults: [],
    });
  });

  it.each([
    ['a duration', ['DTSTART;VALUE=DATE:20260501', 'DURATION:P2D'], ['2026-05-01/2026-05-03']],
    [
      'what begins before the range',
      ['DTSTART;VALUE=DATE:20251231', 'DTEND;VALUE=DATE:20260102'],
      ['2025-12-31/2026-01-02'],
    ],
    ['nothing outside of it', ['DTSTART;VALUE=DATE:20290101'], []],
    ['nothing cancelled', ['DTSTART;VALUE=DATE:20260101', 'STATUS:CANCELLED'], []],
    [
      'every year',
      ['DTSTART;VALUE=DATE:20200301', 'RRULE:FREQ=YEARLY'],
      ['2026-03-01/2026-03-02', '2027-03-01/2027-03-02', '2028-03-01/2028-03-02'],
    ],
    [
      'every second year, a few times',
      ['DTSTART;VALUE=DATE:20240301', 'RRULE:FREQ=YEARLY;INTERVAL=2;COUNT=3'],
      ['2026-03-01/2026-03-02', '2028-03-01/2028-03-02'],
    ],
    [
      'until a date',
      ['DTSTART;VALUE=DATE:20200301', 'RRULE:FREQ=YEARLY;UNTIL=20270228'],
      ['2026-03-01/2026-03-02'],
    ],
    [
      'the fourth Thursday of November',
      ['DTSTART;VALUE=DATE:20241128', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH'],
      ['2026-11-26/2026-11-27', '2027-11-25/2027-11-26', '2028-11-23/2028-11-24'],
    ],
    [
      'the last Monday of May',
      ['DTSTART;VALUE=DATE:20250526', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;COUNT=3'],
      ['2026-05-25/2026-05-26', '2027-05-31/2027-06-01'],
    ],
    [
      'no day that is in no year',
      ['DTSTART;VALUE=DATE:20260228', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
      [],
    ],
    [
      '29 February only where it is',
      ['DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY'],
      ['2028-02-29/2028-03-01'],
    ],
    [
      'a repetition without one',
      ['DTSTART;VALUE=DATE:20260301', 'RRULE:FREQ=YEARLY;COUNT=2', 'EXDATE;VALUE=DATE:20260301'],
      ['2027-03-01/2027-03-02'],
    ],
  ])('takes %s', (_, lines, expected) => {
    expect(dates(...lines)).toEqual(expected);
  });

  it.each([
    ['no calendar', 'hello', 1, /BEGIN:VCALENDAR/],
    ['an empty file', '', 1, /BEGIN:VCALENDAR/],
    ['a line without a colon', file(['DTSTART;VALUE=DATE:20300101', 'nonsense']), 4, /colon/],
    ['a date that is none', file(['DTSTART;VALUE=DATE:20260230']), 3, /20260230/],
    ['an event without a start', file(['SUMMARY:x']), 2, /DTSTART/],
    [
      'an end before the start',
      file(['DTSTART;VALUE=DATE:20260102', 'DTEND;VALUE=DATE:20260101']),
      4,
      /before/,
    ],
    ['a year off', file(['DTSTART;VALUE=DATE:20260102', 'DURATION:P52W']), 4, /364 days/],
    ['clock times', file(['DTSTART:20260101T090000Z']), 3, /clock/],
    ['another repetition', file(['DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=WEEKLY']), 4, /yearly/],
    [
      'a number that is none',
      file(['DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=YEARLY;COUNT=abc']),
      4,
      /cannot be read/,
    ],
    ['every Sunday', file(['DTSTART;VALUE=DATE:20260104', 'RRULE:FREQ=YEARLY;BYDAY=SU']), 4, /4TH/],
    [
      'a thirteenth month',
      file(['DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=YEARLY;BYMONTH=13']),
      4,
      /cannot be read/,
    ],
    [
      'a last date that is none',
      file(['DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=YEARLY;UNTIL=20260230']),
      4,
      /cannot be read/,
    ],
    ['half a year off', file(['DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20260701']), 4, /181 days/],
    ['a file that breaks off', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260101', 2, /END:VEVENT/],
  ])('names the line of %s', (_, text, line, message) => {
    const { days, faults } = readCalendar(text, '2026-01-01', '2027-01-01');
    expect(days).toEqual([]);
    expect(faults[0]?.line).toBe(line);
    expect(faults[0]?.message).toMatch(message);
  });
});
