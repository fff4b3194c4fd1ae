import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll } from 'vitest';
import { type Clock, createLog, loadConfig } from '#platform';
import { createApi } from '../../apps/api/create-api.js';
import { createTestDatabase, type TestDatabase } from './database.js';

/** What a GraphQL request came back with; data is typed loosely because each test asks for its own shape. */
export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: the query in the test says what is in it
  data: any;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

/** A running API of the spec's own. */
export interface TestApi {
  readonly app: NestFastifyApplication;
  /** http://127.0.0.1:port */
  readonly url: string;
  readonly adminToken: string;
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** Posts a GraphQL operation, as the admin unless a token (or null for nobody) is given. */
  query(document: string, variables?: object, token?: string | null): Promise<Answer>;
  /** Like query, but throws when there is any error or userError: for the steps that only set the scene. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  must(document: string, variables?: object): Promise<any>;
}

/** What differs from a plain start. */
export interface TestApiOptions {
  clock?: Clock;
  importRoots?: string[];
  environment?: Record<string, string>;
  /** The address to reach the database by, for tests that disturb the way there. */
  throughWire?: (databaseUrl: string) => Promise<string>;
}

const ADMIN_TOKEN = 'an-admin-token-of-the-test-harness-0123456789';

/** An API on its own database and port, from the first test of the describe block to the last. */
export function useApi(options: TestApiOptions = {}): TestApi {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let url: string;
  const dataDir = mkdtempSync(join(tmpdir(), 'untoil-api-'));

  beforeAll(async () => {
    database = await createTestDatabase();
    const config = loadConfig({
      UNTOIL_DATA_DIR: dataDir,
      UNTOIL_ADMIN_TOKEN: ADMIN_TOKEN,
      UNTOIL_IMPORT_ROOTS: (options.importRoots ?? []).join(':'),
      UNTOIL_RATE_LIMIT: '1000000',
      ...options.environment,
    });
    app = await createApi({
      config,
      databaseUrl: (await options.throughWire?.(database.url)) ?? database.url,
      clock: options.clock,
      log: createLog('fatal', 'test-api'),
    });
    await app.listen({ port: 0, host: '127.0.0.1' });
    url = (await app.getUrl()).replace('[::1]', '127.0.0.1').replace('localhost', '127.0.0.1');
  });
  afterAll(async () => {
    await app?.close();
    await database?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const query = async (
    document: string,
    variables: object = {},
    token: string | null = ADMIN_TOKEN,
  ): Promise<Answer> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ query: document, variables }),
    });
    return (await response.json()) as Answer;
  };
  return {
    adminToken: ADMIN_TOKEN,
    dataDir,
    query,
    get app() {
      return app;
    },
    get url() {
      return url;
    },
    get databaseUrl() {
      return database.url;
    },
    async must(document, variables) {
      const answer = await query(document, variables);
      const refused = Object.values(answer.data ?? {}).flatMap(
        (field) => (field as { userErrors?: object[] } | null)?.userErrors ?? [],
      );
      if (answer.errors || refused.length > 0) throw new Error(JSON.stringify(answer.errors ?? refused));
      return answer.data;
    },
  };
}
