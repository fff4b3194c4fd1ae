import { describe, expect, it } from 'vitest';
import { ManualClock } from '#platform';
import { PartitionKeeper } from '#toil';
import { useDatabase } from '../harness/use-database.js';

describe('PartitionKeeper', () => {
  const db = useDatabase();
  const clock = new ManualClock(new Date('2026-11-23T00:00:00Z'));
  const keep = () => db.transactions.run((tx) => new PartitionKeeper(clock).keep(tx));
  const sums = (where: string) =>
    db.dataSource.query(
      `select tableoid::regclass::text as place, id::int, units[1]::int as units from service_day where ${where} order by id`,
    );

  it('finds the years of the first migration ready', async () => {
    expect(await keep()).toEqual([]);
  });

  it('makes the years to come for every table, and moves there what had no place of its own', async () => {
    for (const day of ['2038-01-01', '2038-12-31', '2039-06-01', '2052-01-01'])
      await db.dataSource.query(`insert into service_day (day, service_id, units) values ($1, 's', '{7}')`, [
        day,
      ]);
    const before = await sums(`day < '2052-01-01'`);
    expect(new Set(before.map((row: { place: string }) => row.place))).toEqual(
      new Set(['service_day_other']),
    );
    clock.set(new Date('2038-03-01T00:00:00Z'));
    const made = await keep();
    for (const table of ['person_week', 'service_day', 'service_week', 'work_entry', 'past_work_entry'])
      expect(made).toEqual(expect.arrayContaining([2038, 2039, 2040].map((year) => `${table}_${year}`)));
    expect((await sums(`day < '2052-01-01'`)).map((row: { place: string }) => row.place)).toEqual([
      'service_day_2038',
      'service_day_2038',
      'service_day_2039',
    ]);
    expect(await sums(`day >= '2052-01-01'`)).toMatchObject([{ place: 'service_day_other', units: 7 }]);
    expect((await sums('true')).map((row: { id: number }) => row.id)).toEqual([1, 2, 3, 4]);
  });

  it('makes nothing twice, and new rows find their place', async () => {
    expect(await keep()).toEqual([]);
    await db.dataSource.query(
      `insert into person_week (person_id, week, cells) values ('p', '2040-01-02', '[]')`,
    );
    const [{ place }] = await db.dataSource.query(
      'select tableoid::regclass::text as place from person_week',
    );
    expect(place).toBe('person_week_2040');
  });
});
