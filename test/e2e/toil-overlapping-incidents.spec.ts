import { beforeAll, describe, expect, it } from 'vitest';
import { useApi } from '../harness/use-api.js';
import { incidentScene } from './incident-scene.js';
import { byKey, toilScene } from './toil-scene.js';

const W10 = { from: '2026-03-02', to: '2026-03-09' };
const HOUR = 3600;
const at = (clock: string) => `2026-03-04T${clock}:00+09:00`;

describe('overlapping incidents of two services, and a manual copy', () => {
  const api = useApi();
  const scene = toilScene(api);
  const incidents = incidentScene(api);

  beforeAll(async () => {
    await scene.organization({ reportingZone: 'Asia/Seoul' });
    for (const key of ['payments', 'search']) await scene.service(key);
    for (const key of ['kim', 'lee']) await scene.person(key);
    await scene.allocate('kim', 'payments', 50);
    await scene.allocate('kim', 'search', 50);
    await scene.allocate('lee', 'payments', 100);
    const first = await incidents.open({ service: 'payments', title: 'INC-1', at: at('10:00') });
    await incidents.event(first, 'ACKNOWLEDGED', at('10:05'), 'kim');
    await incidents.event(first, 'JOINED', at('11:05'), 'lee');
    await incidents.event(first, 'RESOLVED', at('12:05'));
    const second = await incidents.open({ service: 'payments', title: 'INC-2', at: at('11:00') });
    await incidents.event(second, 'ACKNOWLEDGED', at('11:05'), 'kim');
    await incidents.event(second, 'RESOLVED', at('12:35'));
    const third = await incidents.open({ service: 'search', title: 'INC-3', at: at('11:30'), severity: 1 });
    await incidents.event(third, 'ACKNOWLEDGED', at('11:35'), 'kim');
    await incidents.event(third, 'RESOLVED', at('12:35'));
    const copy = scene.seoul('2026-03-04', '10:05', '12:05');
    await scene.log({ person: 'kim', service: 'payments', workClass: 'TOIL', note: 'worked INC-1', ...copy });
  });

  it('counts an hour of a person once and shares it between the services', async () => {
    const report = await scene.report(W10);
    const services = byKey(report.services);
    expect(services.payments.toil).toMatchObject({
      percent: '5.00',
      numeratorSeconds: 3 * HOUR,
      denominatorSeconds: 60 * HOUR,
    });
    expect(services.search.toil).toMatchObject({ percent: '2.50', numeratorSeconds: HOUR / 2 });
    expect(report.total).toMatchObject({
      percent: '4.38',
      numeratorSeconds: 3.5 * HOUR,
      denominatorSeconds: 80 * HOUR,
    });
    const people = byKey(report.people);
    expect(people.kim.toil.numeratorSeconds).toBe(2.5 * HOUR);
    expect(people.lee.toil.numeratorSeconds).toBe(HOUR);
  });

  it.each([
    // Kim has two hours and a half, one of them for both services; Lee one hour.
    ['EQUAL_SPLIT', 3, 0.5, 3.5, false],
    ['SEVERITY_WINS', 2.5, 1, 3.5, false],
    ['FULL', 3.5, 1, 4.5, true],
  ])('attributes shared time by %s', async (attribution, payments, search, total, doubleCounted) => {
    const report = await scene.report({ ...W10, attribution });
    const services = byKey(report.services);
    expect(services.payments.toil).toMatchObject({ numeratorSeconds: payments * HOUR, doubleCounted });
    expect(services.search.toil).toMatchObject({ numeratorSeconds: search * HOUR, doubleCounted });
    expect(report.total).toMatchObject({ numeratorSeconds: total * HOUR, doubleCounted });
    const people = byKey(report.people);
    expect(people.kim.toil).toMatchObject({ numeratorSeconds: 2.5 * HOUR, doubleCounted: false });
    expect(people.lee.toil).toMatchObject({ numeratorSeconds: HOUR, doubleCounted: false });
    expect(report.weeks[0].total.numeratorSeconds).toBe(total * HOUR);
  });

  it('attributes as the organisation says, and frozen weeks by any of them', async () => {
    await api.must(
      'mutation { lockPeriod(input: { weekStarting: "2026-03-02" }) { userErrors { message } } }',
    );
    await scene.organization({ settings: { attribution: 'SEVERITY_WINS' } });
    const report = await scene.report(W10);
    expect(report.total.definition).toContain('SEVERITY_WINS');
    expect(byKey(report.services).payments.toil.numeratorSeconds).toBe(2.5 * HOUR);
    for (const [attribution, hours] of [
      ['EQUAL_SPLIT', 3],
      ['SEVERITY_WINS', 2.5],
      ['FULL', 3.5],
    ] as const) {
      const { snapshot } = await scene.report({ ...W10, services: ['payments'], attribution });
      expect(snapshot).toMatchObject({
        numeratorSeconds: hours * HOUR,
        doubleCounted: attribution === 'FULL',
      });
    }
    const { data } = await api.query(
      'mutation { updateOrganization(input: { settings: { attribution: "HALF" } }) { userErrors { code path } } }',
    );
    expect(data.updateOrganization.userErrors).toMatchObject([
      { code: 'INVALID_INPUT', path: ['input', 'settings', 'attribution'] },
    ]);
    await scene.organization({ settings: { attribution: 'EQUAL_SPLIT' } });
  });

  it('shows every item in full in the ticket view', async () => {
    const report = await scene.report({ ...W10, view: 'TICKET' });
    const services = byKey(report.services);
    expect(services.payments.toil.numeratorSeconds).toBe(6.5 * HOUR);
    expect(services.search.toil.numeratorSeconds).toBe(HOUR);
    expect(report.total.numeratorSeconds).toBe(7.5 * HOUR);
  });

  it('tells how fast they were taken and closed', async () => {
    const stats = await incidents.stats(W10);
    expect(stats.mtta).toEqual({ meanMinutes: '5', medianMinutes: '5', p90Minutes: '5', n: 3, excluded: 0 });
    expect(stats.mttrActive).toEqual({
      meanMinutes: '95',
      medianMinutes: '95',
      p90Minutes: '125',
      n: 3,
      excluded: 0,
    });
    const payments = await incidents.stats({ ...W10, service: 'payments' });
    expect(payments.mttrActive).toMatchObject({ meanMinutes: '110', n: 2 });
    expect(payments.wallUnionSeconds).toBe(155 * 60);
  });
});
