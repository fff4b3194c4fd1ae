import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['person', 'service', 'task_type'];

/** People, services and task types carry a version, can be archived, and can be merged into another. */
export class ArchiveAndMerge1765000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`
        alter table ${table} add column version integer not null default 1;
        alter table ${table} add column archived_at timestamptz;
        alter table ${table} add column merged_into text;
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`
        alter table ${table} drop column version;
        alter table ${table} drop column archived_at;
        alter table ${table} drop column merged_into;
      `);
    }
  }
}
