import { Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, Clock, type Tx } from '#platform';
import { WorkMarks } from '../rollup/work-marks.js';
import { auditOf } from './work-audit.rules.js';
import { WorkEntry } from './work-entry.entity.js';

/** What a rewrite may change of an entry: where it belongs and what it counts as, never when or how long. */
export type Rewrite = Pick<WorkEntry, 'personId' | 'serviceId' | 'taskTypeId' | 'workClass'>;

const CHUNK = 2_000;

/**
 * Writes the next version of many entries in one transaction, with their history, roll-up marks and audit rows. It looks
 * at no week lock: the numbers of a locked week live in its snapshot, and only what an entry is called changes here.
 */
@Injectable()
export class WorkRewriter {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly marks: WorkMarks,
  ) {}

  /** Rewrites the entries; what stays the same is left alone. Answers how many changed. */
  async rewrite(
    tx: Tx,
    caller: Caller,
    action: string,
    entries: WorkEntry[],
    change: (entry: WorkEntry) => Rewrite,
  ): Promise<number> {
    const recordedAt = this.clock.now();
    const changed = entries
      .map((before) => ({
        before,
        after: { ...before, ...change(before), version: before.version + 1, recordedAt },
      }))
      .filter(({ before, after }) => KEYS.some((key) => before[key] !== after[key]));
    for (let from = 0; from < changed.length; from += CHUNK) {
      const chunk = changed.slice(from, from + CHUNK);
      await this.keepPast(
        tx,
        chunk.map(({ before }) => before),
        recordedAt,
      );
      await this.write(
        tx,
        chunk.map(({ after }) => after),
      );
      await this.marks.touchEntries(
        tx,
        chunk.flatMap(({ before, after }) => [before, after]),
      );
      await this.audit.recordMany(
        tx,
        caller,
        action,
        chunk.map(({ before, after }) => ({
          subjectId: before.id,
          before: auditOf(before),
          after: auditOf(after),
        })),
      );
    }
    return changed.length;
  }

  private async keepPast(tx: Tx, entries: WorkEntry[], supersededAt: Date): Promise<void> {
    const columns = tx.connection.getMetadata(WorkEntry).columns.map((column) => column.databaseName);
    await tx.query(
      `insert into past_work_entry (${columns.join(', ')}, superseded_at, step)
       select ${columns.map((name) => `e.${name}`).join(', ')}, $3::timestamptz,
         (select count(*) from past_work_entry p where p.id = e.id and p.superseded_at = $3::timestamptz)
       from unnest($1::text[], $2::timestamptz[]) as t (id, at) join work_entry e on e.id = t.id and e.occurred_at = t.at`,
      [entries.map(({ id }) => id), entries.map(({ occurredAt }) => occurredAt), supersededAt],
    );
  }

  private async write(tx: Tx, entries: WorkEntry[]): Promise<void> {
    await tx.query(
      `update work_entry e set person_id = t.person_id, service_id = t.service_id, task_type_id = t.task_type_id,
         work_class = t.work_class, version = e.version + 1, recorded_at = $7
       from unnest($1::text[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[])
         as t (id, at, person_id, service_id, task_type_id, work_class)
       where e.id = t.id and e.occurred_at = t.at`,
      [
        entries.map((entry) => entry.id),
        entries.map((entry) => entry.occurredAt),
        entries.map((entry) => entry.personId),
        entries.map((entry) => entry.serviceId),
        entries.map((entry) => entry.taskTypeId),
        entries.map((entry) => entry.workClass),
        entries[0]?.recordedAt,
      ],
    );
  }
}

const KEYS = ['personId', 'serviceId', 'taskTypeId', 'workClass'] as const satisfies (keyof Rewrite)[];
