import { Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, type Tx } from '#platform';
import { Locks } from '../lock/locks.js';
import { WorkMarks } from '../rollup/work-marks.js';
import { Classifier } from './classifier.js';
import { WorkRepository } from './work.repository.js';
import { auditOf } from './work-audit.rules.js';
import type { WorkEntry } from './work-entry.entity.js';
import { timingOf } from './work-input.js';

/** Writes entries together with all that hangs on them: week locks, classes of later entries, roll-up marks, the audit row. */
@Injectable()
export class WorkKeeper {
  private readonly entries = new WorkRepository();

  constructor(
    private readonly locks: Locks,
    private readonly classifier: Classifier,
    private readonly marks: WorkMarks,
    private readonly audit: AuditTrail,
  ) {}

  /** Adds an entry; its class is decided here. */
  async add(tx: Tx, caller: Caller, entry: WorkEntry): Promise<WorkEntry> {
    const { workClass } = await this.classifier.classOf(tx, entry);
    const kept = { ...entry, workClass };
    await this.entries.insert(tx, kept);
    await this.locks.refuseWritten(tx, timingOf(entry), ['input', entry.startAt ? 'start' : 'date']);
    await this.classifier.reclassifyAfter(tx, kept);
    await this.marks.touchEntry(tx, kept);
    await this.audit.recordNew(tx, caller, 'work.log', [{ subjectId: kept.id, after: auditOf(kept) }]);
    return kept;
  }

  /** Replaces an entry by its next version (a tombstone included). */
  async replace(
    tx: Tx,
    caller: Caller,
    action: string,
    before: WorkEntry,
    after: WorkEntry,
  ): Promise<WorkEntry> {
    await this.locks.refuse(tx, timingOf(before), ['input', 'id']);
    await this.locks.refuse(tx, timingOf(after), ['input', after.startAt ? 'start' : 'date']);
    const kept = after.deleted
      ? after
      : { ...after, workClass: (await this.classifier.classOf(tx, after)).workClass };
    await this.entries.replace(tx, before, kept);
    await this.classifier.reclassifyAfter(tx, before);
    if (!kept.deleted) await this.classifier.reclassifyAfter(tx, kept);
    await this.marks.touchEntry(tx, before);
    await this.marks.touchEntry(tx, kept);
    await this.audit.record(tx, caller, action, kept.id, auditOf(before), auditOf(kept));
    return kept;
  }
}
