import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Model versions, what they answered, what the gate said, where they are deployed and who serves them. */
export class CreateModels1764000000602 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table model_version (
        id text primary key,
        pipeline_id text not null,
        run_id text not null,
        number integer not null,
        architecture text not null,
        class_names text[] not null,
        weights_sha256 text not null,
        data_digest text not null,
        validation_digest text not null,
        config_digest text not null,
        preprocessing_digest text not null,
        code_version text not null,
        seed integer not null,
        engine text not null,
        parent_id text,
        reject_below double precision not null,
        calibration jsonb not null,
        files jsonb not null,
        golden jsonb not null,
        created_at timestamptz not null
      );
      create unique index model_version_number on model_version (pipeline_id, number);
      create unique index model_version_run on model_version (run_id);
      create table evaluation (
        model_version_id text not null,
        validation_digest text not null,
        n integer not null,
        correct integer not null,
        predictions jsonb not null,
        created_at timestamptz not null,
        primary key (model_version_id, validation_digest)
      );
      create table gate_decision (
        model_version_id text primary key,
        pipeline_id text not null,
        champion_id text,
        validation_digest text not null,
        outcome text not null,
        n integer not null,
        correct integer not null,
        both_right integer not null,
        both_wrong integer not null,
        candidate_only_right integer not null,
        champion_only_right integer not null,
        looks integer not null,
        new_data boolean not null,
        wilson_low double precision not null,
        wilson_high double precision not null,
        p_value double precision,
        alpha double precision not null,
        loss_bound double precision,
        majority_right integer,
        nearest_neighbour_right integer,
        classes jsonb not null,
        advice text,
        reasons text[] not null,
        settings jsonb not null,
        decided_at timestamptz not null
      );
      create index gate_decision_looks on gate_decision (pipeline_id, validation_digest);
      create table deployment (
        id text primary key,
        pipeline_id text not null,
        model_version_id text not null,
        state text not null,
        canary_percent integer,
        detail text,
        held boolean not null,
        forced boolean not null,
        smoked_at timestamptz,
        created_at timestamptz not null,
        since timestamptz not null,
        live_at timestamptz
      );
      create unique index deployment_version on deployment (model_version_id);
      create unique index deployment_live on deployment (pipeline_id) where state = 'LIVE';
      create unique index deployment_trial on deployment (pipeline_id) where state in ('SHADOW', 'CANARY');
      create table deployment_traffic (
        deployment_id text not null,
        stage text not null,
        model_version_id text not null,
        requests bigint not null,
        errors bigint not null,
        nan_outputs bigint not null,
        rejected bigint not null,
        agreed bigint not null,
        classes bigint[] not null,
        latency bigint[] not null,
        primary key (deployment_id, stage, model_version_id)
      );
      create table serving_process (
        id text primary key,
        url text not null,
        secret text not null,
        started_at timestamptz not null,
        seen_at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table serving_process, deployment_traffic, deployment, gate_decision, evaluation, model_version',
    );
  }
}
