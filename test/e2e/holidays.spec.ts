import { describe, expect, it } from 'vitest';
import { ManualClock } from '#platform';
import { useApi } from '../harness/use-api.js';
import { toilScene } from './toil-scene.js';

const KOREA = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'DTSTART;VALUE=DATE:20200301',
  'RRULE:FREQ=YEARLY',
  'SUMMARY:삼일절',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'DTSTART;VALUE=DATE:20260216',
  'DTEND;VALUE=DATE:20260219',
  'SUMMARY:설날',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'DTSTART:20260401T090000Z',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

describe('holidays from a calendar file', () => {
  const clock = new ManualClock(new Date('2026-01-05T09:00:00Z'));
  const api = useApi({ clock });
  const scene = toilScene(api);
  const send = async (more: object = {}) =>
    (
      await api.query(
        `mutation($i: ImportHolidaysInput!) { importHolidays(input: $i) { days { name from to line known } faults { line message } added userErrors { code path } } }`,
        { i: { calendar: 'South Korea', text: KOREA, ...more } },
      )
    ).data.importHolidays;
  const capacity = async (asOf?: string) => {
    const report = await scene.report({
      from: '2026-02-16',
      to: '2026-02-23',
      services: ['checkout'],
      ...(asOf ? { asOf } : {}),
    });
    return Number(report.total.denominatorSeconds) / 3600;
  };
  const remove = async (input: object) =>
    (
      await api.query(
        'mutation($i: RemoveHolidaysInput!) { removeHolidays(input: $i) { removed userErrors { code path } } }',
        {
          i: input,
        },
      )
    ).data.removeHolidays;

  it('are shown before they are taken, with the lines that cannot be', async () => {
    await scene.service('checkout');
    await scene.person('hana', { zone: 'Asia/Seoul' });
    await scene.person('ana', { zone: 'Europe/Madrid' });
    for (const person of ['hana', 'ana']) await scene.allocate(person, 'checkout', 100, '2025-01-01');
    const seen = await send({ dryRun: true, zones: ['Asia/Seoul'] });
    expect(seen).toMatchObject({ added: 0, faults: [{ line: 13 }] });
    expect(seen.days.map(({ from, name }: { from: string; name: string }) => `${from} ${name}`)).toEqual([
      '2026-02-16 설날',
      '2026-03-01 삼일절',
      '2027-03-01 삼일절',
      '2028-03-01 삼일절',
    ]);
    expect(await capacity()).toBe(80);
  });

  it('hold for those who live there, and the same file again changes nothing', async () => {
    expect((await send({ zones: ['Asia/Seoul'] })).added).toBe(4);
    expect(await capacity()).toBe(80 - 24);
    const again = await send({ zones: ['Asia/Seoul'] });
    expect(again.added).toBe(0);
    expect(again.days.every(({ known }: { known: boolean }) => known)).toBe(true);
    expect(
      (await api.must('{ holidayCalendars { calendar days from to people } }')).holidayCalendars,
    ).toEqual([{ calendar: 'South Korea', days: 4, from: '2026-02-16', to: '2028-03-01', people: 1 }]);
  });

  it('are taken back from a day on, and an older report knows them still', async () => {
    clock.advance(3600);
    const before = clock.now().toISOString();
    clock.advance(3600);
    expect(await remove({ calendar: 'South Korea', from: '2027-01-01' })).toEqual({
      removed: 2,
      userErrors: [],
    });
    expect(await capacity()).toBe(56);
    expect((await remove({ calendar: 'South Korea' })).removed).toBe(2);
    expect(await capacity()).toBe(80);
    expect(await capacity(before)).toBe(56);
    expect((await remove({ calendar: 'South Korea' })).userErrors).toEqual([
      { code: 'NOT_FOUND', path: ['input', 'calendar'] },
    ]);
    expect((await send()).added).toBe(4);
    expect(await capacity()).toBe(80 - 48);
  });

  it.each([
    ['a file that is none', { text: 'hello' }, [], [{ line: 1 }]],
    [
      'an unknown zone',
      { zones: ['Mars/Base'] },
      [{ code: 'INVALID_INPUT', path: ['input', 'zones', '0'] }],
      [],
    ],
    [
      'a zone without people',
      { zones: ['Asia/Tokyo'] },
      [{ code: 'NOT_FOUND', path: ['input', 'zones'] }],
      [],
    ],
    [
      'an unknown person',
      { people: ['nobody'] },
      [{ code: 'NOT_FOUND', path: ['input', 'people', '0'] }],
      [],
    ],
    ['a blank name', { calendar: ' ' }, [{ code: 'INVALID_INPUT', path: ['input', 'calendar'] }], []],
  ])('are refused with %s', async (_, more, userErrors, faults) => {
    expect(await send(more)).toMatchObject({ days: [], added: 0, userErrors, faults });
  });
});
