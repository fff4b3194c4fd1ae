import type { DataSource } from 'typeorm';
import { afterAll, beforeAll } from 'vitest';
import { migrations } from '#migrations';
import { mlEntities } from '#ml';
import { createDataSource, platformEntities, Transactions } from '#platform';
import { toilEntities } from '#toil';
import { createTestDatabase, type TestDatabase } from './database.js';

/** Everything that all entities of the product are; the same list that the processes use. */
export const entities = [...platformEntities, ...toilEntities, ...mlEntities];

/** A database of the spec's own, open from the first test to the last. */
export function useDatabase(): {
  readonly dataSource: DataSource;
  readonly transactions: Transactions;
  readonly url: string;
} {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource(database.url, { entities, migrations }).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });
  return {
    get dataSource() {
      return dataSource;
    },
    get transactions() {
      return new Transactions(dataSource);
    },
    get url() {
      return database.url;
    },
  };
}
