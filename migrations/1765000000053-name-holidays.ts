import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days off remember the calendar file that they came from, and can be taken back. */
export class NameHolidays1765000000053 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table time_off add column name text;
      alter table time_off add column calendar text;
      alter table time_off add column removed_at timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from time_off where removed_at is not null;
      alter table time_off drop column name;
      alter table time_off drop column calendar;
      alter table time_off drop column removed_at;
    `);
  }
}
