import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '#migrations';
import { createDataSource, describeSchema } from '#platform';
import { createEmptyDatabase, type TestDatabase } from '../harness/database.js';
import { fillEveryTable } from './fill-every-table.js';

describe('every migration', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await createEmptyDatabase();
    dataSource = await createDataSource(database.url, { entities: [], migrations }).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('goes up, down with rows in the tables, and up again to the same schema', async () => {
    const after: string[] = [await describeSchema(dataSource)];
    await dataSource.runMigrations();
    const whole = await describeSchema(dataSource);
    await fillEveryTable(dataSource);
    for (const _ of migrations) await dataSource.undoLastMigration();
    after.push(await describeSchema(dataSource));
    expect(after[1]).not.toContain('create table idempotency_key');
    await dataSource.runMigrations();
    expect(await describeSchema(dataSource)).toBe(whole);
  });
});
