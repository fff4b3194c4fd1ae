import type { Tx } from '#platform';
import { type DayFrame, frameEnd, frameStart } from './frame.rules.js';
import type { IncidentMode } from './interval.js';

/** One thing that toil came from; seconds in full, before any union or split. */
export interface Contributor {
  kind: 'TASK_TYPE' | 'INCIDENT' | 'OTHER_WORK';
  /** The task type or incident; null for work without a type. */
  id: string | null;
  title: string;
  seconds: number;
  items: number;
}

const CLIPPED = (start: string, end: string): string =>
  `extract(epoch from least(${end}, $2) - greatest(${start}, $1))`;

/** Where toil comes from. */
export class Contributors {
  /** The largest ones of some services (null = all), largest first. */
  async of(
    tx: Tx,
    frame: DayFrame,
    mode: IncidentMode,
    serviceIds: string[] | null,
    most: number,
  ): Promise<Contributor[]> {
    const span = [new Date(frameStart(frame)), new Date(frameEnd(frame)), serviceIds];
    return tx.query(
      `select kind, id, title, round(sum(seconds))::double precision as seconds, count(*)::integer as items from (
         select case when t.id is null then 'OTHER_WORK' else 'TASK_TYPE' end as kind, t.id, coalesce(t.name, 'work without a task type') as title,
           case when e.on_date is null then ${CLIPPED('e.start_at', 'e.end_at')} else e.duration_seconds end as seconds
         from work_entry e left join task_type t on t.id = e.task_type_id
         where not e.deleted and e.work_class = 'TOIL' and ($3::text[] is null or e.service_id = any($3))
           and e.occurred_at >= $1::timestamptz - interval '8 days' and e.occurred_at < $2::timestamptz + interval '1 day'
           and ((e.end_at > $1 and e.start_at < $2) or (e.on_date >= $5::date and e.on_date < $6::date))
         union all
         select 'INCIDENT', i.id, '#' || i.number || ' ' || i.title, ${CLIPPED('m.started_at', 'm.ended_at')}
         from incident_time m join incident i on i.id = m.incident_id
         where m.mode = $4 and m.started_at < $2 and m.ended_at > $1 and ($3::text[] is null or m.service_id = any($3))
       ) as piece group by kind, id, title order by seconds desc, title limit $7`,
      [...span, mode, frame.from, frame.to, most],
    );
  }
}
