import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = [
  'work_class smallint not null',
  'band smallint not null',
  'unattended boolean not null',
  ...['person', 'ticket'].flatMap((kind) => modes(kind).map((name) => `${name} bigint not null`)),
  ...['severity', 'full'].flatMap((kind) => modes(kind).map((name) => `${name} bigint`)),
];
const TABLES = ['service_day', 'service_week'];

function modes(kind: string): string[] {
  return ['engaged', 'wall', 'hands_on'].map((mode) => `${kind}_${mode}`);
}

/**
 * All of a service's time in a week, or on a day, in one row, so that a report reads as many rows as there are services and
 * weeks; where time was cut, by incident mode; and ways to what was recorded after an instant. Roll-ups are made anew.
 */
export class SumServicesInRows1766000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`truncate person_week, ${TABLES.join(', ')}; delete from rollup_state`);
    const dropped = BEFORE.map((column) => `drop column ${column.split(' ')[0]}`).join(', ');
    for (const table of TABLES)
      await runner.query(`alter table ${table} ${dropped}, add column units bigint[] not null`);
    await runner.query(`
      alter table person_week drop column capped_dates, add column capped jsonb;
      create index person_week_capped on person_week (week) where capped is not null;
      create index work_entry_recorded on work_entry (recorded_at);
      create index past_work_entry_superseded on past_work_entry (superseded_at);
      create index work_amendment_recorded on work_amendment (recorded_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`truncate person_week, ${TABLES.join(', ')}; delete from rollup_state`);
    const added = BEFORE.map((column) => `add column ${column}`).join(', ');
    for (const table of TABLES) await runner.query(`alter table ${table} drop column units, ${added}`);
    await runner.query(`
      drop index work_amendment_recorded, past_work_entry_superseded, work_entry_recorded;
      alter table person_week drop column capped, add column capped_dates date[];
      create index person_week_capped on person_week (week) where capped_dates is not null;
    `);
  }
}
