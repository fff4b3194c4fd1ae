import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Years with a partition of their own; what lies outside goes to the default one. */
const YEARS = Array.from({ length: 14 }, (_, index) => 2022 + index);

const partitions = (table: string): string =>
  [
    ...YEARS.map(
      (year) =>
        `create table ${table}_${year} partition of ${table} for values from ('${year}-01-01Z') to ('${year + 1}-01-01Z');`,
    ),
    `create table ${table}_other partition of ${table} default;`,
  ].join('\n');

/** Organisation, services, people, capacity, work with its history, week locks, snippets and survey answers. */
export class CreateToil1764000000301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table organization (
        id text primary key,
        name text not null,
        reporting_zone text not null,
        week_start text not null,
        toil_budget_percent numeric(7, 4) not null,
        locale text not null,
        settings jsonb not null
      );
      insert into organization values ('organization', 'Organisation', 'UTC', 'MONDAY', 50, 'en', '{}');
      create table service (
        id text primary key,
        key text not null,
        name text not null,
        created_at timestamptz not null
      );
      create unique index service_key on service (key);
      create table service_size (
        service_id text not null,
        date date not null,
        instances integer not null,
        primary key (service_id, date)
      );
      create table person (
        id text primary key,
        key text not null,
        name text not null,
        zone text not null,
        weekly_hours numeric(8, 4) not null,
        lead_id text,
        created_at timestamptz not null
      );
      create unique index person_key on person (key);
      create index person_lead on person (lead_id);
      create table person_zone (
        person_id text not null,
        valid_from timestamptz not null,
        zone text not null,
        primary key (person_id, valid_from)
      );
      create table allocation (
        id text primary key,
        person_id text not null,
        service_id text not null,
        from_date date not null,
        share_percent numeric(7, 4) not null,
        recorded_at timestamptz not null,
        superseded_at timestamptz
      );
      create unique index allocation_current on allocation (person_id, service_id, from_date) where superseded_at is null;
      create table time_off (
        id text primary key,
        person_ids text[],
        from_date date not null,
        to_date date not null,
        kind text not null,
        recorded_at timestamptz not null
      );
      create index time_off_range on time_off (to_date, from_date);
      create table task_type (
        id text primary key,
        key text not null,
        name text not null,
        criteria jsonb,
        forced_class text,
        not_automated_because text,
        created_at timestamptz not null
      );
      create unique index task_type_key on task_type (key);
      create table work_entry (
        id text not null,
        occurred_at timestamptz not null,
        person_id text not null,
        service_id text,
        task_type_id text,
        stated_class text,
        work_class text not null,
        start_at timestamptz,
        end_at timestamptz,
        on_date date,
        duration_seconds integer not null,
        note text,
        source text not null,
        external_id text,
        version integer not null,
        deleted boolean not null,
        recorded_at timestamptz not null,
        primary key (id, occurred_at)
      ) partition by range (occurred_at);
      ${partitions('work_entry')}
      create index work_entry_recent on work_entry (occurred_at, id);
      create index work_entry_of_person on work_entry (person_id, occurred_at);
      create index work_entry_of_task on work_entry (task_type_id, occurred_at) where task_type_id is not null;
      create table past_work_entry (
        id text not null,
        superseded_at timestamptz not null,
        step integer not null,
        occurred_at timestamptz not null,
        person_id text not null,
        service_id text,
        task_type_id text,
        stated_class text,
        work_class text not null,
        start_at timestamptz,
        end_at timestamptz,
        on_date date,
        duration_seconds integer not null,
        note text,
        source text not null,
        external_id text,
        version integer not null,
        deleted boolean not null,
        recorded_at timestamptz not null,
        primary key (id, superseded_at, step)
      ) partition by range (superseded_at);
      ${partitions('past_work_entry')}
      create table work_amendment (
        id text primary key,
        entry_id text not null,
        delta_seconds integer not null,
        reason text not null,
        recorded_at timestamptz not null
      );
      create index work_amendment_of_entry on work_amendment (entry_id);
      create table work_origin (
        source text not null,
        external_id text not null,
        entry_id text not null,
        primary key (source, external_id)
      );
      create table week_lock (
        week_starting date primary key,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        locked_at timestamptz not null,
        snapshot jsonb not null
      );
      create table snippet (
        id text primary key,
        person_id text not null,
        service_id text not null,
        week_starting date not null,
        toil_seconds integer not null,
        text text,
        recorded_at timestamptz not null,
        superseded_at timestamptz
      );
      create unique index snippet_current on snippet (person_id, service_id, week_starting) where superseded_at is null;
      create index snippet_week on snippet (week_starting);
      create table survey_answer (
        id text primary key,
        person_id text not null,
        week_starting date not null,
        toil_percent numeric(7, 4) not null,
        engineering_percent numeric(7, 4),
        overhead_percent numeric(7, 4),
        comment text,
        recorded_at timestamptz not null,
        superseded_at timestamptz
      );
      create unique index survey_answer_current on survey_answer (person_id, week_starting) where superseded_at is null;
      create index survey_answer_week on survey_answer (week_starting);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table survey_answer, snippet, week_lock, work_origin, work_amendment, past_work_entry, work_entry, task_type,
        time_off, allocation, person_zone, person, service_size, service, organization
    `);
  }
}
