import { DataSource } from 'typeorm';
import { describe, expect, it } from 'vitest';
import { useApi } from '../harness/use-api.js';

describe('errors of the API', () => {
  const api = useApi();
  const first = async (query: string, variables?: object) => (await api.query(query, variables)).errors?.[0];

  it('name the variable that cannot be read', async () => {
    const error = await first(
      'query ($from: Date!, $to: Date!) { incidentStats(from: $from, to: $to) { wallUnionSeconds } }',
      {
        from: '2026-02-30',
        to: '2026-03-01',
      },
    );
    expect(error).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(error?.message).toContain('$from');
  });

  it('are the same for a value in the text of the query', async () => {
    const error = await first('{ incidentStats(from: "2026-02-30", to: "2026-03-01") { wallUnionSeconds } }');
    expect(error?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it.each([0, 101, -1])('refuse a page of %i', async (size) => {
    const error = await first('query ($first: Int!) { services(first: $first) { nodes { id } } }', {
      first: size,
    });
    expect(error).toMatchObject({
      message: expect.stringContaining('between 1 and 100'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('refuse a page whose size is left out', async () => {
    expect((await first('{ services { nodes { id } } }'))?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('refuse a cursor that is none', async () => {
    expect((await first('{ services(first: 1, after: "nonsense") { nodes { id } } }'))?.extensions.code).toBe(
      'BAD_USER_INPUT',
    );
  });

  it('take an explicit null as left out', async () => {
    const made = await api.must(
      'mutation { createPerson(input: { key: "ana", name: "Ana", weeklyHours: null, zone: null, lead: null, idempotencyKey: null }) { person { id weeklyHours } userErrors { code } } }',
    );
    expect(Number(made.createPerson.person.weeklyHours)).toBe(40);
    const page = await api.query(
      '{ people(first: 5, after: null) { nodes { key } pageInfo { hasNextPage endCursor } } }',
    );
    expect(page.data.people).toMatchObject({ nodes: [{ key: 'ana' }], pageInfo: { hasNextPage: false } });
  });

  it('find anything by its id, and nothing by an id that is none', async () => {
    const { people } = (await api.query('{ people(first: 1) { nodes { id } } }')).data;
    const query = 'query ($id: ID!) { node(id: $id) { id __typename ... on Person { key } } }';
    const { id } = people.nodes[0];
    expect((await api.query(query, { id })).data.node).toEqual({ id, __typename: 'Person', key: 'ana' });
    for (const none of ['', 'per_0', `per_${'0'.repeat(32)}`, `zzz_${'0'.repeat(32)}`]) {
      expect(await api.query(query, { id: none })).toEqual({ data: { node: null } });
    }
  });

  it('are refused by name when there are several operations', async () => {
    expect((await first('query A { __typename } query B { __typename }'))?.extensions.code).toBe(
      'BAD_USER_INPUT',
    );
  });

  it('tell nothing of the inside when something breaks', async () => {
    await api.app.get(DataSource, { strict: false }).query('alter table task_type rename to task_type_away');
    const answer = await api.query('{ taskTypes(first: 1) { nodes { id } } }');
    expect(answer.errors?.[0]?.extensions).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      reference: expect.any(String),
    });
    expect(JSON.stringify(answer)).not.toMatch(/task_type|relation|select|\.ts|\.js/);
  });

  it.each(['image/png', 'application/zip', 'application/octet-stream'])(
    'say that pictures do not come as %s, but in JSON',
    async (type) => {
      const response = await fetch(`${api.url}/v1/models/faces:predict`, {
        method: 'POST',
        headers: { 'content-type': type, authorization: `Bearer ${api.adminToken}` },
        body: 'P5 1 1 255 x',
      });
      expect([response.status, (await response.json()).error]).toEqual([
        415,
        'Send content-type application/json.',
      ]);
    },
  );
});
