import { createServer } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ManualClock } from '#platform';
import { useApi } from '../harness/use-api.js';

const OLD = 'the password before 1';
const NEW = 'the password after 2';

/** A port that nothing listens on now. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
const port = await freePort();

describe('a new password', () => {
  const clock = new ManualClock(new Date('2026-03-02T09:00:00Z'));
  const api = useApi({ clock, environment: { UNTOIL_SMTP_URL: `smtp://127.0.0.1:${port}` } });
  const mails: string[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (chunk) => {
        text += chunk;
      });
      stream.on('end', () => {
        mails.push(text.replaceAll('=\r\n', '').replaceAll('=3D', '='));
        done();
      });
    },
  });
  beforeAll(() => new Promise<void>((resolve) => void smtp.listen(port, '127.0.0.1', () => resolve())));
  afterAll(() => new Promise<void>((resolve) => smtp.close(() => resolve())));

  const post = (path: string, body: object, cookie?: string) =>
    fetch(`${api.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
      body: JSON.stringify(body),
    });
  const signIn = async (name: string, password: string) => {
    const response = await post('/session', { name, password });
    return { status: response.status, cookie: response.headers.get('set-cookie')?.split(';', 1)[0] ?? '' };
  };
  const account = async (name: string, more: object = {}): Promise<string> =>
    (
      await api.must(
        'mutation($i: CreateAccountInput!) { createAccount(input: $i) { account { id } userErrors { code message } } }',
        { i: { name, password: OLD, ...more } },
      )
    ).createAccount.account.id;
  const reset = async (id: string) =>
    (
      await api.query(
        'mutation($i: ResetPasswordInput!) { resetPassword(input: $i) { link mailedTo userErrors { code path } } }',
        { i: { account: id } },
      )
    ).data.resetPassword;
  const tokenOf = (link: string) => new URL(link).searchParams.get('token') ?? '';
  const whoAmI = async (cookie: string) =>
    (
      await (
        await fetch(`${api.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: api.url, cookie },
          body: JSON.stringify({ query: '{ me { name } }' }),
        })
      ).json()
    ).data?.me?.name;

  it('comes by a link that an admin makes: once, signing in, and every session before it ends', async () => {
    const id = await account('Ana');
    const before = await signIn('Ana', OLD);
    expect(await whoAmI(before.cookie)).toBe('Ana');
    const made = await reset(id);
    expect(made).toMatchObject({ mailedTo: null, userErrors: [] });
    const done = await post('/password-reset', { token: tokenOf(made.link), password: NEW });
    expect(done.status).toBe(204);
    expect(await whoAmI(done.headers.get('set-cookie')?.split(';', 1)[0] ?? '')).toBe('Ana');
    expect(await whoAmI(before.cookie)).toBeUndefined();
    expect([(await signIn('Ana', OLD)).status, (await signIn('Ana', NEW)).status]).toEqual([401, 204]);
    const again = await post('/password-reset', { token: tokenOf(made.link), password: `${NEW}3` });
    expect(again.status).toBe(403);
  });

  it('is refused by a link that is old, made up, or followed by another, and survives a bad password', async () => {
    const id = await account('Ben');
    const first = tokenOf((await reset(id)).link);
    const second = tokenOf((await reset(id)).link);
    const status = async (token: string, password = NEW) =>
      (await post('/password-reset', { token, password })).status;
    expect([await status('x'), await status(first), await status(second, 'short')]).toEqual([403, 403, 400]);
    clock.advance(30 * 60);
    expect(await status(second)).toBe(403);
  });

  it('is not given to an account that is disabled or does not exist', async () => {
    const id = await account('Cho');
    const link = (await reset(id)).link;
    await api.must('mutation($i: UpdateAccountInput!) { updateAccount(input: $i) { userErrors { code } } }', {
      i: { id, disabled: true },
    });
    expect((await reset(id)).userErrors).toEqual([
      { code: 'INVALID_TRANSITION', path: ['input', 'account'] },
    ]);
    expect((await reset('acc_nobody')).userErrors).toEqual([
      { code: 'NOT_FOUND', path: ['input', 'account'] },
    ]);
    expect((await post('/password-reset', { token: tokenOf(link), password: NEW })).status).toBe(403);
  });

  it('is mailed on request, and nobody learns who has an account', async () => {
    await account('Dan', { email: 'dan@example.com' });
    const answers = [];
    for (const name of ['dan@example.com', 'Nobody'])
      answers.push((await post('/password-reset/request', { name })).status);
    expect(answers).toEqual([204, 204]);
    await vi.waitFor(() => expect(mails).toHaveLength(1));
    expect(mails[0]).toContain('To: dan@example.com');
    const token = /password-reset\?token=([\w-]+)/.exec(mails[0] ?? '')?.[1] ?? '';
    expect((await post('/password-reset', { token, password: NEW })).status).toBe(204);
    expect((await signIn('Dan', NEW)).status).toBe(204);
  });

  it('is asked for three times at most', async () => {
    const statuses = [];
    for (let n = 0; n < 4; n++)
      statuses.push((await post('/password-reset/request', { name: 'Eve' })).status);
    expect(statuses).toEqual([204, 204, 204, 429]);
  });

  it('and an invitation goes to the address that was given', async () => {
    const sent = mails.length;
    const invite = (email: string) =>
      api.query(
        'mutation($i: InviteAccountInput!) { inviteAccount(input: $i) { link mailedTo userErrors { code path } } }',
        {
          i: { email },
        },
      );
    expect((await invite('fay@example.com')).data.inviteAccount).toMatchObject({
      mailedTo: 'fay@example.com',
    });
    expect(mails[sent]).toMatch(/\/invitation\?token=/);
    expect((await invite('no address')).data.inviteAccount.userErrors).toEqual([
      { code: 'INVALID_INPUT', path: ['input', 'email'] },
    ]);
  });
});
