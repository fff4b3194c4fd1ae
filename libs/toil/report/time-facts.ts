import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { IncidentTimes } from '../incident/incident-times.js';
import type { DayFrame } from './frame.rules.js';
import { frameEnd, frameStart } from './frame.rules.js';
import type { IncidentMode, WorkClass, WorkItem } from './interval.js';

/** Which pieces of time are wanted. */
export interface TimeQuestion {
  frame: DayFrame;
  mode: IncidentMode;
  asOf: Date;
  /** Only what had been recorded by then; null = everything known now. */
  knownBy: Date | null;
  /** Only these people's work entries (incidents come whole). */
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

const MS = (column: string): string => `(extract(epoch from ${column}) * 1000)::double precision`;
const COLUMNS = `id, person_id, service_id, work_class, ${MS('start_at')} as start_ms, ${MS('end_at')} as end_ms, on_date::text, duration_seconds`;
// The longest entry bounds how far before the range one that reaches into it can begin.
const TOUCHES = `occurred_at >= $1::timestamptz - interval '7 days' and occurred_at < $3::timestamptz
  and (end_at > $2 or (on_date >= $4::date and on_date < $5::date)) and (start_at < $6 or on_date is not null)`;

/** Every piece of time that touches a range: work entries, their amendments and incidents. */
@Injectable()
export class TimeFacts {
  constructor(private readonly incidents: IncidentTimes) {}

  /** The pieces of all people, in no order. */
  async items(tx: Tx, question: TimeQuestion): Promise<WorkItem[]> {
    const span = { fromMs: frameStart(question.frame), toMs: frameEnd(question.frame) };
    const [entries, amendments, incidents] = [
      await this.entries(tx, question),
      await this.amendments(tx, question),
      question.knownBy
        ? await this.incidents.itemsKnownBy(tx, span, question.mode, question.knownBy)
        : await this.incidents.items(tx, span, question.mode, question.asOf.getTime()),
    ];
    return [...entries.map(entryItem), ...amendments.map(amendmentItem), ...incidents];
  }

  private entries(tx: Tx, { frame, knownBy, personIds }: TimeQuestion): Promise<EntryRow[]> {
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
    let who = '';
    if (personIds) {
      parameters.push(personIds);
      who = `and person_id = any($${parameters.length})`;
    }
    if (!knownBy)
      return tx.query(
        `select ${COLUMNS} from work_entry where not deleted and ${TOUCHES} ${who}`,
        parameters,
      );
    parameters.push(knownBy);
    const known = `$${parameters.length}`;
    return tx.query(
      `select ${COLUMNS} from work_entry where not deleted and recorded_at <= ${known} and ${TOUCHES} ${who}
       union all
       select ${COLUMNS} from past_work_entry
       where not deleted and recorded_at <= ${known} and superseded_at > ${known} and ${TOUCHES} ${who}`,
      parameters,
    );
  }

  // An amendment lies on the date of its entry: the date of the start in the reporting zone.
  private amendments(tx: Tx, { frame, knownBy, personIds }: TimeQuestion): Promise<AmendmentRow[]> {
    const parameters: unknown[] = [frame.zone, frame.from, frame.to];
    let which = '';
    if (knownBy) which += ` and a.recorded_at <= $${parameters.push(knownBy)}`;
    if (personIds) which += ` and e.person_id = any($${parameters.push(personIds)})`;
    return tx.query(
      `select a.id, e.person_id, e.service_id, e.work_class, a.delta_seconds,
         coalesce(e.on_date, (e.start_at at time zone $1)::date)::text as at_date
       from work_amendment a join work_entry e on e.id = a.entry_id
       where not e.deleted ${which}
         and coalesce(e.on_date, (e.start_at at time zone $1)::date) >= $2::date
         and coalesce(e.on_date, (e.start_at at time zone $1)::date) < $3::date`,
      parameters,
    );
  }
}

const DAY_MS = 86_400_000;

function entryItem(row: EntryRow): WorkItem {
  const item = {
    personId: row.person_id,
    serviceId: row.service_id,
    workClass: row.work_class,
    source: 'ENTRY' as const,
    tier: null,
    refId: row.id,
  };
  if (row.start_ms === null || row.end_ms === null)
    return { ...item, date: row.on_date as string, seconds: row.duration_seconds };
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
