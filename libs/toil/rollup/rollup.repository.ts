import type { Tx } from '#platform';
import type { Organization } from '../organization/organization.entity.js';
import { settingsOf } from '../organization/settings.rules.js';
import { isUnattended } from '../report/tally.rules.js';
import { ROLLUP_STATE_ID, RollupState } from './rollup-state.entity.js';
import { ServiceSums } from './service-sums.js';
import { changeOf, type WeekCell } from './week-cell.rules.js';

/** A person's week. */
export interface WeekKey {
  personId: string;
  week: string;
}

/** What roll-ups of the organisation are cut by. */
export function cutBy(organization: Organization): string {
  const { businessFrom, businessTo, nightFrom, weekendNightsAreOff } = settingsOf(organization).bandHours;
  return [organization.reportingZone, businessFrom, businessTo, nightFrom, weekendNightsAreOff].join(' ');
}

/** Roll-ups in the database. */
export class RollupRepository {
  /** Whether the roll-ups hold for the organisation as it is now; `share` keeps it so until the transaction ends. */
  async holds(tx: Tx, organization: Organization, share = false): Promise<boolean> {
    const lock = share ? { lock: { mode: 'pessimistic_read' as const } } : {};
    const state = await tx.findOne(RollupState, { where: { id: ROLLUP_STATE_ID }, ...lock });
    return state?.cutBy === cutBy(organization);
  }

  /** The stale weeks of one person after the other, locked; others' are skipped. */
  async takeStale(tx: Tx, count: number): Promise<WeekKey[]> {
    return tx.query(
      `select person_id as "personId", week::text from stale_week order by person_id, week limit $1 for update skip locked`,
      [count],
    );
  }

  /** The stale weeks from one Monday to another; null when there are more than `most`. */
  async staleBetween(tx: Tx, from: string, to: string, most: number): Promise<WeekKey[] | null> {
    const rows: WeekKey[] = await tx.query(
      'select person_id as "personId", week::text from stale_week where week >= $1::date and week < $2::date limit $3',
      [from, to, most + 1],
    );
    return rows.length > most ? null : rows;
  }

  /** The stored cells of people's weeks. */
  async cells(tx: Tx, keys: WeekKey[]): Promise<(WeekKey & { cells: WeekCell[] })[]> {
    if (keys.length === 0) return [];
    return tx.query(
      `select p.person_id as "personId", p.week::text, p.cells from person_week p
       join unnest($1::text[], $2::date[]) as k (person_id, week) on k.person_id = p.person_id and k.week = p.week`,
      [keys.map((key) => key.personId), keys.map((key) => key.week)],
    );
  }

  /** Replaces weeks by their fresh state, moves the services' sums by the difference, and takes the marks away. */
  async store(tx: Tx, fresh: (WeekKey & { cells: WeekCell[]; cappedDates: string[] })[]): Promise<void> {
    const before = new Map(
      (await this.cells(tx, fresh)).map((row) => [`${row.personId} ${row.week}`, row.cells]),
    );
    const sums = [new ServiceSums('day'), new ServiceSums('week')];
    for (const { personId, week, cells } of fresh) {
      const change = changeOf(before.get(`${personId} ${week}`) ?? [], cells);
      for (const sum of sums) sum.add(week, change, isUnattended(personId));
    }
    const people = fresh.map((row) => row.personId);
    const weeks = fresh.map((row) => row.week);
    await tx.query(
      `insert into person_week (person_id, week, cells, capped_dates)
       select person_id, week, cells, case when capped = '' then null else string_to_array(capped, ',')::date[] end
       from unnest($1::text[], $2::date[], $3::jsonb[], $4::text[]) as t (person_id, week, cells, capped)
       on conflict (person_id, week) do update set cells = excluded.cells, capped_dates = excluded.capped_dates`,
      [
        people,
        weeks,
        fresh.map((row) => JSON.stringify(row.cells)),
        fresh.map((row) => row.cappedDates.join(',')),
      ],
    );
    for (const sum of sums) await sum.insert(tx);
    await tx.query(
      `delete from stale_week s using unnest($1::text[], $2::date[]) as k (person_id, week)
       where s.person_id = k.person_id and s.week = k.week`,
      [people, weeks],
    );
  }

  /** Adds up the pieces of the services' sums. */
  async compact(tx: Tx): Promise<void> {
    await ServiceSums.compact(tx, 'day');
    await ServiceSums.compact(tx, 'week');
  }

  /** Forgets all roll-ups and marks every week in which anything happened. */
  async void(tx: Tx, organization: Organization): Promise<void> {
    await tx.query('truncate person_week, service_day, service_week, stale_week');
    await tx.query(
      `insert into stale_week (person_id, week, marks)
       select person_id, date_trunc('week', moment at time zone 'UTC')::date as week, 1 from (
         select person_id, occurred_at - interval '1 day' from work_entry
         union all select person_id, coalesce(end_at, occurred_at) + interval '1 day' from work_entry
         union all select coalesce(person_id, 'incident:' || incident_id), day
           from incident_time, generate_series(started_at - interval '1 day', coalesce(ended_at, started_at) + interval '8 days', interval '7 days') as day
       ) as t (person_id, moment) group by 1, 2`,
    );
    await tx.upsert(RollupState, { id: ROLLUP_STATE_ID, cutBy: cutBy(organization) }, ['id']);
  }
}
