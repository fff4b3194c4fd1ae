import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Years with a partition of their own; what lies outside goes to the default one. */
const YEARS = Array.from({ length: 14 }, (_, index) => 2022 + index);

const partitions = (table: string): string =>
  [
    ...YEARS.map(
      (year) =>
        `create table ${table}_${year} partition of ${table} for values from ('${year}-01-01') to ('${year + 1}-01-01');`,
    ),
    `create table ${table}_other partition of ${table} default;`,
  ].join('\n');

/** Roll-ups of attributed time: by person and week, by service and day, and what of them is stale. */
export class CreateRollups1764000000302 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person_week (
        person_id text not null,
        week date not null,
        cells jsonb not null,
        capped_dates date[],
        primary key (person_id, week)
      ) partition by range (week);
      ${partitions('person_week')}
      create table service_day (
        day date not null,
        id bigint generated always as identity,
        service_id text not null,
        work_class smallint not null,
        band smallint not null,
        unattended boolean not null,
        person_engaged bigint not null,
        person_wall bigint not null,
        person_hands_on bigint not null,
        ticket_engaged bigint not null,
        ticket_wall bigint not null,
        ticket_hands_on bigint not null,
        primary key (day, id)
      ) partition by range (day);
      ${partitions('service_day')}
      create table stale_week (
        person_id text not null,
        week date not null,
        marks integer not null,
        primary key (person_id, week)
      );
      create index stale_week_by_week on stale_week (week);
      create table rollup_state (
        id text primary key,
        cut_by text not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rollup_state, stale_week, service_day, person_week');
  }
}
