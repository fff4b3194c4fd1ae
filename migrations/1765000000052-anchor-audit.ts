import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Old rows of the audit trail may be deleted without breaking the chain; what is kept how long, and when it was last tidied. */
export class AnchorAudit1765000000052 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_anchor (
        subject_id text primary key,
        digest text not null
      );
      create table retention_rule (
        kind text primary key,
        is_set boolean not null,
        keep_days integer,
        ran_at timestamptz,
        deleted integer,
        total_deleted bigint not null default 0
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table retention_rule; drop table audit_anchor;');
  }
}
