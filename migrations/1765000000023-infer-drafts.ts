import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signs of activity, and what a draft was inferred from, so that it can follow when more is told. */
export class InferDrafts1765000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table activity (
        id text primary key,
        person_id text not null,
        service_id text,
        incident_id text,
        source text not null,
        external_id text,
        note text,
        at timestamptz not null,
        recorded_at timestamptz not null
      );
      create unique index activity_origin on activity (source, external_id) where external_id is not null;
      create index activity_person on activity (person_id, at);
      create index activity_incident on activity (incident_id) where incident_id is not null;
      alter table work_draft add column inferred_from text;
      create index work_draft_inferred on work_draft (inferred_from) where inferred_from is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table work_draft drop column inferred_from;
      drop table activity;
    `);
  }
}
