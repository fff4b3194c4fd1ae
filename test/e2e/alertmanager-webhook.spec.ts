import { beforeAll, describe, expect, it } from 'vitest';
import { useApi } from '../harness/use-api.js';
import { incidentScene } from './incident-scene.js';
import { toilScene } from './toil-scene.js';

const TOKEN = 'the-token-that-alertmanager-sends';
const alert = (fingerprint: string, over: object = {}) => ({
  status: 'firing',
  labels: { alertname: 'HighErrorRate', service: 'checkout', severity: 'critical' },
  annotations: { summary: 'Checkout answers with errors' },
  startsAt: '2026-03-03T09:00:00.123456789Z',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'http://prometheus/graph',
  fingerprint,
  ...over,
});
const notification = (...alerts: object[]) => ({
  version: '4',
  groupKey: '{}:{alertname="HighErrorRate"}',
  truncatedAlerts: 0,
  status: 'firing',
  receiver: 'untoil',
  groupLabels: { alertname: 'HighErrorRate' },
  commonLabels: {},
  commonAnnotations: {},
  externalURL: 'http://alertmanager',
  alerts,
});

describe('webhooks of Alertmanager', () => {
  const api = useApi({ environment: { UNTOIL_ALERTMANAGER_TOKEN: TOKEN } });
  const scene = toilScene(api);
  const incidents = incidentScene(api);
  const post = async (payload: object, token: string | null = TOKEN) => {
    const response = await fetch(`${api.url}/webhooks/alertmanager`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(payload),
    });
    // biome-ignore lint/suspicious/noExplicitAny: an answer or an error
    return { status: response.status, body: (await response.json()) as any };
  };
  const all = async () => (await incidents.list('first: 50')).nodes;

  beforeAll(async () => {
    await scene.service('checkout');
  });

  it('are refused without the token', async () => {
    for (const token of [null, '', 'another', `${TOKEN}x`]) {
      expect((await post(notification(alert('f1')), token)).status).toBe(401);
    }
    expect(await all()).toEqual([]);
  });

  it('open one incident for each fingerprint and start, however often they are told', async () => {
    expect(await post(notification(alert('f1'), alert('f2')))).toEqual({
      status: 200,
      body: { recorded: 2, duplicates: 0, ignored: [] },
    });
    expect((await post(notification(alert('f1'), alert('f2')))).body).toMatchObject({
      recorded: 0,
      duplicates: 2,
    });
    expect(await all()).toMatchObject([
      { status: 'OPEN', severity: 1, title: 'Checkout answers with errors', service: { key: 'checkout' } },
      { status: 'OPEN', severity: 1 },
    ]);
  });

  it('resolve it at the end that the alert tells', async () => {
    const ended = alert('f1', { status: 'resolved', endsAt: '2026-03-03T09:30:00.123456789Z' });
    await post({ ...notification(ended), status: 'resolved' });
    const resolved = (await all()).filter((one: { status: string }) => one.status === 'RESOLVED');
    expect(resolved).toMatchObject([{ resolvedAt: '2026-03-03T09:30:00.123Z', wallSeconds: 1800 }]);
  });

  it('open another one when the alert fires again', async () => {
    await post(notification(alert('f1', { startsAt: '2026-03-03T11:00:00Z' })));
    expect(await all()).toHaveLength(3);
  });

  it('take a resolve whose firing was never told', async () => {
    const lost = alert('f9', { status: 'resolved', endsAt: '2026-03-03T10:00:00.123Z' });
    expect((await post(notification(lost))).body).toMatchObject({ recorded: 2 });
  });

  it('say what they could not take', async () => {
    const { body } = await post(
      notification(alert('f3', { labels: {} }), alert('f4', { labels: { service: 'nothing' } })),
    );
    expect(body.ignored.map((one: { fingerprint: string }) => one.fingerprint)).toEqual(['f3', 'f4']);
    const mixed = await post(notification(alert('f6', { startsAt: 'yesterday' }), alert('f7')));
    expect(mixed).toMatchObject({ status: 200, body: { recorded: 1, ignored: [{ fingerprint: 'f6' }] } });
    expect((await post(notification(alert('f6', { startsAt: 'yesterday' })))).status).toBe(400);
    expect((await post({ version: '3', alerts: [] })).status).toBe(400);
    expect((await post({})).status).toBe(400);
  });

  it('may come with an API token as well', async () => {
    expect((await post(notification(alert('f5')), api.adminToken)).body).toMatchObject({ recorded: 1 });
  });
});
