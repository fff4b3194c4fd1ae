import type { Tx } from '#platform';
import { type DayFrame, frameEnd, frameStart } from './frame.rules.js';
import type { WorkClass, WorkItem } from './interval.js';

interface EntryQuestion {
  frame: DayFrame;
  knownBy: Date | null;
  personIds?: readonly string[] | null;
}

interface EntryRow {
  id: string;
  person_id: string;
  service_id: string | null;
  work_class: WorkClass;
  start_ms: number | null;
  end_ms: number | null;
  on_date: string | null;
  duration_seconds: number;
}

interface AmendmentRow {
  id: string;
  person_id: string;
  service_id: string | null;
  work_class: WorkClass;
  at_date: string;
  delta_seconds: number;
}

const DAY_MS = 86_400_000;
const MS = (column: string): string => `(extract(epoch from ${column}) * 1000)::double precision`;
const COLUMNS = `id, person_id, service_id, work_class, ${MS('start_at')} as start_ms, ${MS('end_at')} as end_ms, on_date::text, duration_seconds`;
// The longest entry bounds how far before the range one that reaches into it can begin.
const TOUCHES = `occurred_at >= $1::timestamptz - interval '7 days' and occurred_at < $3::timestamptz
  and (end_at > $2 or (on_date >= $4::date and on_date < $5::date)) and (start_at < $6 or on_date is not null)`;
const AMENDED = `select person_id, service_id, work_class, on_date, start_at, deleted from work_entry
  where id = a.entry_id and occurred_at >= $4 and occurred_at < $5`;
const AMENDED_DATE = 'coalesce(e.on_date, (e.start_at at time zone $1)::date)';

/** Logged time, read for reports. */
export class EntryFacts {
  /** Entries that touch the frame; of an earlier instant, as they stood then. */
  async entries(tx: Tx, { frame, knownBy, personIds }: EntryQuestion): Promise<WorkItem[]> {
    const start = new Date(frameStart(frame));
    const end = new Date(frameEnd(frame));
    // Dated entries sit at the begin of their date in UTC: the bounds of the partitions leave room for every zone.
    const parameters: unknown[] = [
      new Date(+start - DAY_MS),
      start,
      new Date(+end + DAY_MS),
      frame.from,
      frame.to,
      end,
    ];
    const who = personIds ? `and person_id = any($${parameters.push(personIds)})` : '';
    const present = `select ${COLUMNS} from work_entry where not deleted and ${TOUCHES} ${who}`;
    if (!knownBy) return ((await tx.query(present, parameters)) as EntryRow[]).map(entryItem);
    const known = `$${parameters.push(knownBy)}`;
    const rows: EntryRow[] = await tx.query(
      `${present} and recorded_at <= ${known}
       union all
       ${pastOf(present, known)}`,
      parameters,
    );
    return rows.map(entryItem);
  }

  /** Amendments lie on the date of their entry, the date of its start in the reporting zone; of an earlier instant, as it stood then. */
  async amendments(tx: Tx, { frame, knownBy, personIds }: EntryQuestion): Promise<WorkItem[]> {
    const room = [new Date(frameStart(frame) - 2 * DAY_MS), new Date(frameEnd(frame) + 2 * DAY_MS)];
    const parameters: unknown[] = [frame.zone, frame.from, frame.to, ...room];
    const known = knownBy ? `$${parameters.push(knownBy)}` : null;
    const who = personIds ? `and e.person_id = any($${parameters.push(personIds)})` : '';
    // From the amendments to their entries, never the other way round: amendments are few.
    const rows: AmendmentRow[] = await tx.query(
      `select a.id, e.person_id, e.service_id, e.work_class, a.delta_seconds, ${AMENDED_DATE}::text as at_date
       from work_amendment a join lateral (${known ? `${AMENDED} and recorded_at <= ${known} union all ${pastOf(AMENDED, known)}` : AMENDED} offset 0) e on true
       where not e.deleted ${known ? `and a.recorded_at <= ${known}` : ''} ${who} and ${AMENDED_DATE} >= $2::date and ${AMENDED_DATE} < $3::date`,
      parameters,
    );
    return rows.map(amendmentItem);
  }
}

// The same question to the versions that have been replaced since.
const pastOf = (present: string, known: string): string =>
  `${present.replace('from work_entry', 'from past_work_entry')} and recorded_at <= ${known} and superseded_at > ${known}`;

function entryItem(row: EntryRow): WorkItem {
  const item = {
    personId: row.person_id,
    serviceId: row.service_id,
    workClass: row.work_class,
    source: 'ENTRY' as const,
    tier: null,
    refId: row.id,
  };
  if (row.start_ms === null || row.end_ms === null) {
    return { ...item, date: row.on_date as string, seconds: row.duration_seconds };
  }
  return { ...item, startMs: row.start_ms, endMs: row.end_ms, running: false };
}

const amendmentItem = (row: AmendmentRow): WorkItem => ({
  personId: row.person_id,
  serviceId: row.service_id,
  workClass: row.work_class,
  source: 'AMENDMENT',
  tier: null,
  refId: row.id,
  date: row.at_date,
  seconds: row.delta_seconds,
});
