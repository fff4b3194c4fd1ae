import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An alert remembers when its channels last heard of it: what is seen every few seconds is still told twice an hour. */
export class RepeatAlertNotices1766000000820 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table alert add column noticed_at timestamptz;
      update alert set noticed_at = opened_at;
      alter table alert alter column noticed_at set not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table alert drop column noticed_at;');
  }
}
