import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Incidents, the events they are made of, and the time they took in each mode of measuring. */
export class CreateIncidents1764000000401 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence incident_number_sequence as integer;
      create table incident (
        id text primary key,
        number integer not null,
        service_id text not null,
        title text not null,
        severity integer not null,
        source text not null,
        external_id text,
        status text not null,
        opened_at timestamptz not null,
        acknowledged_at timestamptz,
        resolved_at timestamptz,
        reopen_count integer not null,
        life jsonb not null,
        last_event_at timestamptz not null,
        merged_into text,
        verdict text,
        steps_taken text,
        created_at timestamptz not null
      );
      create unique index incident_number on incident (number);
      create unique index incident_origin on incident (source, external_id) where external_id is not null;
      create index incident_recent on incident (opened_at, id);
      create index incident_of_service on incident (service_id, opened_at);
      create index incident_open on incident (last_event_at) where status <> 'RESOLVED';
      create table incident_event (
        id text primary key,
        incident_id text,
        source text not null,
        external_id text,
        delivery_scope text not null,
        delivery_id text,
        type text not null,
        at timestamptz not null,
        person_id text,
        hands_on_minutes integer,
        recorded_at timestamptz not null
      );
      create unique index incident_event_delivery on incident_event (delivery_scope, delivery_id)
        where delivery_id is not null;
      create index incident_event_life on incident_event (incident_id, at);
      create index incident_event_waiting on incident_event (source, external_id) where incident_id is null;
      create table incident_time (
        incident_id text not null,
        mode text not null,
        position integer not null,
        service_id text not null,
        person_id text,
        tier text not null,
        started_at timestamptz not null,
        ended_at timestamptz,
        primary key (incident_id, mode, position)
      );
      create index incident_time_range on incident_time (mode, started_at);
      create index incident_time_person on incident_time (person_id, started_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table incident_time;
      drop table incident_event;
      drop table incident;
      drop sequence incident_number_sequence;
    `);
  }
}
