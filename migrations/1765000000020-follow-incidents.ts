import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When an incident last changed, and how often: for those who follow it, and for those who change what they read. */
export class FollowIncidents1765000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table incident add column version integer not null default 1, add column changed_at timestamptz;
      update incident set changed_at = greatest(created_at, last_event_at);
      alter table incident alter column version drop default, alter column changed_at set not null;
      create index incident_changed on incident (changed_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table incident drop column version, drop column changed_at');
  }
}
