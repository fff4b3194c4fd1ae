import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Page, type PageRequest, pageOf, positionOf, type Tx } from '#platform';
import { addDays, dayStart } from '../time/zone.rules.js';
import { PastWorkEntry } from './past-work-entry.entity.js';
import { LONGEST_MS } from './timing.rules.js';
import { WorkEntry } from './work-entry.entity.js';

/** Which entries a list holds: those that touch [from, to), of a person, for a service. */
export interface WorkFilter {
  from?: Date | null;
  to?: Date | null;
  personId?: string | null;
  serviceId?: string | null;
}

const DAY_MS = 86_400_000;

/** The columns in which first versions differ. */
export const FIRST_VERSION = [
  'id',
  'occurredAt',
  'personId',
  'serviceId',
  'taskTypeId',
  'statedClass',
  'workClass',
  'startAt',
  'endAt',
  'onDate',
  'durationSeconds',
  'note',
  'source',
  'externalId',
  'recordedAt',
] as const satisfies (keyof WorkEntry)[];

/** Work entries in the database. */
@Injectable()
export class WorkRepository {
  byId(tx: Tx, id: string): Promise<WorkEntry | null> {
    return tx.findOneBy(WorkEntry, { id });
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<WorkEntry[]> {
    return tx.findBy(WorkEntry, { id: In([...ids]) });
  }

  /** Which of the ids are those of entries, deleted ones included. */
  async existing(tx: Tx, ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const rows: { id: string }[] = await tx.query(
      'select distinct id from work_entry where id = any($1::text[])',
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** The entry, locked until the transaction ends. */
  locked(tx: Tx, id: string): Promise<WorkEntry | null> {
    return tx.findOne(WorkEntry, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Adds many first versions that were recorded at the same instant. */
  async insertAll(tx: Tx, entries: readonly WorkEntry[]): Promise<void> {
    await tx.query(
      `insert into work_entry (id, occurred_at, person_id, service_id, task_type_id, stated_class, work_class, start_at, end_at,
         on_date, duration_seconds, note, source, external_id, recorded_at, version, deleted)
       select *, 1, false from unnest($1::text[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
         $8::timestamptz[], $9::timestamptz[], $10::date[], $11::integer[], $12::text[], $13::text[], $14::text[], $15::timestamptz[])`,
      FIRST_VERSION.map((column) => entries.map((entry) => entry[column])),
    );
  }

  /** Writes the new state; the old one goes to the history, where it ends at the new one's recordedAt. */
  async replace(tx: Tx, before: WorkEntry, after: WorkEntry): Promise<void> {
    const steps = await tx.countBy(PastWorkEntry, { id: before.id, supersededAt: after.recordedAt });
    await tx.insert(PastWorkEntry, { ...before, supersededAt: after.recordedAt, step: steps });
    // occurredAt is part of the key: a changed one moves the row to another partition.
    await tx.update(WorkEntry, { id: before.id, occurredAt: before.occurredAt }, after as never);
  }

  /** In order of time. An entry that lies partly in the range is listed; deleted ones are not. */
  async page(
    tx: Tx,
    filter: WorkFilter,
    zone: string,
    { first, after }: PageRequest,
  ): Promise<Page<WorkEntry>> {
    const query = tx
      .createQueryBuilder(WorkEntry, 'e')
      .where('not e.deleted')
      .orderBy('e.occurredAt', 'ASC')
      .addOrderBy('e.id', 'ASC')
      .take(first + 1);
    if (filter.personId) query.andWhere('e.personId = :personId', { personId: filter.personId });
    if (filter.serviceId) query.andWhere('e.serviceId = :serviceId', { serviceId: filter.serviceId });
    if (filter.from) {
      // occurredAt bounds the partitions and the index; the second condition is the exact one.
      query.andWhere('e.occurredAt >= :earliest', {
        earliest: new Date(filter.from.getTime() - LONGEST_MS - DAY_MS),
      });
      query.andWhere(`(e.endAt > :from or cast(e.onDate + 1 as timestamp) at time zone :zone > :from)`, {
        from: filter.from,
        zone,
      });
    }
    if (filter.to) {
      query.andWhere('e.occurredAt < :latest', { latest: new Date(filter.to.getTime() + DAY_MS) });
      query.andWhere('(e.startAt < :to or cast(e.onDate as timestamp) at time zone :zone < :to)', {
        to: filter.to,
        zone,
      });
    }
    const position = positionOf(after);
    if (position)
      query.andWhere('(e.occurredAt, e.id) > (cast(:at as timestamptz), :id)', {
        at: position[0],
        id: position[1],
      });
    return pageOf(await query.getMany(), first, (row) => [row.occurredAt.toISOString(), row.id]);
  }
}

/** The instants between which a date lies in a zone. */
export const spanOfDate = (date: string, zone: string): { fromMs: number; toMs: number } => ({
  fromMs: dayStart(date, zone),
  toMs: dayStart(addDays(date, 1), zone),
});
