import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { WorkEntry } from './work-entry.entity.js';

/** Where an entry stands in the order of its task type: by time, and among equals by what it says, never by arrival. */
export type Place = Pick<WorkEntry, 'occurredAt' | 'personId' | 'serviceId' | 'durationSeconds' | 'id'>;

const ORDER = `e.occurred_at, e.person_id, coalesce(e.service_id, ''), e.duration_seconds, e.id`;
const PLACE = `t.at, t.person_id, coalesce(t.service_id, ''), t.seconds, t.id`;
const DATE = 'coalesce(e.on_date, (e.start_at at time zone $7)::date)';

/** How often a task occurred, from the log. */
@Injectable()
export class OccurrenceRepository {
  /** Waits until no other transaction counts this task: two third times at once would both be second. */
  async claim(tx: Tx, taskTypeId: string): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`occurrence\n${taskTypeId}`]);
  }

  /** Every entry of the task in the order of places, locked until the transaction ends. */
  all(tx: Tx, taskTypeId: string): Promise<WorkEntry[]> {
    return tx
      .createQueryBuilder(WorkEntry, 'e')
      .where('e.taskTypeId = :taskTypeId and not e.deleted', { taskTypeId })
      .orderBy('e.occurredAt')
      .addOrderBy('e.personId')
      .addOrderBy(`coalesce(e.service_id, '')`)
      .addOrderBy('e.durationSeconds')
      .addOrderBy('e.id')
      .setLock('pessimistic_write')
      .getMany();
  }

  /** How many entries of the task come before this one within the days before `date`; stops counting at `enough`. */
  async before(
    tx: Tx,
    taskTypeId: string,
    place: Place,
    date: string,
    windowDays: number,
    zone: string,
    enough: number,
  ): Promise<number> {
    const rows: unknown[] = await tx.query(
      `select 1 from work_entry e
       where e.task_type_id = $1 and not e.deleted and e.id <> $6
         and (${ORDER}) < ($2, $3, $4, $5, $6)
         and e.occurred_at > $2::timestamptz - make_interval(days => $9 + 2)
         and ${DATE} >= $8::date - $9
       limit $10`,
      [
        taskTypeId,
        place.occurredAt,
        place.personId,
        place.serviceId ?? '',
        place.durationSeconds,
        place.id,
        zone,
        date,
        windowDays,
        enough,
      ],
    );
    return rows.length;
  }

  /** The next entries of the task after this place, within the days after `date`, at most `count`. */
  async after(
    tx: Tx,
    taskTypeId: string,
    place: Place,
    date: string,
    windowDays: number,
    zone: string,
    count: number,
  ): Promise<WorkEntry[]> {
    const rows: { id: string }[] = await tx.query(
      `select e.id from work_entry e
       where e.task_type_id = $1 and not e.deleted and e.id <> $6
         and (${ORDER}) > ($2, $3, $4, $5, $6)
         and e.occurred_at < $2::timestamptz + make_interval(days => $9 + 2)
         and ${DATE} <= $8::date + $9
       order by ${ORDER} limit $10`,
      [
        taskTypeId,
        place.occurredAt,
        place.personId,
        place.serviceId ?? '',
        place.durationSeconds,
        place.id,
        zone,
        date,
        windowDays,
        count,
      ],
    );
    return this.lockedByIds(tx, rows);
  }

  /** How many entries of its task come before each of the entries, by their ids; stops counting at `enough`. */
  async beforeEach(
    tx: Tx,
    entries: readonly WorkEntry[],
    windowDays: number,
    zone: string,
    enough: number,
  ): Promise<Map<string, number>> {
    const rows: { id: string; count: number }[] = await tx.query(
      `select t.id, (select count(*)::int from (
         select 1 from work_entry e
         where e.task_type_id = t.task_type_id and not e.deleted and e.id <> t.id
           and (${ORDER}) < (${PLACE}) and e.occurred_at <= t.at
           and e.occurred_at > t.at - make_interval(days => $8 + 2)
           and ${DATE} >= coalesce(t.on_date, (t.at at time zone $7)::date) - $8
         limit $9) as earlier) as count
       from ${THEM}`,
      [...columnsOf(entries), zone, windowDays, enough, entries.map((entry) => entry.onDate)],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /** The next `count` entries after each of the entries of its task within the window, each once; none of the entries themselves. */
  async afterEach(
    tx: Tx,
    entries: readonly WorkEntry[],
    windowDays: number,
    zone: string,
    count: number,
  ): Promise<WorkEntry[]> {
    const rows: { id: string }[] = await tx.query(
      `select distinct later.id from ${THEM}, lateral (
         select e.id from work_entry e
         where e.task_type_id = t.task_type_id and not e.deleted and e.id <> t.id
           and (${ORDER}) > (${PLACE}) and e.occurred_at >= t.at
           and e.occurred_at < t.at + make_interval(days => $8 + 2)
           and ${DATE} <= coalesce(t.on_date, (t.at at time zone $7)::date) + $8
         order by ${ORDER} limit $9) as later
       where later.id <> all($1::text[]) order by 1`,
      [...columnsOf(entries), zone, windowDays, count, entries.map((entry) => entry.onDate)],
    );
    return this.lockedByIds(tx, rows);
  }

  private async lockedByIds(tx: Tx, rows: readonly { id: string }[]): Promise<WorkEntry[]> {
    const found: WorkEntry[] = [];
    for (const { id } of rows) {
      const entry = await tx.findOne(WorkEntry, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (entry) found.push(entry);
    }
    return found;
  }
}

const THEM = `unnest($1::text[], $2::timestamptz[], $3::text[], $4::text[], $5::integer[], $6::text[], $10::date[])
  as t (id, at, person_id, service_id, seconds, task_type_id, on_date)`;

const columnsOf = (entries: readonly WorkEntry[]): unknown[][] =>
  (['id', 'occurredAt', 'personId', 'serviceId', 'durationSeconds', 'taskTypeId'] as const).map((column) =>
    entries.map((entry) => entry[column]),
  );
