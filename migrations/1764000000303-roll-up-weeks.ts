import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Years with a partition of their own; what lies outside goes to the default one. */
const YEARS = Array.from({ length: 14 }, (_, index) => 2022 + index);

/** Roll-ups of services by whole weeks, and a way to the few person-weeks that were cut to 24 h a day. */
export class RollUpWeeks1764000000303 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table service_week (
        week date not null,
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
        primary key (week, id)
      ) partition by range (week);
      ${YEARS.map(
        (year) =>
          `create table service_week_${year} partition of service_week for values from ('${year}-01-01') to ('${year + 1}-01-01');`,
      ).join('\n')}
      create table service_week_other partition of service_week default;
      insert into service_week (week, service_id, work_class, band, unattended, person_engaged, person_wall, person_hands_on,
          ticket_engaged, ticket_wall, ticket_hands_on)
        select date_trunc('week', day)::date, service_id, work_class, band, unattended, sum(person_engaged), sum(person_wall),
          sum(person_hands_on), sum(ticket_engaged), sum(ticket_wall), sum(ticket_hands_on)
        from service_day group by 1, 2, 3, 4, 5;
      create index person_week_capped on person_week (week) where capped_dates is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index person_week_capped; drop table service_week');
  }
}
