import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pipelines, their runs with steps, curves and log, and the state of their input queues. */
export class CreatePipelines1764000000601 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table pipeline (
        id text primary key,
        key text not null,
        state text not null,
        service_id text not null,
        dataset_id text not null,
        training jsonb not null,
        trigger jsonb not null,
        gate jsonb not null,
        deployment jsonb not null,
        created_at timestamptz not null,
        new_since timestamptz not null,
        trained_digest text,
        cooldown_until timestamptz,
        failure_codes text[] not null,
        scheduled_at timestamptz,
        generation integer not null
      );
      create unique index pipeline_key on pipeline (key);
      create index pipeline_dataset on pipeline (dataset_id);
      create table pipeline_run (
        id text primary key,
        pipeline_id text not null,
        status text not null,
        trigger text not null,
        requested_by text not null,
        seed integer not null,
        created_at timestamptz not null,
        started_at timestamptz,
        finished_at timestamptz,
        error_code text,
        error text,
        data_digest text,
        run_key text,
        new_data boolean not null,
        model_version_id text,
        engine text,
        fence integer not null
      );
      create index pipeline_run_recent on pipeline_run (pipeline_id, created_at, id);
      create unique index pipeline_run_active on pipeline_run (pipeline_id) where status in ('QUEUED', 'RUNNING');
      create index pipeline_run_completed on pipeline_run (pipeline_id, run_key) where status = 'SUCCEEDED';
      create table run_step (
        run_id text not null,
        name text not null,
        status text not null,
        started_at timestamptz,
        finished_at timestamptz,
        detail text,
        fraction double precision not null,
        job_id text,
        artefacts jsonb,
        primary key (run_id, name)
      );
      create table metric_point (
        run_id text not null,
        series text not null,
        step integer not null,
        value double precision not null,
        at timestamptz not null,
        primary key (run_id, series, step)
      );
      create table run_log (
        sequence bigint generated always as identity primary key,
        run_id text not null,
        at timestamptz not null,
        line text not null
      );
      create index run_log_run on run_log (run_id, sequence);
      create table queue_state (
        pipeline_id text not null,
        queue text not null,
        state text not null,
        size integer not null,
        capacity integer not null,
        batch_size integer not null,
        in_per_second double precision not null,
        out_per_second double precision not null,
        eta_seconds integer,
        cause text,
        sampled_at timestamptz not null,
        primary key (pipeline_id, queue)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table queue_state, run_log, metric_point, run_step, pipeline_run, pipeline');
  }
}
