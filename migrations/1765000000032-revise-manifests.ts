import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Repaired manifests, read in place of the files they were made from. */
export class ReviseManifests1765000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table manifest_revision (
        dataset_id text not null,
        split text not null,
        revision integer not null,
        source_sha256 text not null,
        object_sha text not null,
        changed_lines integer not null,
        applied_by text not null,
        applied_at timestamptz not null,
        primary key (dataset_id, split, revision)
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table manifest_revision;');
  }
}
