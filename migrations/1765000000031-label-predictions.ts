import type { MigrationInterface, QueryRunner } from 'typeorm';

/** True labels of pictures that models were asked about, and what the versions answer to them. */
export class LabelPredictions1765000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table feedback (
        id text primary key,
        pipeline_id text not null,
        pixel_sha text not null,
        object_sha text not null,
        label text not null,
        request_key text,
        given_by text not null,
        given_at timestamptz not null,
        used_at timestamptz
      );
      create unique index feedback_picture on feedback (pipeline_id, pixel_sha);
      create index feedback_recent on feedback (pipeline_id, given_at, id);
      create table feedback_answer (
        feedback_id text not null,
        model_version_id text not null,
        answer text not null,
        confidence double precision not null,
        "right" boolean not null,
        primary key (feedback_id, model_version_id)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table feedback_answer, feedback;');
  }
}
