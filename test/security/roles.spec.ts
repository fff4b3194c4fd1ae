import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { DataSource } from 'typeorm';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSchema } from '../../apps/api/schema.js';
import { useApi } from '../harness/use-api.js';
import { COLUMNS, type Column, callOf, readTable, rowsOf } from './roles.js';

const INSIDE =
  /\brelation\b|does not exist\\?"|\bselect \w|insert into|\bat \S+ \(|node_modules|\.(ts|js):\d|hidden_inside|QueryFailedError|typeorm|42P01|\/(work|tmp|home|root|var|usr)\//i;

const table = readTable(readFileSync(join(import.meta.dirname, 'roles.csv'), 'utf8'));

describe('roles', () => {
  const api = useApi();
  const tokens = new Map<Column, string | null>([['ANONYMOUS', null]]);
  let schema: GraphQLSchema;

  beforeAll(async () => {
    schema = await buildSchema();
    for (const role of COLUMNS.slice(1)) {
      const created = await api.must(
        `mutation ($input: CreateAccountInput!) { createAccount(input: $input) { account { id } userErrors { code } } }`,
        { input: { name: role, role } },
      );
      const { createApiToken } = await api.must(
        `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret userErrors { code } } }`,
        { input: { name: 'matrix', account: created.createAccount.account.id } },
      );
      tokens.set(role, createApiToken.secret);
    }
  });

  it('are written down for every field that asks for one, and for no other', () => {
    expect(table).toEqual(rowsOf(schema));
  });

  it.each(COLUMNS)('hold for every query and mutation: %s', async (column) => {
    const unexpected: string[] = [];
    for (const kind of ['query', 'mutation'] as const) {
      const type = (kind === 'query' ? schema.getQueryType() : schema.getMutationType()) as GraphQLObjectType;
      for (const field of Object.values(type.getFields())) {
        const name = `${type.name}.${field.name}`;
        const answer = await api.query(callOf(kind, field), {}, tokens.get(column) ?? null);
        const codes = [
          ...(answer.errors ?? []).map(({ extensions }) => extensions.code),
          ...(answer.data?.it?.userErrors ?? []).map(({ code }: { code: string }) => code),
        ];
        if (codes.some((code) => code.startsWith('GRAPHQL_')))
          unexpected.push(`${name}: ${JSON.stringify(answer)}`);
        const refused = codes.includes('UNAUTHENTICATED') || codes.includes('FORBIDDEN');
        const row = table.find((one) => one.field === name);
        if (row?.cells[column] === refused) unexpected.push(`${name}: ${refused ? 'refused' : 'allowed'}`);
      }
    }
    expect(unexpected).toEqual([]);
  });

  // S20. Last: nothing works any more afterwards.
  it('say nothing of the inside when every query and mutation breaks', async () => {
    // All tables but those that say who calls.
    await api.app.get(DataSource, { strict: false }).query(
      `do $$ declare t text; begin
         for t in select tablename from pg_tables where schemaname = 'public' and tablename not in ('account', 'api_token', 'session', 'request_window')
         loop execute format('alter table %I rename to %I', t, left('hidden_inside_' || t, 63)); end loop; end $$`,
    );
    const told: string[] = [];
    let broken = 0;
    for (const kind of ['query', 'mutation'] as const) {
      const type = (kind === 'query' ? schema.getQueryType() : schema.getMutationType()) as GraphQLObjectType;
      for (const field of Object.values(type.getFields())) {
        const answer = await api.query(callOf(kind, field));
        for (const { extensions } of answer.errors ?? [])
          if (extensions.code === 'INTERNAL_SERVER_ERROR') broken++;
        // What a caller sent comes back; what must not is SQL, stacks, paths and names of tables and libraries.
        if (INSIDE.test(JSON.stringify(answer)))
          told.push(`${field.name}: ${JSON.stringify(answer).slice(0, 300)}`);
      }
    }
    expect(told).toEqual([]);
    expect(broken).toBeGreaterThan(60);
  });
});
