import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links for choosing a new password. */
export class ResetPasswords1765000000051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table password_reset (
        secret_hash text primary key,
        account_id text not null,
        expires_at timestamptz not null
      );
      create unique index password_reset_account on password_reset (account_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table password_reset;');
  }
}
