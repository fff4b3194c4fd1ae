import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why an end was corrected, and when a source last said that an incident goes on. */
export class EndStaleIncidents1765000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table incident_event add column correction_reason text;
      alter table incident add column seen_at timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table incident drop column seen_at;
      alter table incident_event drop column correction_reason;
    `);
  }
}
