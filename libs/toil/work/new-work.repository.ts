import { type FirstRow, type KeyClaim, Statement, type Tx } from '#platform';
import { ORGANIZATION_ID } from '../organization/organization.entity.js';
import { FIRST_VERSION } from './work.repository.js';
import type { WorkEntry } from './work-entry.entity.js';
import type { SeenRows } from './work-input.js';

/** A new entry and all that comes into being with it. */
export interface NewEntry {
  entry: WorkEntry;
  /** The Mondays of the person's weeks that it touches. */
  weeks: string[];
  audit: FirstRow;
  /** The idempotency key that is used for it, if it is claimed here. */
  claim: KeyClaim | null;
  /** What it was read by, if that may have changed since: then it is looked at once more. */
  seen: SeenRows | null;
}

/** KEPT: all of it was written. LOCKED or REFUSED (the key is taken, or something it was read by has changed): nothing was. */
export type NewEntryOutcome =
  | { kind: 'KEPT' }
  | { kind: 'LOCKED'; weekStarting: string }
  | { kind: 'REFUSED' };

// What the statement reads of week_lock is as good as locked: it takes its table lock on work_entry before it looks, and
// whoever freezes a week waits for that lock (Locks.stopWriters) or was waited for.
const unchanged = (table: string, tag: string, id: string): string =>
  `(${tag}::text is null or exists (select from ${table} where id = ${id} and xmin::text = ${tag}))`;

const ADD = new Statement<{ lockedWeek: string | null; kept: boolean }>(
  'new work',
  `with locked as (
     select week_starting from week_lock
     where case when $8::timestamptz is null then week_starting <= $10::date and week_starting + 7 > $10::date
       else starts_at < $9::timestamptz and ends_at > $8 end
     limit 1
   ), free as (
     select where not exists (select from locked) and ${unchanged('organization', '$25', `'${ORGANIZATION_ID}'`)}
       and ${unchanged('person', '$26', '$3')} and ${unchanged('service', '$27', '$4')}
       and ${unchanged('task_type', '$28', '$5')}
   ), claim as (
     insert into idempotency_key (operation, key, input_digest, result)
     select 'logWork', $23::text, $24::text, $1 from free where $23 is not null
     on conflict do nothing returning key
   ), entry as (
     insert into work_entry (id, occurred_at, person_id, service_id, task_type_id, stated_class, work_class, start_at, end_at,
       on_date, duration_seconds, note, source, external_id, version, deleted, recorded_at)
     select $1::text, $2::timestamptz, $3::text, $4::text, $5::text, $6::text, $7::text, $8, $9, $10, $11::integer,
       $12::text, $13::text, $14::text, 1, false, $15::timestamptz
     from free where $23 is null or exists (select from claim)
     returning id, person_id
   ), mark as (
     insert into stale_week (person_id, week, marks)
     select person_id, week, 1 from entry, unnest($16::date[]) as week order by week
     on conflict (person_id, week) do update set marks = stale_week.marks + 1
   ), told as (
     insert into audit_record (at, actor_id, actor, action, subject_id, after, digest)
     select $17::timestamptz, $18::text, $19::text, $20::text, id, $21::jsonb, $22::text from entry
   )
   select (select week_starting::text from locked) as "lockedWeek", exists (select from entry) as kept`,
);

/** Writes an entry, its key, its roll-up marks and its audit row in one statement, because nothing runs more often. */
export class NewWorkRepository {
  /** Writes all of it or nothing, by itself or as part of the transaction. */
  async add(tx: Tx, { entry, weeks, audit, claim, seen }: NewEntry): Promise<NewEntryOutcome> {
    const [outcome] = await ADD.rows(tx, [
      ...FIRST_VERSION.map((column) => entry[column]),
      weeks,
      audit.at,
      audit.actorId,
      audit.actor,
      audit.action,
      audit.after,
      audit.digest,
      claim?.key ?? null,
      claim?.digest ?? null,
      seen?.organization,
      seen?.person,
      seen?.service,
      seen?.taskType,
    ]);
    if (outcome?.kept) return { kind: 'KEPT' };
    return outcome?.lockedWeek ? { kind: 'LOCKED', weekStarting: outcome.lockedWeek } : { kind: 'REFUSED' };
  }
}
