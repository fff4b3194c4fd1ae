import { beforeAll, describe, expect, it } from 'vitest';
import { Jobs, ManualClock, Transactions } from '#platform';
import { askAboutStaleIncidents } from '#toil';
import { useApi } from '../harness/use-api.js';
import { useWorker } from '../harness/use-worker.js';
import { incidentScene } from './incident-scene.js';
import { byKey, toilScene } from './toil-scene.js';

describe('an incident that nobody ended', () => {
  const clock = new ManualClock(new Date('2026-03-04T12:00:00Z'));
  const TOKEN = 'the-token-that-alertmanager-sends';
  const api = useApi({ clock, environment: { UNTOIL_ALERTMANAGER_TOKEN: TOKEN } });
  const worker = useWorker(() => ({ databaseUrl: api.databaseUrl, dataDir: api.dataDir, clock }));
  const scene = toilScene(api);
  const incidents = incidentScene(api);
  const GUARD = 'status version stale timeCappedAt wallSeconds engagedSeconds resolvedAt';
  const guard = async (id: string) =>
    (await api.must(`query($id: ID!) { node(id: $id) { ... on Incident { ${GUARD} } } }`, { id })).node;
  const correct = async (input: object) =>
    (
      await api.query(
        `mutation($i: CorrectIncidentEndInput!) { correctIncidentEnd(input: $i) { incident { ${GUARD} events { type at correctionReason } } userErrors { code path message details } } }`,
        { i: input },
      )
    ).data.correctIncidentEnd;
  const settings = (change: object) =>
    api.must(
      'mutation($i: UpdateOrganizationInput!) { updateOrganization(input: $i) { userErrors { message } } }',
      {
        i: { settings: change },
      },
    );
  const week = { from: '2026-03-02', to: '2026-03-09' };
  const report = () => scene.report(week);
  const refusedAs = (code: string, path: string[]) => ({ incident: null, userErrors: [{ code, path }] });

  let forgotten: string;
  beforeAll(async () => {
    await scene.organization({ reportingZone: 'Etc/UTC' });
    await scene.service('checkout');
    await scene.person('kim');
    await scene.allocate('kim', 'checkout', 100);
    forgotten = await incidents.open({ service: 'checkout', title: 'forgotten', at: '2026-03-03T09:00:00Z' });
    await incidents.event(forgotten, 'ACKNOWLEDGED', '2026-03-03T10:00:00Z', 'kim');
  });

  it('counts up to a day after its last sign, and no longer', async () => {
    clock.set(new Date('2026-03-04T09:00:00Z'));
    expect(await guard(forgotten)).toMatchObject({
      stale: false,
      timeCappedAt: null,
      engagedSeconds: 23 * 3600,
    });
    clock.set(new Date('2026-03-06T09:00:00Z'));
    expect(await guard(forgotten)).toMatchObject({
      stale: true,
      timeCappedAt: '2026-03-04T10:00:00.000Z',
      wallSeconds: 25 * 3600,
      engagedSeconds: 24 * 3600,
    });
    const capped = await report();
    expect(byKey(capped.services).checkout.toil).toMatchObject({
      numeratorSeconds: 24 * 3600,
      provisional: true,
    });
    expect(capped.notices.join()).toContain('STALE_INCIDENTS');
    // Its time may still change where it counts, and nowhere else.
    const days = await scene.report({ from: '2026-03-02', to: '2026-03-23' });
    expect(days.weeks.map((one: { total: { provisional: boolean } }) => one.total.provisional)).toEqual([
      true,
      false,
      false,
    ]);
    expect((await scene.report({ from: '2026-03-05', to: '2026-03-09' })).total.provisional).toBe(false);
    await scene.service('search');
    expect((await scene.report({ ...week, services: ['search'] })).notices).toEqual([]);
    expect((await incidents.stats({ from: '2026-03-02', to: '2026-03-09' })).wallUnionSeconds).toBe(
      25 * 3600,
    );
  });

  it('counts for as long as the settings say', async () => {
    await settings({ staleAfterHours: 1, capHours: 2 });
    expect((await report()).total.numeratorSeconds).toBe(2 * 3600);
    await settings({ staleAfterHours: 500, capHours: 500 });
    expect(await guard(forgotten)).toMatchObject({ stale: false, timeCappedAt: null });
    expect((await report()).total.numeratorSeconds).toBe(71 * 3600);
    await settings({ staleAfterHours: 24, capHours: 24 });
    const refused = await api.query(
      'mutation { updateOrganization(input: { settings: { capHours: -1 } }) { userErrors { code path } } }',
    );
    expect(refused.data.updateOrganization.userErrors).toEqual([
      { code: 'INVALID_INPUT', path: ['input', 'settings', 'capHours'] },
    ]);
  });

  it('is asked about after the hours of the settings', async () => {
    const asked = async () => {
      await api.app.get(Transactions).run((tx) => api.app.get(Jobs).enqueue(tx, askAboutStaleIncidents, {}));
      await worker.drain();
      return (
        await api.must('{ alerts(kind: "incident.stale", status: OPEN, first: 10) { nodes { title } } }')
      ).alerts.nodes;
    };
    await settings({ staleAfterHours: 500 });
    expect(await asked()).toEqual([]);
    await settings({ staleAfterHours: 48 });
    expect(await asked()).toMatchObject([{ title: expect.stringContaining('48 h') }]);
    await settings({ staleAfterHours: 24 });
  });

  it('ends when somebody says since when it was over; MTTR and reports follow', async () => {
    const { version } = await guard(forgotten);
    const end = '2026-03-03T11:30:00Z';
    expect(
      await correct({ incident: forgotten, version: version - 1, end, reason: 'seen in the graphs' }),
    ).toMatchObject(refusedAs('CONFLICT', ['input', 'version']));
    const { incident } = await correct({ incident: forgotten, version, end, reason: 'seen in the graphs' });
    expect(incident).toMatchObject({
      status: 'RESOLVED',
      stale: false,
      timeCappedAt: null,
      wallSeconds: 9000,
      engagedSeconds: 5400,
    });
    expect(incident.events.at(-1)).toMatchObject({
      type: 'RESOLVED',
      correctionReason: 'seen in the graphs',
    });
    expect((await report()).total).toMatchObject({ numeratorSeconds: 5400, provisional: false });
    const stats = await incidents.stats({ from: '2026-03-02', to: '2026-03-09' });
    expect(stats.mttrElapsed).toMatchObject({ meanMinutes: '150', n: 1, excluded: 0 });
  });

  it('is not ended again by what its source tells later, but by a second correction', async () => {
    await incidents.event(forgotten, 'RESOLVED', '2026-03-05T09:00:00Z');
    expect((await guard(forgotten)).resolvedAt).toBe('2026-03-03T11:30:00.000Z');
    clock.advance(60);
    await correct({ incident: forgotten, end: '2026-03-03T12:00:00Z', reason: 'asked kim' });
    expect(await guard(forgotten)).toMatchObject({
      resolvedAt: '2026-03-03T12:00:00.000Z',
      engagedSeconds: 7200,
    });
    const trail = await api.app
      .get(Transactions)
      .read.query(
        `select after from audit_record where action = 'incident.correctEnd' order by at desc limit 1`,
      );
    expect(trail[0].after).toMatchObject({ reason: 'asked kim', end: '2026-03-03T12:00:00.000Z' });
  });

  it('refuses ends that cannot be', async () => {
    const reason = 'a guess';
    const wrong = (input: object) =>
      correct({ incident: forgotten, end: '2026-03-03T12:00:00Z', reason, ...input });
    expect(await wrong({ end: '2026-03-03T08:59:59Z' })).toMatchObject(
      refusedAs('END_BEFORE_START', ['input', 'end']),
    );
    expect(await wrong({ end: '2026-03-06T09:05:00Z' })).toMatchObject(
      refusedAs('INVALID_INPUT', ['input', 'end']),
    );
    expect(await wrong({ reason: ' ' })).toMatchObject(refusedAs('INVALID_INPUT', ['input', 'reason']));
    expect(await wrong({ incident: 'inc_x' })).toMatchObject(refusedAs('NOT_FOUND', ['input', 'incident']));
  });

  it('goes on counting while Alertmanager repeats that it fires', async () => {
    const firing = () =>
      fetch(`${api.url}/webhooks/alertmanager`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
        body: JSON.stringify({
          version: '4',
          alerts: [
            {
              status: 'firing',
              labels: { service: 'checkout' },
              startsAt: '2026-03-04T09:00:00Z',
              fingerprint: 'f',
            },
          ],
        }),
      });
    await firing();
    const [{ id }] = (await incidents.list('first: 1')).nodes;
    expect(await guard(id)).toMatchObject({ stale: true, wallSeconds: 24 * 3600 });
    await firing();
    expect(await guard(id)).toMatchObject({ stale: false, timeCappedAt: null, wallSeconds: 48 * 3600 + 60 });
  });

  it('keeps what a locked week has counted', async () => {
    const incident = await incidents.open({ service: 'checkout', title: 'over', at: '2026-03-05T09:00:00Z' });
    await incidents.event(incident, 'RESOLVED', '2026-03-05T12:00:00Z');
    clock.set(new Date('2026-03-10T09:00:00Z'));
    await api.must(
      'mutation { lockPeriod(input: { weekStarting: "2026-03-02" }) { accepted userErrors { message } } }',
    );
    expect(await correct({ incident, end: '2026-03-05T11:00:00Z', reason: 'late' })).toMatchObject(
      refusedAs('PERIOD_LOCKED', ['input', 'end']),
    );
    expect((await guard(incident)).resolvedAt).toBe('2026-03-05T12:00:00.000Z');
    const later = await incidents.open({ service: 'checkout', title: 'spans', at: '2026-03-08T23:00:00Z' });
    expect(
      (await correct({ incident: later, end: '2026-03-09T01:00:00Z', reason: 'late' })).incident,
    ).toMatchObject({
      wallSeconds: 7200,
    });
  });
});
