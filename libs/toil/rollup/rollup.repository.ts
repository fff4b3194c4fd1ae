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

  /**
   * The weeks from one Monday to another whose roll-up does not tell the truth: stale ones, and those with work that runs
   * at `asOf`, which no roll-up holds. An incident that nobody ended runs for `capHours` after its last sign, no longer.
   * At most one more than `most`.
   */
  async lateBetween(
    tx: Tx,
    asked: { from: string; to: string; mode: string; asOf: Date; capHours: number; most: number },
  ): Promise<WeekKey[]> {
    const { from, to, mode, asOf, capHours, most } = asked;
    return tx.query(
      `select person_id as "personId", week::text from stale_week where week >= $1::date and week < $2::date
       union
       select person_id, week::date::text from (
         select coalesce(t.person_id, 'incident:' || t.incident_id) as person_id, t.started_at,
             least($4::timestamptz, greatest(i.last_event_at, i.seen_at) + make_interval(hours => $6)) as until
           from incident_time t join incident i on i.id = t.incident_id where t.ended_at is null and t.mode = $3
         union all select person_id, started_at, $4::timestamptz from running_timer) as r,
         generate_series(greatest(date_trunc('week', (started_at - interval '1 day') at time zone 'UTC'), $1::timestamp),
           least($2::date - 7, until at time zone 'UTC' + interval '1 day'), interval '7 days') as week
       limit $5`,
      [from, to, mode, asOf, most + 1, capHours],
    );
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

  /** Replaces weeks by their fresh state, and moves the services' sums by the difference. */
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
       from unnest($1::text[], $2::date[], string_to_array($3, E'\\n')::jsonb[], $4::text[]) as t (person_id, week, cells, capped)
       on conflict (person_id, week) do update set cells = excluded.cells, capped_dates = excluded.capped_dates`,
      [
        people,
        weeks,
        // One text: quoting megabytes of JSON as elements of an array costs more than making them.
        fresh.map((row) => JSON.stringify(row.cells)).join('\n'),
        fresh.map((row) => row.cappedDates.join(',')),
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
