import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was erased is kept by a name that means nothing, with the models that learned from the pictures. */
export class ErasePeople1766000000701 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table erasure (
        id text primary key,
        placeholder text not null,
        pictures integer not null,
        feedback integer not null,
        datasets text[] not null,
        outside text[] not null,
        erased_by text not null,
        erased_at timestamptz not null
      );
      create index erasure_recent on erasure (erased_at, id);
      create table erased_model (
        erasure_id text not null,
        model_version_id text not null,
        retired_at timestamptz,
        primary key (erasure_id, model_version_id)
      );
      create index erased_model_version on erased_model (model_version_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table erased_model; drop table erasure;');
  }
}
