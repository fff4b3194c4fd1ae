import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people decide about single pictures and findings, and when the data of a check was read. */
export class ReviewPictures1765000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table quarantined_picture (
        id text primary key,
        dataset_id text not null,
        pixel_sha text,
        split text,
        label_name text,
        kept integer not null,
        path text not null,
        found_split text not null,
        found_label text not null,
        line integer,
        reason text not null,
        quarantined_by text not null,
        quarantined_at timestamptz not null
      );
      create index quarantined_picture_dataset on quarantined_picture (dataset_id, quarantined_at);
      create table finding_acceptance (
        id text primary key,
        dataset_id text not null,
        code text not null,
        split text not null,
        severity text not null,
        count integer not null,
        message text not null,
        reason text not null,
        accepted_by text not null,
        accepted_at timestamptz not null,
        read_at timestamptz not null
      );
      create index finding_acceptance_dataset on finding_acceptance (dataset_id, accepted_at);
      create table accepted_subject (
        acceptance_id text not null,
        subject text not null,
        dataset_id text not null,
        code text not null,
        primary key (acceptance_id, subject)
      );
      create index accepted_subject_dataset on accepted_subject (dataset_id);
      alter table dataset add column review_count integer not null default 0;
      alter table dataset alter column review_count drop default;
      alter table dataset_row add column quarantine_id text;
      alter table dataset_check add column source_id text;
      alter table dataset_check add column read_at timestamptz;
      update dataset_check set read_at = coalesce(finished_at, created_at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table dataset_check drop column read_at;
      alter table dataset_check drop column source_id;
      alter table dataset_row drop column quarantine_id;
      alter table dataset drop column review_count;
      drop table accepted_subject, finding_acceptance, quarantined_picture;`);
  }
}
