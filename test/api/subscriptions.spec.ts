import { createClient } from 'graphql-ws';
import { describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { Alerts, EventBus, Transactions } from '#platform';
import { useApi } from '../harness/use-api.js';

const QUERY = 'subscription { alertRaised { subject severity } }';

describe('subscriptions', () => {
  const api = useApi();

  let raised = 0;
  // Each a new alert: one that is open already only counts another occurrence.
  const raise = (subject: string) =>
    api.app
      .get(Transactions, { strict: false })
      .run((tx) =>
        api.app
          .get(Alerts, { strict: false })
          .raise(tx, { kind: 'test', subject: `${subject} ${raised++}`, title: 'A test', severity: 'INFO' }),
      );
  const heard = () => api.app.get(EventBus, { strict: false }).listening();
  const socket = (connectionParams: Record<string, unknown>, headers: Record<string, string> = {}) =>
    createClient({
      url: `${api.url.replace('http', 'ws')}/graphql`,
      connectionParams,
      retryAttempts: 0,
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocol: string) {
          super(address, protocol, { headers });
        }
      },
    });
  const token = () => ({ authorization: `Bearer ${api.adminToken}` });

  it('come over a WebSocket', async () => {
    const client = socket(token());
    const events = client.iterate<{ alertRaised: { subject: string } }>({ query: QUERY });
    const first = events.next();
    await heard();
    // Raised until it is heard: the subscription begins when the server says so, not when the client asked.
    const raising = repeat(() => raise('over a socket'));
    expect((await first).value?.data?.alertRaised.subject).toMatch(/^over a socket/);
    await raising.stop();
    await events.return?.();
    await client.dispose();
  });

  it('come as server-sent events', async () => {
    const leave = new AbortController();
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...token() },
      body: JSON.stringify({ query: QUERY }),
      signal: leave.signal,
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const raising = repeat(() => raise('over a stream'));
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('\n\n')) text += (await reader?.read())?.value ?? '';
    expect(text).toContain('event: next');
    expect(text).toContain('"subject":"over a stream ');
    await raising.stop();
    leave.abort();
  });

  it('answer a query over the stream as well, and end it', async () => {
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...token() },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    expect(await response.text()).toBe(
      'event: next\ndata: {"data":{"__typename":"Query"}}\n\nevent: complete\ndata: \n\n',
    );
  });

  it('tell what happened while the listening connection was cut', async () => {
    const client = socket(token());
    const events = client.iterate<{ alertRaised: { subject: string } }>({ query: QUERY });
    const first = events.next();
    const raising = repeat(() => raise('before the cut'));
    await first;
    await raising.stop();
    await api.app
      .get(Transactions, { strict: false })
      .read.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'untoil-events' and datname = current_database()`,
      );
    // Committed before the listener is back (it waits 100 ms at least): only the rows can tell of it.
    await raise('in the gap');
    let subject = '';
    while (!subject.startsWith('in the gap')) {
      subject = (await events.next()).value?.data?.alertRaised.subject ?? '';
    }
    expect(subject).toMatch(/^in the gap/);
    await events.return?.();
    await client.dispose();
  });

  it('end when the token is revoked', async () => {
    const account = await api.must(
      'mutation { createAccount(input: { name: "Ana" }) { account { id } userErrors { code } } }',
    );
    const made = await api.must(
      `mutation { createApiToken(input: { name: "x", account: "${account.createAccount.account.id}" }) { secret token { id } userErrors { code } } }`,
    );
    const client = socket({ authorization: `Bearer ${made.createApiToken.secret}` });
    const events = client.iterate<{ alertRaised: { subject: string } }>({ query: QUERY });
    const first = events.next();
    const raising = repeat(() => raise('before and after'));
    expect((await first).value?.data?.alertRaised.subject).toMatch(/^before and after/);
    await raising.stop();
    await api.must(
      `mutation { revokeApiToken(id: "${made.createApiToken.token.id}") { accepted userErrors { code } } }`,
    );
    await raise('after');
    let next = await events.next();
    while (!next.done && !next.value.errors) next = await events.next();
    expect(next.value?.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    expect((await events.next()).done).toBe(true);
    await client.dispose();
  });

  it.each([
    ['nobody', {}],
    ['a wrong token', { authorization: 'Bearer wrong' }],
  ])('refuse a socket of %s', async (_, params) => {
    const client = socket(params);
    await expect(client.iterate({ query: QUERY }).next()).rejects.toMatchObject({ code: 4403 });
  });

  it('refuse a socket that a foreign page opens', async () => {
    const client = socket(token(), { origin: 'https://evil.example' });
    await expect(client.iterate({ query: QUERY }).next()).rejects.toThrow();
  });

  it('keep the socket open when an operation is refused, limits and introspection included', async () => {
    const client = socket(token());
    const aliases = Array.from({ length: 16 }, (_, n) => `a${n}: __typename`).join(' ');
    for (const query of [`{ ${aliases} }`, '{ nope }', '{']) {
      await expect(client.iterate({ query }).next()).rejects.toBeInstanceOf(Array);
    }
    expect((await client.iterate({ query: '{ __typename }' }).next()).value?.data).toEqual({
      __typename: 'Query',
    });
    await client.dispose();
  });
});

/** Does something again and again until it is told to stop. */
function repeat(act: () => Promise<unknown>): { stop(): Promise<void> } {
  let going = true;
  const done = (async () => {
    while (going) await act();
  })();
  return {
    async stop() {
      going = false;
      await done;
    },
  };
}
