import { describe, expect, it } from 'vitest';
import { readCalendar } from './calendar.rules.js';

const GOOGLE = `BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:대한민국의 휴일
X-WR-TIMEZONE:Asia/Seoul
X-WR-CALDESC:대한민국의 공휴일 및 기념일
BEGIN:VEVENT
DTSTART;VALUE=DATE:20260216
DTEND;VALUE=DATE:20260217
DTSTAMP:20260101T000000Z
UID:20260216_e1@google.com
CLASS:PUBLIC
DESCRIPTION:공휴일
STATUS:CONFIRMED
SUMMARY:설날
 연휴
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20261225
DTEND;VALUE=DATE:20261226
DTSTAMP:20260101T000000Z
UID:20261225_e2@google.com
SUMMARY:크리스마스
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR`;

const APPLE = `BEGIN:VCALENDAR
CALSCALE:GREGORIAN
PRODID:-//Apple Inc.//macOS 15.1//EN
VERSION:2.0
X-APPLE-CALENDAR-COLOR:#CC73E1
BEGIN:VTIMEZONE
TZID:Europe/Stockholm
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
CREATED:20240101T100000Z
DTEND;VALUE=DATE:20240607
DTSTART;VALUE=DATE:20240606
RRULE:FREQ=YEARLY
SEQUENCE:1
SUMMARY;LANGUAGE=sv:Nationaldagen\\, Sverige
UID:9F1B
X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC
BEGIN:VALARM
ACTION:DISPLAY
DURATION:P20D
SUMMARY:Alarm
TRIGGER:-P1D
END:VALARM
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Europe/Stockholm:20260105T093000
DTEND;TZID=Europe/Stockholm:20260105T100000
SUMMARY:Stand-up
UID:9F1C
END:VEVENT
END:VCALENDAR`;

const OUTLOOK = `BEGIN:VCALENDAR
PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
VERSION:2.0
METHOD:PUBLISH
X-CALSTART:20260101T000000Z
BEGIN:VTIMEZONE
TZID:Korea Standard Time
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:+0900
TZOFFSETTO:+0900
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
CLASS:PUBLIC
DTSTART;TZID="Korea Standard Time":20260501T000000
DTEND;TZID="Korea Standard Time":20260502T000000
SUMMARY;LANGUAGE=ko:근로자의 날
TRANSP:TRANSPARENT
X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
X-ALT-DESC;FMTTYPE=text/html:<html><body>a long line that Outlook folds right in
\t the middle: yes</body></html>
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20260230
SUMMARY:no such day
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20260605
SUMMARY:after the bad one
END:VEVENT
END:VCALENDAR`;

const read = (text: string) => {
  const { days, faults } = readCalendar(text.replaceAll('\n', '\r\n'), '2026-01-01', '2027-01-01');
  return {
    days: days.map(({ name, from, to }) => `${name} ${from}/${to}`),
    faults: faults.map(({ line, message }) => `${line} ${message}`),
  };
};

describe('files as programs write them', () => {
  it('of Google: whole days, a name folded between two syllables', () => {
    expect(read(GOOGLE)).toEqual({
      days: ['설날연휴 2026-02-16/2026-02-17', '크리스마스 2026-12-25/2026-12-26'],
      faults: [],
    });
  });

  it('of Apple: the rule of a time zone and the alarm of an event are not the event', () => {
    expect(read(APPLE)).toEqual({
      days: ['Nationaldagen, Sverige 2026-06-06/2026-06-07'],
      faults: ['33 This event has clock times; only whole days are taken.'],
    });
  });

  it('of Outlook: midnights of a zone are whole days, and a bad event hides no other', () => {
    expect(read(OUTLOOK)).toEqual({
      days: ['근로자의 날 2026-05-01/2026-05-02', 'after the bad one 2026-06-05/2026-06-06'],
      faults: ['25 "20260230" is no date of the form 20260101.'],
    });
  });
});
