import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Model versions carry a signature of everything in them, and how far their ONNX export was proven. */
export class SignModels1765000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table model_version add column onnx_proof jsonb;
      alter table model_version add column signature text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table model_version drop column signature;
      alter table model_version drop column onnx_proof;
    `);
  }
}
