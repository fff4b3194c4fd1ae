import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names of other systems, what GitHub told, drafts of work, and running timers. */
export class CreateCapture1764000000403 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table service_alias (
        source text not null,
        name text not null,
        service_id text,
        primary key (source, name)
      );
      create table person_alias (
        source text not null,
        name text not null,
        person_id text not null,
        primary key (source, name)
      );
      create table github_delivery (
        id text primary key,
        event text not null,
        action text,
        received_at timestamptz not null,
        outcome text not null
      );
      create index github_delivery_received on github_delivery (received_at);
      create table github_repository (
        full_name text primary key,
        hook_id bigint,
        seen_until timestamptz
      );
      create table github_issue (
        issue_id text primary key,
        repository text not null,
        number integer not null,
        external_id text not null
      );
      create index github_issue_place on github_issue (repository, number);
      create table work_draft (
        id text primary key,
        person_id text not null,
        service_id text,
        task_type_id text,
        work_class text,
        start_at timestamptz not null,
        end_at timestamptz not null,
        note text,
        source text not null,
        external_id text,
        status text not null,
        entry_id text,
        created_at timestamptz not null
      );
      create unique index work_draft_origin on work_draft (source, external_id) where external_id is not null;
      create index work_draft_open on work_draft (person_id, end_at) where status = 'OPEN';
      create table running_timer (
        person_id text primary key,
        service_id text,
        task_type_id text,
        note text,
        started_at timestamptz not null,
        last_seen_at timestamptz not null
      );
      create table auto_stopped_timer (
        entry_id text primary key,
        stopped_at timestamptz not null
      );
      create table quarantined_incident_event (
        id text primary key,
        incident_id text not null,
        event jsonb not null,
        reason text not null,
        recorded_at timestamptz not null
      );
      create index quarantined_incident_event_of on quarantined_incident_event (incident_id, recorded_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table quarantined_incident_event;
      drop table auto_stopped_timer;
      drop table running_timer;
      drop table work_draft;
      drop table github_issue;
      drop table github_repository;
      drop table github_delivery;
      drop table person_alias;
      drop table service_alias;
    `);
  }
}
