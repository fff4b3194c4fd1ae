import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Services that freed capacity should go to. */
export class CreateReinvestment1764000000404 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reinvestment_destination (
        service_id text primary key,
        marked_at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reinvestment_destination;');
  }
}
