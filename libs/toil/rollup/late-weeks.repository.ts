import type { Tx } from '#platform';
import type { IncidentMode } from '../report/interval.js';
import type { WeekKey } from './rollup.repository.js';

/** Which weeks are looked at, from one Monday to another, and for what question. */
export interface LateQuestion {
  from: string;
  to: string;
  /** The reporting zone, by which weeks are cut. */
  zone: string;
  mode: IncidentMode;
  asOf: Date;
  /** Only what had been recorded by then; null = everything known now. */
  knownBy: Date | null;
  /** For so long an incident that nobody ended counts after its last sign. */
  capHours: number;
  /** Only these people's; null = everybody's. */
  personIds: readonly string[] | null;
  /** Weeks that are known to be late besides. */
  besides: readonly WeekKey[];
}

/** Whose roll-up of a week does not tell what is asked; null: that of more than half of all. */
export interface LateWeek {
  week: string;
  personIds: string[] | null;
}

const RUNNING = `
  select coalesce(t.person_id, 'incident:' || t.incident_id) as person_id, t.started_at,
    least($4::timestamptz, greatest(i.last_event_at, i.seen_at) + make_interval(hours => $5)) as until
  from incident_time t join incident i on i.id = t.incident_id where t.ended_at is null and t.mode = $3
  union all select person_id, started_at, $4::timestamptz from running_timer`;

// Entries end at most seven days after they begin, so begin, end and the moment between them meet every week.
const CHANGED = `
  select c.person_id, date_trunc('week', moment) as week from (
    select person_id, start_at, end_at, on_date from work_entry
      where recorded_at > $6 and occurred_at >= $1::date - 8 and occurred_at < $2::date + 1
    union all
    select person_id, start_at, end_at, on_date from past_work_entry
      where superseded_at > $6 and occurred_at >= $1::date - 8 and occurred_at < $2::date + 1
    union all
    select e.person_id, e.start_at, e.end_at, e.on_date from work_amendment a
      join work_entry e on e.id = a.entry_id and e.occurred_at >= $1::date - 8 and e.occurred_at < $2::date + 1
      where a.recorded_at > $6
  ) as c, lateral (values (on_date::timestamp), (start_at at time zone $7), (end_at at time zone $7),
    (least(end_at, start_at + interval '6 days') at time zone $7)) as m (moment)
  where moment >= $1::date and moment < $2::date`;

/**
 * The weeks whose roll-up does not tell what is asked: stale ones; those with work that runs at the as-of instant, which no
 * roll-up holds; and, of an earlier instant, those of which anything was recorded since.
 */
export class LateWeeksRepository {
  /** Late weeks in order. */
  async between(tx: Tx, asked: LateQuestion): Promise<LateWeek[]> {
    const { from, to, zone, mode, asOf, knownBy, capHours, personIds, besides } = asked;
    return tx.query(
      `select week::text, case when count(*) * 2 > coalesce(cardinality($8::text[]), (select count(*) from person)) then null
         else array_agg(person_id order by person_id) end as "personIds"
       from (
         select person_id, week from stale_week where week >= $1::date and week < $2::date
         union
         select person_id, week::date from (${RUNNING}) as r,
           generate_series(greatest(date_trunc('week', started_at at time zone $7), $1::timestamp),
             least($2::date - 7, until at time zone $7), interval '7 days') as week
         union
         select person_id, week::date from (${CHANGED}) as c where $6::timestamptz is not null
         union
         select * from unnest($9::text[], $10::date[]) as t (person_id, week) where week >= $1::date and week < $2::date
       ) as late where $8::text[] is null or person_id = any($8) group by week order by week`,
      [
        ...[from, to, mode, asOf, capHours, knownBy, zone, personIds],
        besides.map((key) => key.personId),
        besides.map((key) => key.week),
      ],
    );
  }
}
