import { beforeAll, describe, expect, it } from 'vitest';
import { useApi } from '../harness/use-api.js';
import { byKey, toilScene } from './toil-scene.js';

const W10 = { from: '2026-03-02', to: '2026-03-09' };
const HOUR = 3600;

describe('a plain week, overhead excluded', () => {
  const api = useApi();
  const scene = toilScene(api);

  beforeAll(async () => {
    await scene.organization({ reportingZone: 'Asia/Seoul' });
    await scene.service('checkout');
    await scene.person('kim');
    await scene.person('lee');
    await scene.allocate('kim', 'checkout', 100);
    await scene.allocate('lee', 'checkout', 100);
    await api.must(
      'mutation($i: DefineTaskTypeInput!) { defineTaskType(input: $i) { userErrors { message } } }',
      {
        i: {
          key: 'status-report',
          name: 'Weekly report',
          forcedClass: 'OVERHEAD',
          criteria: {
            manual: true,
            repetitive: true,
            automatable: true,
            tactical: true,
            noEnduringValue: true,
            scalesLinearly: true,
          },
        },
      },
    );
    const entries: [string, string, string, string, object][] = [
      ['kim', '2026-03-02', '09:00', '11:30', { workClass: 'TOIL', note: 'manual deploy' }],
      ['kim', '2026-03-03', '14:00', '15:00', { workClass: 'OVERHEAD', note: 'team meeting' }],
      ['kim', '2026-03-04', '10:00', '16:00', { workClass: 'ENGINEERING', note: 'build pipeline' }],
      ['lee', '2026-03-05', '13:00', '17:30', { workClass: 'TOIL', note: 'quota requests' }],
      ['lee', '2026-03-06', '09:00', '12:00', { workClass: 'ENGINEERING', note: 'pipeline' }],
      [
        'lee',
        '2026-03-06',
        '16:00',
        '17:00',
        { taskType: 'status-report', workClass: 'TOIL', note: 'weekly report' },
      ],
    ];
    for (const [person, day, from, to, more] of entries) {
      await scene.log({ person, service: 'checkout', ...scene.seoul(day, from, to), ...more });
    }
  });

  it('has 8.75 % toil of capacity, with coverage and bounds', async () => {
    const report = await scene.report(W10);
    expect(report.total).toMatchObject({
      percent: '8.75',
      nullReason: null,
      numeratorSeconds: 7 * HOUR,
      denominatorSeconds: 80 * HOUR,
      coveragePercent: '22.50',
      lowPercent: '8.75',
      highPercent: '86.25',
      tier: 'LOW',
      provisional: false,
    });
    expect(report.services).toMatchObject([
      {
        service: { key: 'checkout' },
        toil: { percent: '8.75' },
        engineeringSeconds: 9 * HOUR,
        overheadSeconds: 2 * HOUR,
        band: 'HEALTHY',
      },
    ]);
    expect(report.weeks).toMatchObject([
      { label: '2026-W10', ...W10, hours: 168, total: { percent: '8.75' } },
    ]);
    expect(report.notices).toEqual([]);
    expect(report.snapshot).toBeNull();
  });

  it.each([
    ['LOGGED', '38.89', 18],
    ['LOGGED_EX_OVERHEAD', '43.75', 16],
  ])('on the basis %s it is %s %%', async (basis, percent, hours) => {
    const { total } = await scene.report({ ...W10, basis });
    expect(total).toMatchObject({ percent, denominatorSeconds: hours * HOUR });
  });

  it('shows each person over the whole capacity, and sums to the same', async () => {
    const people = byKey((await scene.report(W10)).people);
    expect(people.kim).toMatchObject({
      toil: { percent: '6.25', numeratorSeconds: 2.5 * HOUR },
      engineeringSeconds: 6 * HOUR,
      overheadSeconds: HOUR,
    });
    expect(people.lee).toMatchObject({
      toil: { percent: '11.25', numeratorSeconds: 4.5 * HOUR },
      engineeringSeconds: 3 * HOUR,
      overheadSeconds: HOUR,
    });
  });
});

