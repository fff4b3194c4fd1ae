import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, SYSTEM, type Tx } from '#platform';
import { Organizations } from '../organization/organizations.js';
import { settingsOf } from '../organization/settings.rules.js';
import type { WorkClass } from '../report/interval.js';
import { WorkMarks } from '../rollup/work-marks.js';
import { dateOf } from '../time/zone.rules.js';
import { type Classification, type ClassPolicy, classify, needsOccurrence } from './classification.rules.js';
import { OccurrenceRepository, type Place } from './occurrence.repository.js';
import { TaskType } from './task-type.entity.js';
import { WorkRepository } from './work.repository.js';
import { auditOf } from './work-audit.rules.js';
import type { WorkEntry } from './work-entry.entity.js';

/** What a class depends on. */
export type ClassifiedWork = Place & Pick<WorkEntry, 'taskTypeId' | 'statedClass' | 'onDate' | 'startAt'>;

/**
 * Gives entries their class. It depends on the facts alone, not on the order in which they were told: a late entry that
 * comes before others of its task makes them later occurrences, and those few are classified again.
 */
@Injectable()
export class Classifier {
  private readonly occurrences = new OccurrenceRepository();
  private readonly entries = new WorkRepository();

  constructor(
    private readonly organizations: Organizations,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly marks: WorkMarks,
  ) {}

  /** The class that the entry has by its statement, its type and the log; the type's count stays claimed until commit. */
  async classOf(tx: Tx, entry: WorkEntry): Promise<Classification> {
    if (entry.taskTypeId !== null) await this.occurrences.claim(tx, entry.taskTypeId);
    return this.evidence(tx, entry);
  }

  /** The class and how it came about, for reading only. */
  async evidence(tx: Tx, entry: ClassifiedWork): Promise<Classification> {
    const organization = await this.organizations.current(tx);
    const policy = settingsOf(organization).classes;
    const type =
      entry.taskTypeId === null ? null : await tx.findOneByOrFail(TaskType, { id: entry.taskTypeId });
    const counted = type !== null && needsOccurrence(entry.statedClass, type, policy);
    const occurrence = counted ? await this.occurrence(tx, entry, policy, organization.reportingZone) : 1;
    return classify(entry.statedClass, type, occurrence, policy);
  }

  /** The class where no count decides about it; null where it has to be counted. */
  async uncounted(
    tx: Tx,
    statedClass: WorkEntry['statedClass'],
    type: TaskType | null,
  ): Promise<WorkClass | null> {
    const policy = settingsOf(await this.organizations.current(tx)).classes;
    if (type !== null && needsOccurrence(null, type, policy)) return null;
    return classify(statedClass, type, 1, policy).workClass;
  }

  /** Classifies again what follows a place in the log where an entry came, went or changed its task. */
  async reclassifyAfter(tx: Tx, entry: WorkEntry): Promise<void> {
    if (entry.taskTypeId === null) return;
    const organization = await this.organizations.current(tx);
    const policy = settingsOf(organization).classes;
    const type = await tx.findOneByOrFail(TaskType, { id: entry.taskTypeId });
    if (!needsOccurrence(null, type, policy)) return;
    const zone = organization.reportingZone;
    const date = entry.onDate ?? dateOf(entry.startAt!.getTime(), zone);
    const next = await this.occurrences.after(
      tx,
      type.id,
      entry,
      date,
      policy.windowDays,
      zone,
      policy.repetitiveFrom - 1,
    );
    for (const follower of next) {
      if (follower.statedClass !== null) continue;
      const { workClass } = classify(null, type, await this.occurrence(tx, follower, policy, zone), policy);
      if (workClass === follower.workClass) continue;
      const after = { ...follower, workClass, recordedAt: this.clock.now() };
      await this.entries.replace(tx, follower, after);
      await this.marks.touchEntry(tx, after);
      await this.audit.record(tx, SYSTEM, 'work.reclassify', follower.id, auditOf(follower), auditOf(after));
    }
  }

  private async occurrence(
    tx: Tx,
    entry: ClassifiedWork,
    policy: ClassPolicy,
    zone: string,
  ): Promise<number> {
    const date = entry.onDate ?? dateOf(entry.startAt!.getTime(), zone);
    const { windowDays, repetitiveFrom } = policy;
    return (
      1 +
      (await this.occurrences.before(
        tx,
        entry.taskTypeId!,
        entry,
        date,
        windowDays,
        zone,
        repetitiveFrom - 1,
      ))
    );
  }
}
