import { beforeAll, describe, expect, it } from 'vitest';
import { Jobs, ManualClock, Transactions } from '#platform';
import { askAboutStaleIncidents } from '#toil';
import { useApi } from '../harness/use-api.js';
import { useWorker } from '../harness/use-worker.js';
import { incidentScene } from './incident-scene.js';
import { toilScene } from './toil-scene.js';

const at = (clock: string) => `2026-03-03T${clock}:00Z`;

describe('what is said about incidents afterwards', () => {
  const clock = new ManualClock(new Date('2026-03-04T00:00:00Z'));
  const api = useApi({ clock });
  const worker = useWorker(() => ({ databaseUrl: api.databaseUrl, dataDir: api.dataDir, clock }));
  const scene = toilScene(api);
  const incidents = incidentScene(api);
  const FIELDS =
    'incident { id status openedAt resolvedAt wallSeconds engagedSeconds verdict stepsTaken mergedInto } userErrors { code path }';

  beforeAll(async () => {
    await scene.service('checkout');
    await scene.person('kim');
    await scene.allocate('kim', 'checkout', 100);
  });

  it('joins duplicates: union of the segments, the earliest opening, no time counted twice', async () => {
    const into = await incidents.open({ service: 'checkout', title: 'first', at: at('09:30') });
    const other = await incidents.open({
      service: 'checkout',
      title: 'second',
      at: at('09:00'),
      source: 's',
      externalId: 'D',
    });
    await incidents.event(into, 'ACKNOWLEDGED', at('09:40'), 'kim');
    await incidents.event(other, 'ACKNOWLEDGED', at('09:20'), 'kim');
    await incidents.event(other, 'RESOLVED', at('10:00'));
    const merge = async (duplicates: string[]) =>
      (
        await api.query(`mutation($i: MergeIncidentsInput!) { mergeIncidents(input: $i) { ${FIELDS} } }`, {
          i: { into, duplicates },
        })
      ).data.mergeIncidents;
    expect((await merge([other])).incident).toMatchObject({
      status: 'ACKNOWLEDGED',
      openedAt: '2026-03-03T09:00:00.000Z',
    });
    await incidents.event(into, 'RESOLVED', at('10:30'));
    const { nodes } = await incidents.list('first: 10');
    expect(nodes).toMatchObject([{ id: into, status: 'RESOLVED', wallSeconds: 5400, engagedSeconds: 4200 }]);
    const stats = await incidents.stats({ from: '2026-03-03', to: '2026-03-04' });
    expect(stats).toMatchObject({
      mtta: { meanMinutes: '20', n: 1 },
      mttrElapsed: { meanMinutes: '90', n: 1 },
    });
    // what is told of the duplicate counts for the one that stayed
    const late = await incidents.record({
      source: 's',
      externalId: 'D',
      deliveryId: 'late',
      type: 'REOPENED',
      at: at('11:00'),
      person: 'kim',
    });
    expect(late.incident).toMatchObject({ id: into, status: 'OPEN', reopenCount: 1 });
    expect((await merge([])).userErrors).toEqual([{ code: 'INVALID_INPUT', path: ['input', 'duplicates'] }]);
    expect((await merge(['inc_x'])).userErrors).toEqual([
      { code: 'NOT_FOUND', path: ['input', 'duplicates'] },
    ]);
  });

  it('keeps whether a human was needed, and what was done', async () => {
    const incident = await incidents.open({ service: 'checkout', title: 'noise', at: at('12:00') });
    const review = `mutation($i: ReviewIncidentInput!) { reviewIncident(input: $i) { ${FIELDS} } }`;
    await api.must(review, { i: { incident, verdict: 'NOISE' } });
    const { reviewIncident } = await api.must(review, { i: { incident, stepsTaken: 'closed it' } });
    expect(reviewIncident.incident).toMatchObject({ verdict: 'NOISE', stepsTaken: 'closed it' });
  });

  it('asks once about an incident that nobody said anything about for a day', async () => {
    const incident = await incidents.open({ service: 'checkout', title: 'forgotten', at: at('20:00') });
    const ask = async () => {
      await api.app.get(Transactions).run((tx) => api.app.get(Jobs).enqueue(tx, askAboutStaleIncidents, {}));
      await worker.drain();
    };
    const stale = async (status: string) =>
      (
        await api.must(
          `{ alerts(kind: "incident.stale", status: ${status}, first: 10) { nodes { occurrences title } } }`,
        )
      ).alerts.nodes;
    clock.set(new Date('2026-03-04T20:00:01Z'));
    for (let again = 0; again < 2; again++) await ask();
    expect((await stale('OPEN')).every((alert: { occurrences: number }) => alert.occurrences === 1)).toBe(
      true,
    );
    const before = (await stale('OPEN')).length;
    expect(before).toBeGreaterThan(0);
    await incidents.event(incident, 'RESOLVED', at('20:30'));
    expect(await stale('OPEN')).toHaveLength(before - 1);
  });
});