describe('an entry across midnight and week', () => {
  const api = useApi();
  const scene = toilScene(api);
  let entry: { id: string; version: number; durationSeconds: number; date: string };

  beforeAll(async () => {
    await scene.organization({ reportingZone: 'Asia/Seoul' });
    await scene.service('checkout');
    await scene.person('lee');
    await scene.allocate('lee', 'checkout', 100);
    entry = await scene.log({
      person: 'lee',
      service: 'checkout',
      workClass: 'TOIL',
      start: '2026-03-08T13:30:00Z',
      end: '2026-03-08T16:15:00Z',
    });
  });

  const toil = async (from: string, to: string) => {
    const { total } = await scene.report({ from, to });
    return [total.numeratorSeconds, total.percent];
  };

  it('is one stored entry', () => {
    expect(entry).toMatchObject({ durationSeconds: 9900, date: '2026-03-08', version: 1 });
  });

  it('falls into both days and both weeks', async () => {
    expect((await toil('2026-03-08', '2026-03-09'))[0]).toBe(5400);
    expect((await toil('2026-03-09', '2026-03-10'))[0]).toBe(4500);
    expect(await toil('2026-03-02', '2026-03-09')).toEqual([5400, '3.75']);
    expect(await toil('2026-03-09', '2026-03-16')).toEqual([4500, '3.13']);
  });

  it('is listed in either week', async () => {
    const list = async (from: string, to: string) =>
      (
        await api.must(
          'query($f: DateTime!, $t: DateTime!) { workEntries(from: $f, to: $t, first: 10) { nodes { id } } }',
          { f: from, t: to },
        )
      ).workEntries.nodes;
    const week10 = await list('2026-03-02T00:00:00+09:00', '2026-03-09T00:00:00+09:00');
    const week11 = await list('2026-03-09T00:00:00+09:00', '2026-03-16T00:00:00+09:00');
    const later = await list('2026-03-09T01:15:00+09:00', '2026-03-16T00:00:00+09:00');
    expect([week10, week11, later]).toEqual([[{ id: entry.id }], [{ id: entry.id }], []]);
  });

  it('moves into one week where weeks start on Sunday', async () => {
    await scene.organization({ weekStart: 'SUNDAY' });
    const { weeks } = await scene.report({ from: '2026-03-01', to: '2026-03-15' });
    expect(weeks).toMatchObject([
      { from: '2026-03-01', to: '2026-03-08', total: { percent: '0.00', numeratorSeconds: 0 } },
      { from: '2026-03-08', to: '2026-03-15', total: { percent: '6.88', numeratorSeconds: 9900 } },
    ]);
    await scene.organization({ weekStart: 'MONDAY' });
  });

  it('is gone from both after it was deleted', async () => {
    await api.must(
      'mutation($i: DeleteWorkInput!) { deleteWork(input: $i) { entry { deleted version } userErrors { message } } }',
      {
        i: { id: entry.id, version: 1 },
      },
    );
    expect(await toil('2026-03-02', '2026-03-16')).toEqual([0, '0.00']);
  });
});

describe('zero capacity, time off, and roll-up', () => {
  const api = useApi();
  const scene = toilScene(api);

  beforeAll(async () => {
    await scene.organization({ reportingZone: 'Asia/Seoul' });
    for (const key of ['a', 'b']) await scene.service(key);
    for (const key of ['ana', 'ben']) await scene.person(key);
    await scene.allocate('ana', 'a', 100);
    await scene.allocate('ben', 'b', 100);
    await scene.timeOff({ from: '2026-03-06', to: '2026-03-07', kind: 'HOLIDAY' });
    await scene.timeOff({ people: ['ben'], from: '2026-03-02', to: '2026-03-09', kind: 'PTO' });
    await scene.log({
      person: 'ana',
      service: 'a',
      workClass: 'TOIL',
      ...scene.seoul('2026-03-03', '09:00', '17:00'),
    });
    const open = await api.must(
      'mutation($i: OpenIncidentInput!) { openIncident(input: $i) { incident { id } userErrors { message } } }',
      { i: { service: 'b', title: 'b is down', at: '2026-03-04T01:00:00Z' } },
    );
    for (const [type, at, person] of [
      ['ACKNOWLEDGED', '2026-03-04T01:00:00Z', 'ana'],
      ['RESOLVED', '2026-03-04T02:30:00Z', null],
    ]) {
      await api.must(
        'mutation($i: RecordIncidentEventInput!) { recordIncidentEvent(input: $i) { userErrors { message } } }',
        {
          i: { incident: open.openIncident.incident.id, type, at, person },
        },
      );
    }
  });

  it('knows no percentage without capacity, and rolls up as sum over sum', async () => {
    const report = await scene.report(W10);
    const services = byKey(report.services);
    expect(services.a).toMatchObject({
      toil: { percent: '25.00', denominatorSeconds: 32 * HOUR },
      band: 'HEALTHY',
    });
    expect(services.b).toMatchObject({
      toil: {
        percent: null,
        nullReason: 'ZERO_CAPACITY',
        numeratorSeconds: 5400,
        lowPercent: null,
        highPercent: null,
      },
      band: 'UNKNOWN',
    });
    expect(report.total).toMatchObject({ percent: '29.69', denominatorSeconds: 32 * HOUR });
    expect(byKey(report.people).ana.toil.percent).toBe('29.69');
    expect(report.notices).toEqual([expect.stringContaining('service b has 1.5 h of toil and no capacity')]);
  });
});
