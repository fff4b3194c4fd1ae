import { describe, expect, it } from 'vitest';
import { useDatabase } from '../harness/use-database.js';
import { describeSchema } from './describe-schema.js';

describe('schema.sql', () => {
  const db = useDatabase();

  it('is what the migrations add up to (npm test -- test/migrations -u writes it)', async () => {
    await expect(await describeSchema(db.dataSource)).toMatchFileSnapshot('../../schema.sql');
  });
});
