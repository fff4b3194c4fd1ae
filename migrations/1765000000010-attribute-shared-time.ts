import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = ['severity', 'full'].flatMap((kind) =>
  ['engaged', 'wall', 'hands_on'].map((mode) => `${kind}_${mode}`),
);
const TABLES = ['service_day', 'service_week'];

/** Roll-ups of time that several services claim, by attribution; those made before know none and are made anew. */
export class AttributeSharedTime1765000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES)
      await runner.query(
        `alter table ${table} ${COLUMNS.map((column) => `add column ${column} bigint`).join(', ')}`,
      );
    await runner.query('delete from rollup_state');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES)
      await runner.query(
        `alter table ${table} ${COLUMNS.map((column) => `drop column ${column}`).join(', ')}`,
      );
    await runner.query('delete from rollup_state');
  }
}
