import type { Tx } from '#platform';
import { WorkEntry } from '../work/work-entry.entity.js';

/** How many things of a kind moved. */
export interface Moved {
  kind: MovedKind;
  count: number;
}

/** What can hang on a person, a service or a task type. */
export const MOVED_KINDS = [
  'ENTRIES',
  'INCIDENTS',
  'ALLOCATIONS',
  'ALIASES',
  'DRAFTS',
  'TIMERS',
  'SNIPPETS',
  'SURVEY_ANSWERS',
  'TIME_OFF',
  'BUDGETS',
  'AUTOMATIONS',
  'SIZES',
  'ALERTS',
  'PIPELINES',
  'ACCOUNTS',
  'TEAM_MEMBERS',
] as const;
export type MovedKind = (typeof MOVED_KINDS)[number];

/** Moves rows from one id to another; every method answers how many. */
export class MergeRepository {
  /** Sets a column of a table from one id to the other. */
  async move(tx: Tx, table: string, column: string, from: string, into: string): Promise<number> {
    const [, count]: [unknown, number] = await tx.query(
      `update ${table} set ${column} = $2 where ${column} = $1`,
      [from, into],
    );
    return count;
  }

  /** Moves the row of a table that holds at most one for each id, unless the other has its own, which stays. */
  async moveOnly(tx: Tx, table: string, column: string, from: string, into: string): Promise<number> {
    await tx.query(
      `delete from ${table} where ${column} = $1 and exists (select 1 from ${table} where ${column} = $2)`,
      [from, into],
    );
    return this.move(tx, table, column, from, into);
  }

  /** All entries that hold the id in the column, tombstones included, locked until the transaction ends. */
  entries(tx: Tx, column: 'personId' | 'serviceId' | 'taskTypeId', id: string): Promise<WorkEntry[]> {
    return tx.find(WorkEntry, { where: { [column]: id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Lines of weekly reports of a person: for a week that both told of, the survivor's stay. */
  async moveLines(tx: Tx, from: string, into: string): Promise<number> {
    await tx.query(
      `delete from snippet_line s where s.person_id = $1 and exists
         (select 1 from snippet_line t where t.person_id = $2 and t.week_starting = s.week_starting)`,
      [from, into],
    );
    return this.move(tx, 'snippet_line', 'person_id', from, into);
  }

  /** Survey answers of a person: for a week that both answered, the survivor's stays. */
  async moveAnswers(tx: Tx, from: string, into: string, now: Date): Promise<number> {
    await tx.query(
      `update survey_answer s set superseded_at = $3 where s.person_id = $1 and s.superseded_at is null and exists
         (select 1 from survey_answer t where t.person_id = $2 and t.week_starting = s.week_starting and t.superseded_at is null)`,
      [from, into, now],
    );
    const [, count]: [unknown, number] = await tx.query(
      'update survey_answer set person_id = $2 where person_id = $1 and superseded_at is null',
      [from, into],
    );
    return count;
  }

  /** Days off name people in a list. */
  async moveTimeOff(tx: Tx, from: string, into: string): Promise<number> {
    const [, count]: [unknown, number] = await tx.query(
      `update time_off set person_ids = (select array_agg(distinct id order by id) from unnest(array_replace(person_ids, $1, $2)) as t (id))
       where $1 = any (person_ids)`,
      [from, into],
    );
    return count;
  }

  /** Says of the row that it is archived and part of the other; what had been merged into it goes along. */
  async bury(
    tx: Tx,
    table: 'person' | 'service' | 'task_type',
    from: string,
    into: string,
    now: Date,
  ): Promise<void> {
    await tx.query(`update ${table} set merged_into = $2 where merged_into = $1`, [from, into]);
    await tx.query(
      `update ${table} set merged_into = $2, archived_at = coalesce(archived_at, $3), version = version + 1 where id = $1`,
      [from, into, now],
    );
    await tx.query(`update ${table} set version = version + 1 where id = $1`, [into]);
  }
}
