import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Surveys remind people by mail, each once; the claims go when the survey closes, the count stays. */
export class MailSurveyReminders1766000000201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table survey_campaign add column mailed integer not null default 0;
      create table survey_reminder (
        campaign_id text not null,
        person_id text not null,
        claimed_at timestamptz not null,
        primary key (campaign_id, person_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table survey_reminder;
      alter table survey_campaign drop column mailed;
    `);
  }
}
