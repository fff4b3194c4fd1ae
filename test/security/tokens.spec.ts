import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { Authenticator, ManualClock } from '#platform';
import { useApi } from '../harness/use-api.js';

const CREATE_ACCOUNT =
  'mutation ($input: CreateAccountInput!) { createAccount(input: $input) { account { id } userErrors { code } } }';
const CREATE_TOKEN =
  'mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret token { id hint role scopes usedAt } userErrors { code path } } }';
const REVOKE = 'mutation ($id: ID!) { revokeApiToken(id: $id) { accepted userErrors { code } } }';

describe('API tokens', () => {
  const clock = new ManualClock(new Date('2026-03-02T09:00:00Z'));
  const api = useApi({ clock });
  let made = 0;

  const newToken = async (role: string, more: object = {}) => {
    const input = { name: `${role} ${made++}`, role };
    const account = (await api.must(CREATE_ACCOUNT, { input })).createAccount.account.id;
    const { createApiToken } = await api.must(CREATE_TOKEN, { input: { name: 'test', account, ...more } });
    return { account, ...createApiToken } as {
      account: string;
      secret: string;
      token: { id: string; role: string };
    };
  };
  const me = async (token: string) => (await api.query('{ me { role } }', {}, token)).data?.me ?? null;
  // What a second does in every process: the clock of the tests stands still.
  const pastTheMemory = () => api.app.get(Authenticator, { strict: false }).forget();

  it('work from the moment they are made, with the role of their account', async () => {
    for (const role of ['VIEWER', 'MEMBER', 'LEAD', 'ADMIN']) {
      const { secret } = await newToken(role);
      expect(secret).toMatch(/^utl_[0-9A-Za-z]{38}$/);
      expect(await me(secret)).toEqual({ role });
    }
  });

  it('are not in the database, not even in part beyond the hint', async () => {
    const { secret } = await newToken('MEMBER');
    const client = new pg.Client({ connectionString: api.databaseUrl });
    await client.connect();
    const tables = await client.query(`select tablename from pg_tables where schemaname = 'public'`);
    const found: string[] = [];
    for (const { tablename } of tables.rows) {
      const { rows } = await client.query(`select 1 from "${tablename}" t where t::text like $1 limit 1`, [
        `%${secret.slice(9)}%`,
      ]);
      if (rows.length > 0) found.push(tablename);
    }
    await client.end();
    expect(tables.rows.length).toBeGreaterThan(5);
    expect(found).toEqual([]);
  });

  it('may be narrower than their account, never wider', async () => {
    const { secret, account } = await newToken('LEAD', { role: 'VIEWER' });
    expect(await me(secret)).toEqual({ role: 'VIEWER' });
    const { secret: own } = await newToken('MEMBER');
    const wider = await api.query(CREATE_TOKEN, { input: { name: 'x', role: 'ADMIN' } }, own);
    expect(wider.data.createApiToken.userErrors).toEqual([{ code: 'FORBIDDEN', path: ['input', 'role'] }]);
    const forOther = await api.query(CREATE_TOKEN, { input: { name: 'x', account } }, own);
    expect(forOther.data.createApiToken.userErrors[0].code).toBe('FORBIDDEN');
  });

  it('keep to their scopes', async () => {
    const { secret } = await newToken('ADMIN', { scopes: ['READ'] });
    expect(await me(secret)).toEqual({ role: 'ADMIN' });
    const written = await api.query(CREATE_TOKEN, { input: { name: 'more' } }, secret);
    expect(written.data.createApiToken.userErrors[0].code).toBe('FORBIDDEN');
    const { secret: predicts } = await newToken('ADMIN', { scopes: ['PREDICT'] });
    expect((await api.query('{ me { role } }', {}, predicts)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('stop working when they expire', async () => {
    const expiresAt = new Date(clock.now().getTime() + 60_000).toISOString();
    const { secret } = await newToken('VIEWER', { expiresAt });
    expect(await me(secret)).not.toBeNull();
    clock.advance(61);
    pastTheMemory();
    expect(await me(secret)).toBeNull();
  });

  it('stop working at once when revoked, and when their account is disabled', async () => {
    const { secret, token } = await newToken('MEMBER');
    expect(await me(secret)).not.toBeNull();
    await api.must(REVOKE, { id: token.id });
    expect(await me(secret)).toBeNull();
    const other = await newToken('MEMBER');
    await api.must(
      `mutation { updateAccount(input: { id: "${other.account}", disabled: true }) { account { id } userErrors { code } } }`,
    );
    expect(await me(other.secret)).toBeNull();
  });

  it('cannot be revoked by others', async () => {
    const { token } = await newToken('MEMBER');
    const { secret } = await newToken('LEAD');
    const answer = await api.query(REVOKE, { id: token.id }, secret);
    expect(answer.data.revokeApiToken.userErrors[0].code).toBe('NOT_FOUND');
  });

  it.each(['', 'x', `utl_${'0'.repeat(38)}`, 'an-admin-token-of-the-test-harness-012345678'])(
    '%j is nobody',
    async (token) => {
      const answer = await api.query('{ me { name } }', {}, token || null);
      expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    },
  );
});

describe('the request limit', () => {
  const clock = new ManualClock(new Date('2026-03-02T09:00:10Z'));
  const api = useApi({ clock, environment: { UNTOIL_RATE_LIMIT: '600' } });

  it('lets 600 a minute through, then says when to come back, and starts anew with the next minute', async () => {
    const ask = () =>
      fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${api.adminToken}` },
        body: '{"query":"{ __typename }"}',
      });
    for (let n = 0; n < 600; n += 50) {
      const answers = await Promise.all(Array.from({ length: 50 }, ask));
      expect(answers.every(({ status }) => status === 200)).toBe(true);
    }
    const late = await ask();
    expect([late.status, late.headers.get('retry-after')]).toEqual([429, '50']);
    expect((await late.json()).errors[0].extensions.code).toBe('RATE_LIMITED');
    clock.advance(50);
    expect((await ask()).status).toBe(200);
  });
});
