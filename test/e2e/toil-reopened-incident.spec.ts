import { beforeAll, describe, expect, it } from 'vitest';
import { useApi } from '../harness/use-api.js';
import { incidentScene } from './incident-scene.js';
import { toilScene } from './toil-scene.js';

const W10 = { from: '2026-03-02', to: '2026-03-09' };
const at = (clock: string) => `2026-03-03T${clock}:00Z`;

const DELIVERIES: Record<
  string,
  { type: string; at: string; person?: string; service?: string; title?: string }
> = {
  d1: { type: 'OPENED', at: at('09:00'), service: 'api', title: 'api is down' },
  d2: { type: 'ACKNOWLEDGED', at: at('09:10'), person: 'kim' },
  d3: { type: 'RESOLVED', at: at('10:00') },
  d4: { type: 'REOPENED', at: at('12:00'), person: 'kim' },
  d5: { type: 'RESOLVED', at: at('12:30') },
};
function orders(list: string[]): string[][] {
  if (list.length < 2) return [list];
  return list.flatMap((one, index) => orders(list.toSpliced(index, 1)).map((rest) => [one, ...rest]));
}

describe('a reopened incident, delivered twice and in the wrong order', () => {
  const api = useApi();
  const scene = toilScene(api);
  const incidents = incidentScene(api);
  const deliver = (source: string, id: string) =>
    incidents.record({ source, externalId: 'X-1', deliveryId: id, ...DELIVERIES[id] });

  beforeAll(async () => {
    await scene.organization({ reportingZone: 'Asia/Seoul' });
    await scene.service('api');
    await scene.person('kim');
    await scene.allocate('kim', 'api', 100);
  });

  it('is one incident with one reopening, two redeliveries without effect, and 3.33 % of the week', async () => {
    const answers = [];
    for (const id of ['d1', 'd3', 'd2', 'd3', 'd4', 'd5', 'd5']) answers.push(await deliver('pager', id));
    expect(answers.map((answer) => answer.duplicate)).toEqual([
      false,
      false,
      false,
      true,
      false,
      false,
      true,
    ]);
    expect(answers.at(1).incident.status).toBe('RESOLVED');
    const { nodes } = await incidents.list('first: 10');
    expect(nodes).toHaveLength(1);
    expect(nodes[0]).toMatchObject({
      reopenCount: 1,
      wallSeconds: 90 * 60,
      engagedSeconds: 80 * 60,
      status: 'RESOLVED',
    });
    expect(nodes[0].events).toHaveLength(5);
    expect((await scene.report(W10)).total).toMatchObject({ percent: '3.33', numeratorSeconds: 80 * 60 });
    expect((await scene.report({ ...W10, incidentMode: 'WALL' })).total.numeratorSeconds).toBe(90 * 60);
    const stats = await incidents.stats(W10);
    expect(stats.mtta).toMatchObject({ meanMinutes: '10', n: 1 });
    expect(stats.mttrActive).toMatchObject({ meanMinutes: '90', n: 1 });
    expect(stats.mttrElapsed).toMatchObject({ meanMinutes: '210', n: 1 });
  });

  // the fold's own tests go through all 120
  it('gives the same in thirty other orders', async () => {
    const some = orders(Object.keys(DELIVERIES)).filter((_, index) => index % 4 === 1);
    for (const [index, order] of some.entries()) {
      const source = `order-${index}`;
      for (const id of order) await deliver(source, id);
      // each is told once more, in the opposite order
      const again = [];
      for (const id of order.toReversed()) again.push(await deliver(source, id));
      expect(again.every((answer) => answer.duplicate)).toBe(true);
      expect(again[0].incident, order.join(' ')).toMatchObject({
        status: 'RESOLVED',
        reopenCount: 1,
        openedAt: '2026-03-03T09:00:00.000Z',
        resolvedAt: '2026-03-03T12:30:00.000Z',
        wallSeconds: 90 * 60,
        engagedSeconds: 80 * 60,
        handsOnSeconds: null,
      });
      expect(again[0].incident.events).toHaveLength(5);
    }
  }, 120_000);
});

describe('what incidents refuse', () => {
  const api = useApi();
  const scene = toilScene(api);
  const incidents = incidentScene(api);
  let incident: string;

  beforeAll(async () => {
    await scene.service('api');
    await scene.person('kim');
    incident = await incidents.open({ service: 'api', title: 'down', at: at('09:00') });
  });

  it.each([
    [
      'a resolve before the opening',
      { type: 'RESOLVED', at: at('08:59') },
      'END_BEFORE_START',
      ['input', 'at'],
    ],
    [
      'an unknown person',
      { type: 'ACKNOWLEDGED', at: at('09:10'), person: 'nobody' },
      'NOT_FOUND',
      ['input', 'person'],
    ],
    ['joining without a person', { type: 'JOINED', at: at('09:10') }, 'INVALID_INPUT', ['input', 'person']],
    [
      'negative minutes',
      { type: 'RESOLVED', at: at('10:00'), person: 'kim', handsOnMinutes: -1 },
      'INVALID_INPUT',
      ['input', 'handsOnMinutes'],
    ],
    [
      'minutes of nobody',
      { type: 'RESOLVED', at: at('10:00'), handsOnMinutes: 5 },
      'INVALID_INPUT',
      ['input', 'person'],
    ],
  ])('%s', async (_, event, code, path) => {
    const payload = await incidents.record({ incident, ...event });
    expect(payload).toMatchObject({ incident: null, duplicate: false, userErrors: [{ code, path }] });
  });

  it('an incident that nobody knows, and no name at all', async () => {
    const unknown = await incidents.record({ incident: 'inc_x', type: 'RESOLVED', at: at('10:00') });
    expect(unknown.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'incident'] }]);
    const nameless = await incidents.record({ type: 'OPENED', at: at('10:00'), service: 'api', title: 'x' });
    expect(nameless.userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
    const bare = await incidents.record({ externalId: 'Y', source: 's', type: 'OPENED', at: at('10:00') });
    expect(bare.userErrors.map((error: { path: string[] }) => error.path[1])).toEqual(['service', 'title']);
  });

  it('keeps what comes before the opening without an error', async () => {
    const event = { source: 's', externalId: 'Z', deliveryId: 'z2', type: 'RESOLVED', at: at('11:00') };
    expect(await incidents.record(event)).toEqual({ incident: null, duplicate: false, userErrors: [] });
    expect(await incidents.record(event)).toMatchObject({ incident: null, duplicate: true });
    const opened = {
      source: 's',
      externalId: 'Z',
      type: 'OPENED',
      at: at('10:00'),
      service: 'api',
      title: 'z',
    };
    expect((await incidents.record(opened)).incident).toMatchObject({
      status: 'RESOLVED',
      wallSeconds: 3600,
    });
  });

  it('never takes an event without a delivery id for a duplicate', async () => {
    const event = { incident, type: 'ACKNOWLEDGED', at: at('09:20'), person: 'kim', handsOnMinutes: 5 };
    expect((await incidents.record(event)).duplicate).toBe(false);
    const again = await incidents.record(event);
    expect(again).toMatchObject({
      duplicate: false,
      incident: { handsOnSeconds: 600, status: 'ACKNOWLEDGED' },
    });
  });
});
