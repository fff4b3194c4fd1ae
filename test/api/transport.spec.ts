import { auditServer } from 'graphql-http';
import { describe, expect, it } from 'vitest';
import { useApi } from '../harness/use-api.js';

describe('GraphQL over HTTP', () => {
  const api = useApi();

  it('answers a caller with a token', async () => {
    const answer = await api.query('{ __typename }');
    expect(answer).toEqual({ data: { __typename: 'Query' } });
  });

  it('passes every MUST and SHOULD of the 61 audits of graphql-http', async () => {
    const results = await auditServer({
      url: `${api.url}/graphql`,
      fetchFn: (url: string, init?: RequestInit) =>
        fetch(url, {
          ...init,
          headers: { ...(init?.headers as object), authorization: `Bearer ${api.adminToken}` },
        }),
    });
    const named = (status: string) =>
      results.filter((result) => result.status === status).map(({ name }) => name);
    expect(results).toHaveLength(61);
    expect([...named('error'), ...named('warn')]).toEqual([]);
    // The three suggestions left are about GET, which we refuse.
    expect(named('ok').length).toBeGreaterThanOrEqual(58);
  });
});
