import { describe, expect, it } from 'vitest';
import { useApi } from '../harness/use-api.js';

// The twelve checks of graphql-cop, as an anonymous caller: each says whether the server could be abused that way.
describe('the twelve known GraphQL attacks', () => {
  const api = useApi();

  const post = (
    body: unknown,
    init: { method?: string; headers?: Record<string, string>; path?: string } = {},
  ) =>
    fetch(`${api.url}${init.path ?? '/graphql'}`, {
      method: init.method ?? 'POST',
      headers: { 'content-type': 'application/json', ...init.headers },
      body: init.method === 'GET' ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
  const text = async (response: Response) => response.text();
  const hasData = (body: string) => /"data":\{.*"(__typename|alias\d+|__schema)"/.test(body);

  it('alias overloading: 101 aliases', async () => {
    const query = `query { ${Array.from({ length: 101 }, (_, n) => `alias${n}: __typename`).join(' ')} }`;
    const body = await text(await post({ query }));
    expect(hasData(body)).toBe(false);
    expect(body).toContain('15 are allowed');
  });

  it('array-based batching: ten operations in one request', async () => {
    const response = await post(Array.from({ length: 10 }, () => ({ query: '{ __typename }' })));
    expect(response.status).toBe(400);
    expect(hasData(await text(response))).toBe(false);
  });

  it('tracing or debug extensions', async () => {
    expect(await text(await post({ query: '{ __typename }' }))).not.toMatch(/tracing|extensions/);
  });

  it('directive overloading', async () => {
    const body = await text(await post({ query: `{ __typename ${'@aa'.repeat(10)} }` }));
    expect(body).toContain('5 are allowed');
  });

  it('circular introspection', async () => {
    const circles = (n: number): string => (n === 0 ? 'name' : `fields { type { ${circles(n - 1)} } }`);
    for (const n of [1, 5]) {
      const body = await text(await post({ query: `{ __schema { types { ${circles(n)} } } }` }));
      expect(hasData(body)).toBe(false);
      expect(body).toMatch(/UNAUTHENTICATED|depth exceeded/);
    }
  });

  it('GET queries', async () => {
    const response = await post(null, { method: 'GET', path: '/graphql?query={__typename}' });
    expect(response.status).toBe(405);
    expect(hasData(await text(response))).toBe(false);
  });

  it('mutations over GET', async () => {
    const response = await post(null, { method: 'GET', path: '/graphql?query=mutation{__typename}' });
    expect(hasData(await text(response))).toBe(false);
  });

  it('POST with url-encoded queries', async () => {
    const response = await post('query=%7B__typename%7D', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(response.status).toBe(415);
    expect(hasData(await text(response))).toBe(false);
  });

  it('GraphiQL or a playground', async () => {
    for (const path of ['/graphql', '/graphiql', '/playground', '/console']) {
      const body = await text(await post(null, { method: 'GET', path, headers: { accept: 'text/html' } }));
      expect(body).not.toMatch(/graphiql|playground|graphql explorer/i);
    }
  });

  it('field suggestions', async () => {
    const body = await text(await post({ query: '{ organizatio { name } }' }));
    expect(body).toContain('Cannot query field');
    expect(body).not.toContain('Did you mean');
  });

  it('introspection', async () => {
    expect(hasData(await text(await post({ query: '{ __schema { types { name } } }' })))).toBe(false);
  });

  it('field duplication', async () => {
    const body = await text(await post({ query: `{ ${'__typename '.repeat(1001)} }` }));
    expect(hasData(body)).toBe(false);
  });

  it('stack traces in errors', async () => {
    for (const body of [{ query: '{' }, { query: '{ nope }' }, { query: 5 }, '{"query":', {}]) {
      expect(await text(await post(body))).not.toMatch(/node_modules|at \w+ \(|\.(ts|js):\d+|stack/);
    }
  });
});
