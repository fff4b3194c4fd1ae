import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a range holds work without clock times is answered without reading the work that has them. */
export class IndexUnclockedWork1766000000800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index work_entry_unclocked on work_entry (occurred_at) where on_date is not null and not deleted',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index work_entry_unclocked');
  }
}
