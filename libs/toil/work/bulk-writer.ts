import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AuditTrail, type Caller, Clock, Ids, type Refusal, type Tx } from '#platform';
import { Locks, locked, touches } from '../lock/locks.js';
import type { WorkClass } from '../report/interval.js';
import { WorkMarks } from '../rollup/work-marks.js';
import { Classifier } from './classifier.js';
import { TaskType } from './task-type.entity.js';
import { auditOf } from './work-audit.rules.js';
import type { WorkEntry } from './work-entry.entity.js';
import { timingOf, type WorkContent } from './work-input.js';
import type { NewWork } from './work-log.js';

/** A row that was read without fault, and its place in the batch. */
export interface GoodRow {
  index: number;
  row: NewWork;
  content: WorkContent;
}

/** Writes many entries with one statement for each table instead of several for each entry. */
@Injectable()
export class BulkWriter {
  private readonly locks = new Locks();

  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly classifier: Classifier,
    private readonly marks: WorkMarks,
    private readonly audit: AuditTrail,
  ) {}

  /** Writes them, puts each entry at its place, and answers the rows that need to be counted one by one. */
  async write(
    tx: Tx,
    caller: Caller,
    rows: GoodRow[],
    placed: Map<number, WorkEntry>,
    refuse: (index: number, fault: Refusal) => void,
  ): Promise<GoodRow[]> {
    if (rows.length === 0) return [];
    const weeks = await this.locks.all(tx);
    const typeIds = [...new Set(rows.flatMap(({ content }) => content.taskTypeId ?? []))];
    const types = new Map((await tx.findBy(TaskType, { id: In(typeIds) })).map((type) => [type.id, type]));
    const classOf = this.rememberedClass(tx, types);
    const left: GoodRow[] = [];
    const entries: WorkEntry[] = [];
    for (const good of rows) {
      const lock = weeks.find((week) => touches(week, timingOf(good.content)));
      if (lock) {
        refuse(good.index, locked(lock, ['input', good.content.startAt ? 'start' : 'date']));
        continue;
      }
      const workClass = await classOf(good.content);
      if (workClass === null) left.push(good);
      else {
        const entry = this.entryOf(good, workClass);
        entries.push(entry);
        placed.set(good.index, entry);
      }
    }
    await this.insert(tx, caller, entries);
    return left;
  }

  private rememberedClass(
    tx: Tx,
    types: Map<string, TaskType>,
  ): (content: WorkContent) => Promise<WorkClass | null> {
    const known = new Map<string, Promise<WorkClass | null>>();
    return ({ statedClass, taskTypeId }) => {
      const name = `${statedClass} ${taskTypeId}`;
      const before = known.get(name);
      if (before) return before;
      const answer = this.classifier.uncounted(
        tx,
        statedClass,
        taskTypeId === null ? null : (types.get(taskTypeId) ?? null),
      );
      known.set(name, answer);
      return answer;
    };
  }

  private entryOf({ row, content }: GoodRow, workClass: WorkClass): WorkEntry {
    const source = row.source ?? 'MANUAL';
    const recordedAt = this.clock.now();
    return {
      ...content,
      id: this.ids.next('wrk'),
      workClass,
      source,
      externalId: null,
      version: 1,
      deleted: false,
      recordedAt,
    };
  }

  private async insert(tx: Tx, caller: Caller, entries: WorkEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const column = (name: keyof WorkEntry) => entries.map((entry) => entry[name]);
    await tx.query(
      `insert into work_entry (id, occurred_at, person_id, service_id, task_type_id, stated_class, work_class, start_at, end_at,
         on_date, duration_seconds, note, source, external_id, version, deleted, recorded_at)
       select *, null, 1, false, $14 from unnest($1::text[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[],
         $7::text[], $8::timestamptz[], $9::timestamptz[], $10::date[], $11::integer[], $12::text[], $13::text[])`,
      [...COLUMNS.map(column), entries[0]!.recordedAt],
    );
    await this.marks.touchEntries(tx, entries);
    const things = entries.map((entry) => ({ subjectId: entry.id, after: auditOf(entry) }));
    await this.audit.recordNew(tx, caller, 'work.log', things);
  }
}

const COLUMNS = [
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
] as const satisfies (keyof WorkEntry)[];
