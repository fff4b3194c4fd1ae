import type { DataSource } from 'typeorm';

/** Any number that all our processes share; it only has to differ from other users of advisory locks. */
const MIGRATION_LOCK = 8_243_511;

/** Applies what is missing, once, however many processes start together. Returns the names applied. */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const guard = dataSource.createQueryRunner();
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await dataSource.runMigrations();
    return applied.map((migration) => migration.name);
  } finally {
    await guard.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await guard.release();
  }
}
