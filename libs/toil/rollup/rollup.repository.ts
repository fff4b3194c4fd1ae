import type { Tx } from '#platform';
import type { Organization } from '../organization/organization.entity.js';
import { settingsOf } from '../organization/settings.rules.js';
import type { IncidentMode } from '../report/interval.js';
import { isUnattended } from '../report/tally.rules.js';
import type { CappedDate } from './person-week.entity.js';
import { ROLLUP_STATE_ID, RollupState } from './rollup-state.entity.js';
import { ServiceSums } from './service-sums.js';
import { changeOf, type WeekCell } from './week-cell.rules.js';

/** A person's week. */
export interface WeekKey {
  personId: string;
  week: string;
}

/** A week as the facts tell it now. */
export interface FreshWeek extends WeekKey {
  cells: WeekCell[];
  capped: CappedDate[];
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
    const rows: { cutBy: string }[] = await tx.query(
      `select cut_by as "cutBy" from rollup_state where id = $1 ${share ? 'for share' : ''}`,
      [ROLLUP_STATE_ID],
    );
    return rows[0]?.cutBy === cutBy(organization);
  }

  /**
   * Takes away the marks of the oldest stale weeks; those that somebody else is taking are skipped. Week after week,
   * because the services' sums of a week are then written once, and its facts lie side by side.
   */
  async takeStale(tx: Tx, count: number): Promise<WeekKey[]> {
    const [rows]: [WeekKey[]] = await tx.query(
      `delete from stale_week where (person_id, week) in
         (select person_id, week from stale_week order by week, person_id limit $1 for update skip locked)
       returning person_id as "personId", week::text`,
      [count],
    );
    return rows;
  }

  /** The stored cells of people's weeks. */
  async cells(tx: Tx, keys: WeekKey[]): Promise<(WeekKey & { cells: WeekCell[] })[]> {
    if (keys.length === 0) return [];
    const weeks = keys.map((key) => key.week).sort();
    // The bounds let the planner leave out partitions, and the index is asked for each key.
    return tx.query(
      `select k.person_id as "personId", k.week::text, p.cells from unnest($1::text[], $2::date[]) as k (person_id, week)
       join lateral (select cells from person_week p where p.person_id = k.person_id and p.week = k.week
         and p.week between $3::date and $4::date offset 0) p on true`,
      [keys.map((key) => key.personId), keys.map((key) => key.week), weeks[0], weeks.at(-1)],
    );
  }

  /** The stored weeks of people that touch dates [from, to). */
  cellsOf(
    tx: Tx,
    personIds: string[],
    from: string,
    to: string,
  ): Promise<(WeekKey & { cells: WeekCell[] })[]> {
    return tx.query(
      `select person_id as "personId", week::text, cells from person_week
       where person_id = any($1) and week > $2::date - 7 and week < $3::date`,
      [personIds, from, to],
    );
  }

  /** Dates on which somebody's time without a clock was cut, in weeks that touch dates [from, to). */
  capped(tx: Tx, mode: IncidentMode, from: string, to: string): Promise<(WeekKey & { date: string })[]> {
    return tx.query(
      `select person_id as "personId", week::text, c ->> 1 as date from person_week, jsonb_array_elements(capped) as c
       where capped is not null and week > $1::date - 7 and week < $2::date and c ->> 0 = $3`,
      [from, to, mode],
    );
  }

  /** Replaces weeks by their fresh state, and moves the services' sums by the difference. */
  async store(tx: Tx, fresh: FreshWeek[]): Promise<void> {
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
      `insert into person_week (person_id, week, cells, capped)
       select * from unnest($1::text[], $2::date[], string_to_array($3, E'\\n')::jsonb[], $4::jsonb[])
       on conflict (person_id, week) do update set cells = excluded.cells, capped = excluded.capped`,
      [
        people,
        weeks,
        // One text: quoting megabytes of JSON as elements of an array costs more than making them.
        fresh.map((row) => JSON.stringify(row.cells)).join('\n'),
        fresh.map((row) => (row.capped.length > 0 ? JSON.stringify(row.capped) : null)),
      ],
    );
    for (const sum of sums) await sum.insert(tx);
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
