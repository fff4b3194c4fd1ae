import type { Tx } from '#platform';

/** What of people's own refers to things of the sample. */
export const REFERENCE_KINDS = [
  'ENTRY',
  'INCIDENT',
  'ACCOUNT',
  'INVITATION',
  'PERSON',
  'ALLOCATION',
  'DRAFT',
  'TIMER',
  'AUTOMATION',
  'CANDIDATE',
  'REPORT',
  'SURVEY',
  'PIPELINE',
] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/** So many things of people's own refer to the thing with the id. */
export interface SampleReference {
  id: string;
  kind: ReferenceKind;
  count: number;
}

/** Kinds of sample things that stay as long as something of people's own refers to them. */
export const KEPT_SAMPLE_KINDS = ['SERVICE', 'PERSON', 'TASK_TYPE', 'INCIDENT', 'DATASET'] as const;
export type KeptSampleKind = (typeof KEPT_SAMPLE_KINDS)[number];

/** Alerts about things of the sample; those about somebody's own automation or incident are theirs. */
export const SAMPLE_ALERTS = `select id from alert where service_id in (select id from sample_tag)
  and subject not in (select key from automation where id not in (select id from sample_tag))
  and subject not in (select id from incident where id not in (select id from sample_tag))`;

/** Incidents that our own alerts about things of the sample opened: they belong to it, though nobody tagged them. */
export const ECHOES = `select id from incident where source = 'untoil' and external_id in (${SAMPLE_ALERTS})`;

// What somebody deleted holds nothing back; what somebody still has does, with every version it had.
const REFERENCES = `
  with tag as (select id from sample_tag),
  own_entry as (
    select e.id, e.person_id, e.service_id, e.task_type_id from work_entry e
     where not e.deleted and not exists (select 1 from tag where tag.id = e.id)),
  past as (select p.id, p.person_id, p.service_id, p.task_type_id from past_work_entry p join own_entry e on e.id = p.id),
  own_person as (select id, lead_id from person where id not in (select id from tag)),
  own_incident as (
    select id, service_id, merged_into from incident
     where id not in (select id from tag) and id not in (${ECHOES})),
  -- An incident of one's own that was merged into one of the sample lives on in that one.
  told_incident as (
    select id, service_id from own_incident
    union select i.id, i.service_id from incident i join own_incident o on o.merged_into = i.id),
  told_report as (
    select s.id, s.person_id, s.service_id from snippet s where s.id not in (select id from tag)
    union all select l.id, l.person_id, l.service_id from snippet_line l),
  held (kind, by, target) as (
    select 'ENTRY', e.id, unnest(array[e.person_id, e.service_id, e.task_type_id]) from own_entry e
    union all select 'ENTRY', p.id, unnest(array[p.person_id, p.service_id, p.task_type_id]) from past p
    union all select 'INCIDENT', id, service_id from told_incident
    union all select 'INCIDENT', e.incident_id, e.person_id from incident_event e join told_incident i on i.id = e.incident_id
    union all select 'INCIDENT', id, merged_into from own_incident
    union all select 'ACCOUNT', id, person_id from account
    union all select 'INVITATION', secret_hash, person_id from invitation
    union all select 'PERSON', id, lead_id from own_person
    union all select 'ALLOCATION', a.id, a.service_id from allocation a join own_person p on p.id = a.person_id
               where a.superseded_at is null
    union all select 'DRAFT', d.id, unnest(array[d.service_id, d.task_type_id]) from work_draft d join own_person p on p.id = d.person_id
    union all select 'TIMER', person_id, unnest(array[person_id, service_id, task_type_id]) from running_timer
    union all select 'AUTOMATION', id, unnest(array[service_id, task_type_id]) from automation where id not in (select id from tag)
    union all select 'CANDIDATE', c.key, t.id from automation_candidate c join task_type t on t.key = c.estimate->>'taskType'
               where 'candidate:' || c.key not in (select id from tag)
    union all select 'REPORT', id, unnest(array[person_id, service_id]) from told_report
    union all select 'REPORT', l.id, l.task_type_id from snippet_line l
    union all select 'REPORT', id, person_id from survey_answer where recorded_at > $1::timestamptz
    union all select 'SURVEY', id, unnest(service_ids) from survey_schedule
  )
  select target as id, kind, count(distinct by)::int as count from held
   where target in (select id from tag) group by 1, 2 order by 1, 2`;

/** Finds what of people's own hangs on the sample. */
export class SampleReferences {
  /** loadedBy: answers to surveys until this instant are the sample's own. */
  of(tx: Tx, loadedBy: string): Promise<SampleReference[]> {
    return tx.query(REFERENCES, [loadedBy]);
  }

  /** Keys and names of the kept ones among the ids. */
  async named(tx: Tx, ids: readonly string[]): Promise<{ id: string; kind: KeptSampleKind; name: string }[]> {
    return tx.query(
      `select id, 'SERVICE' as kind, name from service where id = any($1)
       union all select id, 'PERSON', name from person where id = any($1)
       union all select id, 'TASK_TYPE', name from task_type where id = any($1)
       union all select id, 'INCIDENT', title from incident where id = any($1)
       order by 2, 3`,
      [ids],
    );
  }

  /** How many things of each kind will go, when those with the ids stay. */
  async counts(tx: Tx, keptIds: readonly string[]): Promise<{ kind: string; count: number }[]> {
    return tx.query(
      `with gone as (select id from sample_tag where id <> all($1) union ${ECHOES})
       select kind, count from (
         select 1 as place, 'SERVICE' as kind, count(*)::int from service where id in (select id from gone)
         union all select 2, 'PERSON', count(*)::int from person where id in (select id from gone)
         union all select 3, 'TASK_TYPE', count(*)::int from task_type where id in (select id from gone)
         union all select 4, 'ENTRY', count(*)::int from work_entry where id in (select id from gone)
         union all select 5, 'INCIDENT', count(*)::int from incident where id in (select id from gone)
         union all select 6, 'AUTOMATION', count(*)::int from automation where id in (select id from gone)
         union all select 7, 'CANDIDATE', count(*)::int from automation_candidate where 'candidate:' || key in (select id from gone)
         union all select 8, 'TIME_OFF', count(*)::int from time_off where id in (select id from gone)
         union all select 9, 'ALERT', count(*)::int from alert where id in (${SAMPLE_ALERTS})
         union all select 10, 'WEEK_LOCK', count(*)::int from week_lock l where ${LOCKED_OVER_SAMPLE}
       ) as counts where count > 0 order by place`,
      [keptIds],
    );
  }
}

/** Weeks that somebody locked over sample data: their frozen figures are the sample's. */
export const LOCKED_OVER_SAMPLE = `exists (select 1 from sample_data s where l.week_starting <= s.monday and l.locked_at >= s.started_at)`;
