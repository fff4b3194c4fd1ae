import { Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, type KeyClaim, type Tx } from '#platform';
import { Locks, locked } from '../lock/locks.js';
import { WorkMarks, weeksOfEntry } from '../rollup/work-marks.js';
import { uncountedClass } from './classification.rules.js';
import { Classifier } from './classifier.js';
import { type NewEntryOutcome, NewWorkRepository } from './new-work.repository.js';
import { WorkRepository } from './work.repository.js';
import { auditOf } from './work-audit.rules.js';
import type { WorkEntry } from './work-entry.entity.js';
import { type NewWorkEntry, type ReadWork, type SeenRows, timingOf } from './work-input.js';

/** Writes entries together with all that hangs on them: week locks, classes of later entries, roll-up marks, the audit row. */
@Injectable()
export class WorkKeeper {
  private readonly entries = new WorkRepository();
  private readonly fresh = new NewWorkRepository();

  constructor(
    private readonly locks: Locks,
    private readonly classifier: Classifier,
    private readonly marks: WorkMarks,
    private readonly audit: AuditTrail,
  ) {}

  /** Adds an entry; its class is decided here. */
  async add(tx: Tx, caller: Caller, draft: NewWorkEntry, { type, policy }: ReadWork): Promise<WorkEntry> {
    const settled = uncountedClass(draft.statedClass, type, policy);
    const entry = { ...draft, workClass: settled ?? 'UNCLASSIFIED' };
    if (settled === null) entry.workClass = (await this.classifier.classOf(tx, entry)).workClass;
    const outcome = await this.write(tx, caller, entry);
    if (outcome.kind === 'LOCKED') throw locked(outcome, ['input', entry.startAt ? 'start' : 'date']);
    if (settled === null) await this.classifier.reclassifyAfter(tx, entry);
    return entry;
  }

  /** Writes a new entry with its class, the key it uses, and all that comes into being with it, in one statement. */
  write(
    tx: Tx,
    caller: Caller,
    entry: WorkEntry,
    { claim = null, seen = null }: { claim?: KeyClaim | null; seen?: SeenRows | null } = {},
  ): Promise<NewEntryOutcome> {
    const audit = this.audit.firstRow(caller, 'work.log', entry.id, auditOf(entry));
    return this.fresh.add(tx, { entry, weeks: weeksOfEntry(entry), audit, claim, seen });
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
