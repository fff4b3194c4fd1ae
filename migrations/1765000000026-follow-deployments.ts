import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of deployments: one that failed is over when a later one of its place succeeds. */
export class FollowDeployments1765000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table github_deployment (
        id text primary key,
        repository text not null,
        environment text not null,
        failed_at timestamptz,
        succeeded_at timestamptz
      );
      create index github_deployment_place on github_deployment (repository, environment);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table github_deployment');
  }
}
