import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What webhooks are signed with, sealed, and what they were signed with before. */
export class CreateWebhookSecrets1765000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table webhook_secret (
        source text primary key,
        sealed text not null,
        set_at timestamptz not null,
        previous_sealed text,
        previous_until timestamptz
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table webhook_secret');
  }
}
