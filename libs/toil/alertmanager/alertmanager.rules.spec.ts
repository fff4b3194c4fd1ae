import { describe, expect, it } from 'vitest';
import { alertmanagerPayload, readAlerts } from './alertmanager.rules.js';

const NOW = new Date('2026-03-04T12:00:00Z');
const payload = (alert: object, common: object = {}) =>
  alertmanagerPayload.parse({
    version: '4',
    status: 'firing',
    receiver: 'untoil',
    ...common,
    alerts: [{ status: 'firing', fingerprint: 'f1', startsAt: '2026-03-04T10:00:00.123456789Z', ...alert }],
  });
const read = (alert: object, common: object = {}) => readAlerts(payload(alert, common), 'service', NOW)[0];

describe('readAlerts', () => {
  it('names an alert by fingerprint and start', () => {
    expect(read({ labels: { alertname: 'Down', service: 'checkout', severity: 'critical' } })).toEqual({
      externalId: 'f1@2026-03-04T10:00:00.123Z',
      serviceName: 'checkout',
      title: 'Down',
      severity: 1,
      startsAt: new Date('2026-03-04T10:00:00.123Z'),
      endsAt: null,
    });
  });

  it.each([
    ['firing, year 1', { endsAt: '0001-01-01T00:00:00Z' }, null],
    ['firing, an end to come', { endsAt: '2026-03-04T11:00:00Z' }, null],
    ['resolved', { status: 'resolved', endsAt: '2026-03-04T11:00:00+01:00' }, '2026-03-04T10:00:00.123Z'],
    ['resolved later', { status: 'resolved', endsAt: '2026-03-04T11:00:00Z' }, '2026-03-04T11:00:00.000Z'],
    ['resolved, year 1', { status: 'resolved', endsAt: '0001-01-01T00:00:00Z' }, NOW.toISOString()],
    ['resolved, no end', { status: 'resolved' }, NOW.toISOString()],
  ])('ends when the status says so: %s', (_, alert, expected) => {
    expect(read(alert)?.endsAt?.toISOString() ?? null).toBe(expected);
  });

  it('takes the common labels and the summary', () => {
    const alert = read(
      { annotations: { summary: 'All pods gone' } },
      { commonLabels: { service: 'search' } },
    );
    expect(alert).toMatchObject({ serviceName: 'search', title: 'All pods gone', severity: 3 });
  });

  it.each([
    [{ annotations: { summary: ' \n ' }, labels: { alertname: 'Down' } }, 'Down'],
    [{ annotations: { summary: '' }, labels: { alertname: ' ' } }, 'f1'],
    [{ annotations: { summary: `${'x'.repeat(499)}\u{1F600}` } }, `${'x'.repeat(499)}\uFFFD`],
    [{ annotations: null, labels: null }, 'f1'],
  ])('never lacks a title: %j', (alert, title) => {
    expect(read(alert)?.title).toBe(title);
  });

  it('reads the others when one alert is none', () => {
    const { alerts, unreadable } = alertmanagerPayload.parse({
      version: '4',
      commonLabels: null,
      alerts: [
        { status: 'firing', startsAt: 'yesterday', fingerprint: 'bad' },
        { status: 'firing', startsAt: '2026-03-04T10:00:00Z', fingerprint: 'good' },
        null,
      ],
    });
    expect(alerts.map(({ fingerprint }) => fingerprint)).toEqual(['good']);
    expect(unreadable).toMatchObject([
      { fingerprint: 'bad', reason: expect.stringMatching(/^startsAt: /) },
      { fingerprint: '' },
    ]);
  });

  it.each([
    ['another version', { version: '3', alerts: [] }],
    ['no alerts', { version: '4' }],
    ['no fingerprint', { version: '4', alerts: [{ status: 'firing', startsAt: '2026-03-04T10:00:00Z' }] }],
  ])('refuses %s', (_, given) => {
    expect(alertmanagerPayload.safeParse(given).success).toBe(false);
  });
});
