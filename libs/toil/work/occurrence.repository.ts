import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import type { Place } from './occurrence.rules.js';
import { WorkEntry } from './work-entry.entity.js';

const ORDER = `e.occurred_at, e.person_id, coalesce(e.service_id, ''), e.duration_seconds, e.id`;
const dateIn = (zone: string): string => `coalesce(e.on_date, (e.start_at at time zone ${zone})::date)`;
const DATE = dateIn('$7');

/** One entry of a task as its class needs to know it; the date is that of the reporting zone. */
export interface CountedPlace extends Place {
  date: string;
  statedClass: WorkEntry['statedClass'];
  workClass: WorkEntry['workClass'];
}

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
    return this.locked(
      tx,
      rows.map(({ id }) => id),
    );
  }

  /** What counts for the classes of a task around some of its entries: all of it that their windows reach. */
  around(
    tx: Tx,
    taskTypeId: string,
    entries: readonly WorkEntry[],
    windowDays: number,
    zone: string,
  ): Promise<CountedPlace[]> {
    const times = entries.map((entry) => entry.occurredAt.getTime()).sort((a, b) => a - b);
    return tx.query(
      `select e.id, e.occurred_at as "occurredAt", e.person_id as "personId", e.service_id as "serviceId",
         e.duration_seconds as "durationSeconds", e.stated_class as "statedClass", e.work_class as "workClass",
         ${dateIn('$5')}::text as date
       from work_entry e
       where e.task_type_id = $1 and not e.deleted and e.occurred_at > $2::timestamptz - make_interval(days => $4 + 2)
         and e.occurred_at < $3::timestamptz + make_interval(days => $4 + 2)`,
      [taskTypeId, new Date(times[0] ?? 0), new Date(times.at(-1) ?? 0), windowDays, zone],
    );
  }

  /** The entries with the ids, locked until the transaction ends. */
  async locked(tx: Tx, ids: readonly string[]): Promise<WorkEntry[]> {
    const found: WorkEntry[] = [];
    for (const id of ids) {
      const entry = await tx.findOne(WorkEntry, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (entry) found.push(entry);
    }
    return found;
  }
}
