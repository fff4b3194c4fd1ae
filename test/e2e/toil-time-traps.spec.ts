import { beforeAll, describe, expect, it } from 'vitest';
import { ManualClock } from '#platform';
import { useApi } from '../harness/use-api.js';
import { byKey, toilScene } from './toil-scene.js';

const HOUR = 3600;

describe('traps of time', () => {
  const clock = new ManualClock(new Date('2026-11-01T12:00:00Z'));
  const api = useApi({ clock });
  const scene = toilScene(api);
  const update = (input: object) =>
    api.must('mutation($i: UpdatePersonInput!) { updatePerson(input: $i) { userErrors { message } } }', {
      i: input,
    });

  beforeAll(async () => {
    await scene.organization({ reportingZone: 'Europe/Berlin' });
    for (const key of ['a', 'b']) await scene.service(key);
    for (const key of ['kim', 'lee', 'ana']) await scene.person(key);
    await scene.allocate('kim', 'a', 100);
    await scene.allocate('lee', 'a', 100);
  });

  it.each([
    // The clock jumps from 2 to 3: two hours on it are one.
    ['2026-03-23', '2026-W13', 167, '2026-03-29', '2026-03-29T01:30', '2026-03-29T03:30', 1],
    // It goes back from 3 to 2: an hour on it can be two.
    ['2026-10-19', '2026-W43', 169, '2026-10-25', '2026-10-25T01:30', '2026-10-25T03:30', 3],
  ])('week %s is %s and has %i hours', async (from, label, hours, sunday, start, end, worked) => {
    const zone = 'Europe/Berlin';
    const { id, durationSeconds } = await scene.log({
      ...{ person: 'kim', service: 'a', workClass: 'TOIL' },
      ...{ startLocal: { local: start, zone }, endLocal: { local: end, zone } },
    });
    expect(durationSeconds).toBe(worked * HOUR);
    const monday = new Date(Date.parse(`${sunday}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    const { weeks, total } = await scene.report({ from, to: monday });
    expect(weeks).toMatchObject([{ label, hours, from, to: monday, partial: false }]);
    // Capacity knows work days, not hours of the clock.
    expect(total).toMatchObject({ numeratorSeconds: worked * HOUR, denominatorSeconds: 80 * HOUR });
    const day = await scene.report({ from: sunday, to: monday });
    expect(day.total.numeratorSeconds).toBe(worked * HOUR);
    await api.must('mutation($i: DeleteWorkInput!) { deleteWork(input: $i) { userErrors { message } } }', {
      i: { id, version: 1 },
    });
  });

  it('keep what was known before a deletion', async () => {
    const week = { from: '2026-05-04', to: '2026-05-11' };
    const { id } = await scene.log({
      ...{ person: 'kim', service: 'a', workClass: 'TOIL', date: '2026-05-05', duration: '2h' },
    });
    clock.advance(60);
    const before = clock.now().toISOString();
    clock.advance(60);
    await api.must('mutation($i: DeleteWorkInput!) { deleteWork(input: $i) { userErrors { message } } }', {
      i: { id, version: 1 },
    });
    expect((await scene.report(week)).total.numeratorSeconds).toBe(0);
    expect((await scene.report({ ...week, asOf: before })).total.numeratorSeconds).toBe(2 * HOUR);
    const { workEntryHistory } = await api.must('query($id: ID!) { workEntryHistory(id: $id) { action } }', {
      id,
    });
    expect(workEntryHistory.length).toBeGreaterThanOrEqual(2);
  });

  it('give the days of a week to the team that the person was in', async () => {
    await scene.allocate('ana', 'a', 100, '2026-01-01');
    await scene.allocate('ana', 'a', 0, '2026-06-10');
    await scene.allocate('ana', 'b', 100, '2026-06-10');
    for (const [service, date] of [
      ['a', '2026-06-09'],
      ['b', '2026-06-11'],
    ])
      await scene.log({ person: 'ana', service, workClass: 'TOIL', date, duration: '4h' });
    const report = await scene.report({ from: '2026-06-08', to: '2026-06-15' });
    const services = byKey(report.services);
    // Monday and Tuesday of ana beside kim and lee; Wednesday to Friday of ana alone.
    expect(services.a.toil).toMatchObject({ numeratorSeconds: 4 * HOUR, denominatorSeconds: 96 * HOUR });
    expect(services.b.toil).toMatchObject({
      ...{ numeratorSeconds: 4 * HOUR, denominatorSeconds: 24 * HOUR, percent: '16.67' },
    });
    expect(byKey(report.people).ana.toil).toMatchObject({
      ...{ numeratorSeconds: 8 * HOUR, denominatorSeconds: 40 * HOUR, percent: '20.00' },
    });
  });

  it('keep the hours of somebody who left', async () => {
    await scene.log({ person: 'lee', service: 'a', workClass: 'TOIL', date: '2026-07-07', duration: '3h' });
    const week = { from: '2026-07-06', to: '2026-07-13' };
    const before = await scene.report(week);
    await update({ person: 'lee', archived: true });
    const after = await scene.report(week);
    expect(after.total).toMatchObject({
      numeratorSeconds: 3 * HOUR,
      denominatorSeconds: before.total.denominatorSeconds,
    });
    expect(byKey(after.people).lee.toil.numeratorSeconds).toBe(3 * HOUR);
  });

  it('count a running timer up to now, and say that this is not the end of it', async () => {
    const today = { from: '2026-10-26', to: '2026-11-02' };
    await api.must(
      'mutation { startTimer(input: { person: "kim", service: "a" }) { userErrors { message } } }',
    );
    clock.advance(600);
    const running = await scene.report({ ...today, basis: 'LOGGED' });
    expect(running.total).toMatchObject({ provisional: true, denominatorSeconds: 600 });
    expect(running.weeks).toMatchObject([{ label: '2026-W44', partial: true }]);
    expect(running.total.asOf).toBe(clock.now().toISOString());
    expect(byKey(running.services).b.toil.provisional).toBe(false);
    const around = await scene.report({ from: '2026-10-19', to: '2026-11-09' });
    expect(around.weeks.map((week: { total: { provisional: boolean } }) => week.total.provisional)).toEqual([
      false,
      true,
      false,
    ]);
    await api.must('mutation { stopTimer(input: { person: "kim" }) { userErrors { message } } }');
    expect((await scene.report(today)).total.provisional).toBe(false);
  });

  it('move with the reporting zone, week labels and all', async () => {
    await scene.log({
      ...{ person: 'kim', service: 'a', workClass: 'TOIL' },
      ...{ start: '2026-08-02T20:00:00Z', end: '2026-08-02T23:00:00Z' },
    });
    const labels = async () =>
      (await scene.report({ from: '2026-07-27', to: '2026-08-10' })).weeks.map(
        ({ label, total }: { label: string; total: { numeratorSeconds: number } }) => [
          label,
          total.numeratorSeconds / HOUR,
        ],
      );
    // Sunday 22:00 to Monday 01:00 in Berlin, all of it Monday in Seoul, all of it Sunday in New York.
    expect(await labels()).toEqual([
      ['2026-W31', 2],
      ['2026-W32', 1],
    ]);
    await scene.organization({ reportingZone: 'Asia/Seoul' });
    expect(await labels()).toEqual([
      ['2026-W31', 0],
      ['2026-W32', 3],
    ]);
    await scene.organization({ reportingZone: 'America/New_York' });
    expect(await labels()).toEqual([
      ['2026-W31', 3],
      ['2026-W32', 0],
    ]);
  });
});
