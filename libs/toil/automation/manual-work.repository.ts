import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { dayStart } from '../time/zone.rules.js';

/** Which entries: of the task type, and of the service where one is named, dated [from, to) in the zone. */
export interface ManualWorkAsked {
  taskTypeId: string;
  serviceId: string | null;
  from: string | null;
  to: string | null;
  zone: string;
}

/** One manual occurrence; seconds include amendments. */
export interface Occurrence {
  date: string;
  seconds: number;
}

/** Reads how often, and how long, a task was done by hand. */
@Injectable()
export class ManualWorkRepository {
  /** Occurrences by date. An entry counts on the date it began. */
  async occurrences(tx: Tx, asked: ManualWorkAsked): Promise<Occurrence[]> {
    const rows: { date: string; seconds: string }[] = await tx.query(
      `select to_char(coalesce(e.on_date, (e.start_at at time zone $2)::date), 'YYYY-MM-DD') as date,
              e.duration_seconds + coalesce((select sum(a.delta_seconds) from work_amendment a where a.entry_id = e.id), 0) as seconds
         from work_entry e
        where e.task_type_id = $1 and not e.deleted
          and ($3::text is null or e.service_id = $3)
          and ($4::date is null or e.occurred_at >= $4::date - 2) and ($6::date is null or e.occurred_at < $6::date + 2)
          and ($4::date is null or e.on_date >= $4::date or e.start_at >= $5::timestamptz)
          and ($6::date is null or e.on_date < $6::date or e.start_at < $7::timestamptz)
        order by 1`,
      [
        asked.taskTypeId,
        asked.zone,
        asked.serviceId,
        asked.from,
        asked.from && new Date(dayStart(asked.from, asked.zone)),
        asked.to,
        asked.to && new Date(dayStart(asked.to, asked.zone)),
      ],
    );
    return rows.map(({ date, seconds }) => ({ date, seconds: Number(seconds) }));
  }

  /** The first date on which anybody logged anything, from the date on; null when nobody did. */
  async logBegin(tx: Tx, from: string, zone: string): Promise<string | null> {
    const [row] = (await tx.query(
      `select to_char(min(coalesce(on_date, (start_at at time zone $2)::date)), 'YYYY-MM-DD') as date
         from work_entry where not deleted and occurred_at >= $1::date - 1
          and coalesce(on_date, (start_at at time zone $2)::date) >= $1::date`,
      [from, zone],
    )) as { date: string | null }[];
    return row?.date ?? null;
  }
}
