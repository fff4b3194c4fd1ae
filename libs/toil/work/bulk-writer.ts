import { Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, type Tx } from '#platform';
import { WorkMarks } from '../rollup/work-marks.js';
import { uncountedClass } from './classification.rules.js';
import { Classifier } from './classifier.js';
import { type Origin, OriginRepository } from './origin.repository.js';
import { WorkRepository } from './work.repository.js';
import { auditOf } from './work-audit.rules.js';
import type { WorkEntry } from './work-entry.entity.js';
import type { NewWorkEntry, ReadWork } from './work-input.js';

/** A row that was read without fault, and its place in the batch. */
export interface GoodRow {
  index: number;
  read: ReadWork;
  draft: NewWorkEntry;
}

/** Writes many entries with one statement for each table instead of several for each entry. */
@Injectable()
export class BulkWriter {
  private readonly entries = new WorkRepository();
  private readonly origins = new OriginRepository();

  constructor(
    private readonly classifier: Classifier,
    private readonly marks: WorkMarks,
    private readonly audit: AuditTrail,
  ) {}

  /** Writes them and answers the entry of each place; what an outside thing became before is answered as it stands. */
  async write(tx: Tx, caller: Caller, rows: GoodRow[]): Promise<Map<number, WorkEntry>> {
    const placed = new Map<number, WorkEntry>();
    const fresh = await this.claim(tx, rows, placed);
    if (fresh.length === 0) return placed;
    await this.insert(tx, fresh, placed);
    const entries = fresh.map(({ index }) => placed.get(index) as WorkEntry);
    await this.marks.touchEntries(tx, entries);
    const things = entries.map((entry) => ({ subjectId: entry.id, after: auditOf(entry) }));
    await this.audit.recordNew(tx, caller, 'work.log', things);
    return placed;
  }

  // Leaves the rows whose outside thing was not known yet.
  private async claim(tx: Tx, rows: GoodRow[], placed: Map<number, WorkEntry>): Promise<GoodRow[]> {
    const origins = new Map<GoodRow, Origin>();
    for (const row of rows) {
      const { source, externalId, id: entryId } = row.draft;
      if (externalId !== null) origins.set(row, { source, externalId, entryId });
    }
    const known = await this.origins.claim(tx, [...origins.values()]);
    if (known.size === 0) return rows;
    const before = await this.entries.byIds(tx, [...known.values()]);
    const byId = new Map(before.map((entry) => [entry.id, entry]));
    return rows.filter((row) => {
      const origin = origins.get(row);
      const entry = byId.get((origin && known.get(origin)) ?? '');
      if (entry) placed.set(row.index, entry);
      return !entry;
    });
  }

  private async insert(tx: Tx, rows: GoodRow[], placed: Map<number, WorkEntry>): Promise<void> {
    // Whose class, or that of others, hangs on how often their task occurred.
    const counted: WorkEntry[] = [];
    const entries = rows.map(({ index, draft, read }): WorkEntry => {
      const workClass = uncountedClass(draft.statedClass, read.type, read.policy);
      const entry: WorkEntry = { ...draft, workClass: workClass ?? 'UNCLASSIFIED' };
      if (workClass === null) counted.push(entry);
      placed.set(index, entry);
      return entry;
    });
    await this.classifier.claim(tx, counted);
    const followers = await this.classifier.classifyAll(tx, counted);
    await this.entries.insertAll(tx, entries);
    await this.classifier.reclassifyAll(tx, followers);
  }
}
