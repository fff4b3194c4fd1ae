import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Surveys on a schedule, their campaigns, and the parts of an answer that the form asks beside. */
export class RunSurveys1765000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table survey_schedule (
        id text primary key,
        every text not null,
        starts_on date not null,
        open_days integer not null,
        remind_after_days integer not null,
        service_ids text[],
        created_at timestamptz not null,
        stopped_at timestamptz
      );
      create table survey_campaign (
        id text primary key,
        schedule_id text not null,
        week_starting date not null,
        opens_on date not null,
        remind_at timestamptz not null,
        closes_at timestamptz not null,
        service_ids text[],
        opened_at timestamptz not null,
        reminded_at timestamptz,
        closed_at timestamptz
      );
      create unique index survey_campaign_once on survey_campaign (schedule_id, opens_on);
      create index survey_campaign_recent on survey_campaign (opened_at, id);
      create index survey_campaign_open on survey_campaign (closes_at) where closed_at is null;
      alter table survey_answer add column other_percent numeric(7, 4), add column time_off_days numeric(7, 4);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table survey_answer drop column other_percent, drop column time_off_days;
      drop table survey_campaign;
      drop table survey_schedule;
    `);
  }
}
