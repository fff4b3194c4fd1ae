import type { Tx } from '#platform';
import type { WeekKey } from '../rollup/rollup.repository.js';
import { ECHOES, LOCKED_OVER_SAMPLE, SAMPLE_ALERTS } from './sample-references.repository.js';

// Tables whose rows go with the thing that a column names.
const HANGING: [table: string, columns: string[]][] = [
  ['past_work_entry', ['id']],
  ['work_amendment', ['entry_id']],
  ['work_origin', ['entry_id']],
  ['auto_stopped_timer', ['entry_id']],
  ['work_entry', ['id']],
  ['incident_event', ['incident_id']],
  ['incident_time', ['incident_id']],
  ['quarantined_incident_event', ['incident_id']],
  ['work_draft', ['person_id', 'service_id', 'task_type_id', 'inferred_from']],
  ['activity', ['person_id', 'incident_id']],
  ['incident', ['id']],
  ['ledger_row', ['automation_id']],
  ['automation', ['id']],
  ['allocation', ['person_id', 'service_id']],
  ['snippet', ['id', 'person_id', 'service_id']],
  ['snippet_line', ['person_id', 'service_id']],
  ['survey_answer', ['person_id']],
  ['survey_reminder', ['person_id']],
  ['time_off', ['id']],
  ['person_alias', ['person_id']],
  ['person_zone', ['person_id']],
  ['person_week', ['person_id']],
  ['stale_week', ['person_id']],
  ['person', ['id']],
  ['service_alias', ['service_id']],
  ['toil_budget', ['service_id']],
  ['reinvestment_destination', ['service_id']],
  ['service', ['id']],
  ['task_type', ['id']],
];

/** Deletes what belongs to the sample. Works on a list of ids in a table that lives as long as the transaction. */
export class SampleRemovalRepository {
  /** Lists what goes: the tagged without the kept, what the product made of it, and what people deleted that hung on it. */
  async list(tx: Tx, keptIds: readonly string[]): Promise<void> {
    await tx.query('create temporary table gone (id text primary key) on commit drop');
    await tx.query(
      `insert into gone select id from sample_tag where id <> all($1) union ${ECHOES} on conflict do nothing`,
      [keptIds],
    );
    await tx.query(
      `insert into gone select id from work_entry where deleted and
         (person_id in (select id from gone) or service_id in (select id from gone) or task_type_id in (select id from gone))
       on conflict do nothing`,
    );
  }

  /** Ids of all that goes. */
  async ids(tx: Tx): Promise<string[]> {
    const rows: { id: string }[] = await tx.query('select id from gone');
    return rows.map(({ id }) => id);
  }

  /** Rolled up weeks of people and incidents that go. */
  weeks(tx: Tx): Promise<WeekKey[]> {
    return tx.query(
      `select person_id as "personId", week::text from person_week
        where person_id in (select id from gone union select 'incident:' || id from gone)`,
    );
  }

  /** Marks the weeks of those who stay and lose something: they are rolled up again. */
  async markRest(tx: Tx): Promise<void> {
    await tx.query(
      `insert into stale_week (person_id, week, marks)
       select person_id, week, 1 from person_week
        where person_id not in (select id from gone)
          and person_id in (
            select person_id from work_entry where id in (select id from gone)
            union select person_id from incident_time where incident_id in (select id from gone))
        order by 1, 2
       on conflict (person_id, week) do update set marks = stale_week.marks + 1`,
    );
  }

  /** Deletes the rows. Alerts and sizes of a service that stays go too: they tell of the sample. */
  async delete(tx: Tx, loadedBy: string): Promise<void> {
    const gone = '(select id from gone)';
    await tx.query(`delete from alert where id in (${SAMPLE_ALERTS})`);
    await tx.query(`delete from week_lock l where ${LOCKED_OVER_SAMPLE}`);
    await tx.query('delete from service_size where service_id in (select id from sample_tag)');
    await tx.query(`delete from automation_candidate where 'candidate:' || key in ${gone}`);
    await tx.query(
      'delete from survey_answer where recorded_at <= $1 and person_id in (select id from sample_tag)',
      [loadedBy],
    );
    await tx.query(
      `update time_off set person_ids = array(select p from unnest(person_ids) as p where p not in ${gone})
        where person_ids && array${gone} and id not in ${gone}`,
    );
    await tx.query(`delete from time_off where person_ids = '{}'`);
    await tx.query(`update activity set service_id = null where service_id in ${gone}`);
    await tx.query(`update person set lead_id = null where lead_id in ${gone}`);
    await tx.query(`delete from person_week where person_id in (select 'incident:' || id from gone)`);
    await tx.query(`delete from stale_week where person_id in (select 'incident:' || id from gone)`);
    for (const [table, columns] of HANGING)
      await tx.query(
        `delete from ${table} where ${columns.map((column) => `${column} in ${gone}`).join(' or ')}`,
      );
  }
}
