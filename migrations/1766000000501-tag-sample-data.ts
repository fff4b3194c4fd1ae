import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sample data that can be loaded into an empty installation, and taken away again to the last row. */
export class TagSampleData1766000000501 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sample_data (
        id text primary key,
        status text not null,
        monday date not null,
        locale text not null,
        stage text not null,
        done integer not null,
        parts integer not null,
        error text,
        started_at timestamptz not null,
        loaded_at timestamptz
      );
      create table sample_tag (
        id text primary key
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sample_tag; drop table sample_data;');
  }
}
