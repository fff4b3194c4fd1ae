import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../apps/api/graphql/query-limits.rules.js';
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

// S3: limits at n and at n + 1, through the front door; and what it costs to say no.
describe('limits of a request', () => {
  const api = useApi();
  const ask = async (query: string, more: object = {}) => {
    const began = performance.now();
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${api.adminToken}` },
      body: JSON.stringify({ query, ...more }),
    });
    const text = await response.text();
    return { status: response.status, text, tookMs: performance.now() - began };
  };
  const repeat = (n: number, make: (i: number) => string) =>
    Array.from({ length: n }, (_, i) => make(i)).join(' ');
  it.each<[name: string, most: number, make: (n: number) => string, refused: RegExp]>([
    ['aliases', LIMITS.aliases, (n) => `{ ${repeat(n, (i) => `a${i}: __typename`)} }`, /15 are allowed/],
    [
      'directives',
      LIMITS.directives,
      (n) => `{ ${repeat(n, () => '__typename @skip(if: true)')} x: __typename }`,
      /5 are allowed/,
    ],
    [
      'nodes of a page',
      LIMITS.page,
      (n) => `{ services(first: ${n}) { nodes { key } } }`,
      /between 1 and 100/,
    ],
    ['bytes of a body', LIMITS.body - 12, (n) => `{__typename}${' '.repeat(n - 12)}`, /./],
  ])('%s: %i pass, one more is refused', async (_, most, make, refused) => {
    const fine = await ask(make(most));
    expect([fine.status, JSON.parse(fine.text).errors]).toEqual([200, undefined]);
    const over = await ask(make(most + 1));
    expect(over.text).not.toContain('"data":{');
    expect(over.text).toMatch(refused);
  });

  it('refuses 200 hostile queries, each in no time, while others are answered', async () => {
    const hostile = Array.from({ length: 200 }, (_, i) =>
      [
        () => `{ ${repeat(900, (n) => `a${n}: __typename`)} }`,
        () => `{ ${'organization { '.repeat(300)} name ${'} '.repeat(300)} }`,
        () => '{ pipelines(first: 100) { nodes { runs(first: 100) { nodes { id } } } } }',
        () =>
          `{ ...A } fragment A on Query { ...B ...B } fragment B on Query { ...C ...C } fragment C on Query { ${repeat(5, (n) => `x${n}: __typename`)} }`,
        () => `{ __typename ${'@skip(if: true) '.repeat(200)} }`,
        () => `query(${repeat(300, (n) => `$v${n}: Int`)}) { __typename }`,
        () => `{ ${'['.repeat(5000)} }`,
        () => `{ services(first: ${100 + i}0) { nodes { key } } }`,
      ][i % 8]!(),
    );
    const rss = process.memoryUsage.rss();
    const answers = [];
    const calm = [];
    for (let i = 0; i < hostile.length; i += 10) {
      const [fine, ...bad] = await Promise.all([
        ask('{ organization { name } }'),
        ...hostile.slice(i, i + 10).map((query) => ask(query)),
      ]);
      calm.push(fine);
      answers.push(...bad);
    }
    expect(answers.filter(({ text }) => !text.includes('"errors"') || text.includes('"data":{'))).toEqual([]);
    expect(calm.filter(({ text }) => text.includes('"errors"'))).toEqual([]);
    const p = (of: { tookMs: number }[], share: number) =>
      Math.round(of.map(({ tookMs }) => tookMs).sort((a, b) => a - b)[Math.floor(of.length * share)] ?? 0);
    const grownMb = Math.round((process.memoryUsage.rss() - rss) / 1e6);
    process.stdout.write(
      `S3: refused ${answers.length}/200, p50 ${p(answers, 0.5)} ms, p99 ${p(answers, 0.99)} ms; others p95 ${p(calm, 0.95)} ms; RSS +${grownMb} MB\n`,
    );
    expect(p(answers, 0.99)).toBeLessThan(2_000);
    expect(grownMb).toBeLessThan(200);
  });
});
