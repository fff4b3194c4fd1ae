import { describe, expect, it } from 'vitest';
import { useDatabase } from '../harness/use-database.js';

describe('the entities', () => {
  const db = useDatabase();

  it('say exactly what the migrations made', async () => {
    const { upQueries } = await db.dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });
});
