import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every domain stands on: idempotency keys, the audit trail, job progress, alerts and their channels. */
export class CreatePlatform1764000000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idempotency_key (
        operation text not null,
        key text not null,
        input_digest text not null,
        result text not null,
        created_at timestamptz not null default now(),
        primary key (operation, key)
      );
      create table audit_record (
        sequence bigint generated always as identity primary key,
        at timestamptz not null,
        actor_id text not null,
        actor text not null,
        action text not null,
        subject_id text not null,
        before jsonb,
        after jsonb,
        digest text not null
      );
      create index audit_record_subject on audit_record (subject_id, sequence);
      create table job_progress (
        job_id text primary key,
        contract text not null,
        fraction double precision not null,
        note text not null,
        updated_at timestamptz not null
      );
      create table alert (
        id text primary key,
        kind text not null,
        subject text not null,
        title text not null,
        severity text not null,
        status text not null,
        opened_at timestamptz not null,
        acknowledged_at timestamptz,
        resolved_at timestamptz,
        occurrences integer not null,
        last_seen_at timestamptz not null,
        service_id text,
        incident_id text,
        detail jsonb
      );
      create unique index alert_open on alert (kind, subject) where status <> 'RESOLVED';
      create index alert_recent on alert (opened_at, id);
      create table alert_channel (
        id text primary key,
        kind text not null,
        target text not null,
        sealed_secret text,
        kinds text[],
        disabled_at timestamptz,
        created_at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table alert_channel, alert, job_progress, audit_record, idempotency_key');
  }
}
