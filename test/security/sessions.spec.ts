import { describe, expect, it } from 'vitest';
import { Authenticator, ManualClock, Setup } from '#platform';
import { useApi } from '../harness/use-api.js';

const PASSWORD = 'correct horse battery';

describe('browser sessions', () => {
  const clock = new ManualClock(new Date('2026-03-02T09:00:00Z'));
  const api = useApi({ clock });

  const post = (path: string, body: unknown, headers: Record<string, string> = {}, method = 'POST') =>
    fetch(`${api.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', origin: api.url, ...headers },
      body: method === 'DELETE' ? '{}' : JSON.stringify(body),
    });
  const cookieOf = (response: Response) => response.headers.get('set-cookie') ?? '';
  const sent = (response: Response) => cookieOf(response).split(';')[0] ?? '';
  const signIn = (password = PASSWORD, name = 'Ana') => post('/session', { name, password });
  const me = async (cookie: string, headers: Record<string, string> = {}) => {
    const response = await post('/graphql', { query: '{ me { name role } }' }, { cookie, ...headers });
    return (await response.json()).data?.me ?? null;
  };
  // What a second does in every process: the clock of the tests stands still.
  const pastTheMemory = () => api.app.get(Authenticator, { strict: false }).forget();

  it('begin with the setup link and with a password, never with a wrong one', async () => {
    const token = await api.app.get(Setup, { strict: false }).issue();
    const claimed = await post('/setup', { token, name: ' Ana ', password: PASSWORD });
    expect(claimed.status).toBe(204);
    expect(await me(sent(claimed))).toEqual({ name: 'Ana', role: 'ADMIN' });
    expect(await me(sent(await signIn(PASSWORD, 'ANA')))).toEqual({ name: 'Ana', role: 'ADMIN' });
    const wrong = await signIn('correct horse battery!');
    expect([wrong.status, cookieOf(wrong)]).toEqual([401, '']);
    expect((await wrong.json()).message).toBe((await (await signIn(PASSWORD, 'Nobody')).json()).message);
  });

  it('have a cookie that scripts and foreign pages cannot use', async () => {
    const cookie = cookieOf(await signIn());
    expect(cookie).toMatch(/^untoil_session=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
  });

  it('get a new secret at every sign-in, and the old one ends', async () => {
    const first = sent(await signIn());
    const second = sent(await post('/session', { name: 'Ana', password: PASSWORD }, { cookie: first }));
    expect(second).not.toBe(first);
    expect(await me(second)).not.toBeNull();
    expect(await me(first)).toBeNull();
  });

  it('end when signed out', async () => {
    const cookie = sent(await signIn());
    const out = await post('/session', null, { cookie }, 'DELETE');
    expect(out.status).toBe(204);
    expect(cookieOf(out)).toContain('Max-Age=0');
    expect(await me(cookie)).toBeNull();
  });

  it('count for nothing from a foreign page, or from one that does not say where it is', async () => {
    const cookie = sent(await signIn());
    expect(await me(cookie, { origin: 'https://evil.example' })).toBeNull();
    expect(await me(cookie, { origin: 'null' })).toBeNull();
    expect(await me(cookie, { 'sec-fetch-site': 'cross-site' })).toBeNull();
    const foreign = await post(
      '/session',
      { name: 'Ana', password: PASSWORD },
      { origin: 'https://evil.example' },
    );
    expect(foreign.status).toBe(403);
  });

  it('end when nobody used them for two weeks, and after three months however much they were used', async () => {
    const idle = sent(await signIn());
    const used = sent(await signIn());
    const day = 86_400;
    for (let week = 0; week < 12; week++) {
      clock.advance(7 * day);
      pastTheMemory();
      expect(await me(used)).not.toBeNull();
    }
    expect(await me(idle)).toBeNull();
    clock.advance(7 * day);
    pastTheMemory();
    expect(await me(used)).toBeNull();
  });

  it('all end when the password is changed, which needs the old one', async () => {
    const cookie = sent(await signIn());
    const change = async (current: string, next: string) => {
      const query = `mutation { changePassword(input: { current: "${current}", next: "${next}" }) { accepted userErrors { code path } } }`;
      const response = await post('/graphql', { query }, { cookie });
      return (await response.json()).data.changePassword;
    };
    expect((await change('a wrong password', 'another password')).userErrors[0].path).toEqual([
      'input',
      'current',
    ]);
    expect((await change(PASSWORD, 'short')).userErrors[0].path).toEqual(['input', 'next']);
    expect((await change(PASSWORD, 'another password')).accepted).toBe(true);
    expect(await me(cookie)).toBeNull();
    expect((await signIn()).status).toBe(401);
    const again = sent(await signIn('another password'));
    const response = await post(
      '/graphql',
      {
        query: `mutation { changePassword(input: { current: "another password", next: "${PASSWORD}" }) { accepted } }`,
      },
      { cookie: again },
    );
    expect((await response.json()).data.changePassword.accepted).toBe(true);
  });

  it('lock a name after ten wrong passwords, in whatever order they come', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 15 }, (_, n) => signIn(`wrong password ${n}`, 'Guessed')),
    );
    expect(statuses.filter(({ status }) => status === 401)).toHaveLength(10);
    const locked = statuses.filter(({ status }) => status === 429);
    expect(locked).toHaveLength(5);
    expect(Number(locked[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await signIn()).status).toBe(204);
  });
});

describe('browser sessions behind https', () => {
  const api = useApi({ environment: { UNTOIL_PUBLIC_URL: 'https://untoil.example' } });

  it('have a cookie that the browser binds to the host', async () => {
    const token = await api.app.get(Setup, { strict: false }).issue();
    const response = await fetch(`${api.url}/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://untoil.example' },
      body: JSON.stringify({ token, name: 'Ana', password: PASSWORD }),
    });
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-untoil=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/,
    );
  });
});
