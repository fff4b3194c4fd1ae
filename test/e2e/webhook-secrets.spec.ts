import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ManualClock, Transactions } from '#platform';
import { useApi } from '../harness/use-api.js';

const FROM_ENVIRONMENT = 'what the environment says';
const FIRST = 'the-first-secret-of-the-page';
const SECOND = 'the-second-secret-of-the-page';

describe('secrets of webhooks', () => {
  const clock = new ManualClock(new Date('2026-03-04T00:00:00Z'));
  const api = useApi({
    clock,
    environment: {
      UNTOIL_GITHUB_WEBHOOK_SECRET: FROM_ENVIRONMENT,
      UNTOIL_SECRET_KEY: 'a key of thirty-two characters or more',
    },
  });
  let serial = 0;

  const signedWith = async (secret: string) => {
    const body = JSON.stringify({ zen: 'Design for failure.' });
    const response = await fetch(`${api.url}/webhooks/github`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-github-event': 'ping',
        'x-github-delivery': `ping ${++serial}`,
        'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
      },
      body,
    });
    return response.status;
  };
  const bearer = async (token: string) => {
    const response = await fetch(`${api.url}/webhooks/alertmanager`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ version: '4', alerts: [] }),
    });
    return response.status;
  };
  const FIELDS =
    'webhookSecret { source origin setAt previousUntil } secret userErrors { code path message }';
  const set = async (input: object) =>
    (
      await api.query(`mutation($i: SetWebhookSecretInput!) { setWebhookSecret(input: $i) { ${FIELDS} } }`, {
        i: input,
      })
    ).data.setWebhookSecret;
  const forget = async (source: string, what: string) =>
    (
      await api.query(
        `mutation { forgetWebhookSecret(input: { source: ${source}, what: ${what} }) { ${FIELDS} } }`,
      )
    ).data.forgetWebhookSecret;
  const states = async () =>
    (await api.must('{ webhookSecrets { source origin previousUntil } }')).webhookSecrets;

  it('come from the environment until one is stored', async () => {
    expect(await signedWith(FROM_ENVIRONMENT)).toBe(200);
    expect(await bearer('anything')).toBe(401);
    expect(await states()).toEqual([
      { source: 'GITHUB', origin: 'ENVIRONMENT', previousUntil: null },
      { source: 'ALERTMANAGER', origin: 'NONE', previousUntil: null },
    ]);
  });

  it('are rotated: old and new are accepted until the overlap ends', async () => {
    expect(await set({ source: 'GITHUB', secret: FIRST })).toEqual({
      webhookSecret: {
        source: 'GITHUB',
        origin: 'STORED',
        setAt: '2026-03-04T00:00:00.000Z',
        previousUntil: '2026-03-05T00:00:00.000Z',
      },
      secret: null,
      userErrors: [],
    });
    expect([await signedWith(FIRST), await signedWith(FROM_ENVIRONMENT)]).toEqual([200, 200]);
    await set({ source: 'GITHUB', secret: SECOND, overlapHours: 1 });
    expect([await signedWith(SECOND), await signedWith(FIRST), await signedWith(FROM_ENVIRONMENT)]).toEqual([
      200, 200, 401,
    ]);
    clock.advance(3600);
    expect([await signedWith(SECOND), await signedWith(FIRST)]).toEqual([200, 401]);
  });

  it('end at once when they leaked', async () => {
    await set({ source: 'GITHUB', secret: FIRST });
    expect(await signedWith(SECOND)).toBe(200);
    expect((await forget('GITHUB', 'PREVIOUS')).webhookSecret).toMatchObject({ previousUntil: null });
    expect([await signedWith(FIRST), await signedWith(SECOND)]).toEqual([200, 401]);
    await set({ source: 'GITHUB', secret: SECOND, overlapHours: 0 });
    expect([await signedWith(SECOND), await signedWith(FIRST)]).toEqual([200, 401]);
    expect((await forget('GITHUB', 'ALL')).webhookSecret).toMatchObject({ origin: 'ENVIRONMENT' });
    expect([await signedWith(SECOND), await signedWith(FROM_ENVIRONMENT)]).toEqual([401, 200]);
  });

  it('are made here when nobody names one, and work for Alertmanager as its token', async () => {
    const { secret } = await set({ source: 'ALERTMANAGER' });
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect([await bearer(secret), await bearer(`${secret}x`)]).toEqual([200, 401]);
  });

  it('are sealed at rest, and shown in no answer and no trail', async () => {
    await set({ source: 'GITHUB', secret: FIRST });
    const read = api.app.get(Transactions).read;
    const kept = JSON.stringify([
      await read.query('select * from webhook_secret'),
      await read.query('select * from audit_record'),
    ]);
    expect(kept).toContain('webhook:GITHUB');
    for (const secret of [FIRST, SECOND, FROM_ENVIRONMENT]) expect(kept).not.toContain(secret);
  });

  it.each([
    ['too short', { source: 'GITHUB', secret: 'short' }, ['input', 'secret']],
    ['empty', { source: 'GITHUB', secret: '' }, ['input', 'secret']],
    ['with a blank', { source: 'GITHUB', secret: 'sixteen and a blank' }, ['input', 'secret']],
    [
      'an overlap that never ends',
      { source: 'GITHUB', secret: FIRST, overlapHours: 721 },
      ['input', 'overlapHours'],
    ],
    ['a negative overlap', { source: 'GITHUB', secret: FIRST, overlapHours: -1 }, ['input', 'overlapHours']],
  ])('are refused: %s', async (_, input, path) => {
    const answer = await set(input);
    expect(answer).toMatchObject({ webhookSecret: null, userErrors: [{ code: 'INVALID_INPUT', path }] });
    expect(JSON.stringify(answer)).not.toContain(FIRST);
  });

  it('cannot be forgotten where none is stored', async () => {
    await forget('ALERTMANAGER', 'ALL');
    expect((await forget('ALERTMANAGER', 'ALL')).userErrors).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'source'] },
    ]);
  });
});
