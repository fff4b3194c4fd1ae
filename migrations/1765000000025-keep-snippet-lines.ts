import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The lines of weekly reports, understood or not. */
export class KeepSnippetLines1765000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table snippet_line (
        id text primary key,
        person_id text not null,
        week_starting date not null,
        position integer not null,
        text text not null,
        service_id text,
        task_type_id text,
        seconds integer,
        note text,
        is_toil boolean not null,
        faults text[] not null,
        recorded_at timestamptz not null,
        superseded_at timestamptz
      );
      create unique index snippet_line_current on snippet_line (person_id, week_starting, position)
        where superseded_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table snippet_line');
  }
}
