import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, SYSTEM, type Tx } from '#platform';
import { Organizations } from '../organization/organizations.js';
import { settingsOf } from '../organization/settings.rules.js';
import { WorkMarks } from '../rollup/work-marks.js';
import { dateOf } from '../time/zone.rules.js';
import { type Classification, type ClassPolicy, classify, needsOccurrence } from './classification.rules.js';
import { type CountedPlace, OccurrenceRepository, type Place } from './occurrence.repository.js';
import { occurrencesOf } from './occurrence.rules.js';
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

  /** Waits until nobody else counts the tasks of the entries, and keeps others waiting until the transaction ends. */
  async claim(tx: Tx, entries: readonly WorkEntry[]): Promise<void> {
    // In one order, so that two batches never wait for each other.
    for (const id of [...new Set(entries.map((entry) => entry.taskTypeId ?? ''))].sort())
      await this.occurrences.claim(tx, id);
  }

  /**
   * Gives many entries that were just written the class that follows from the log, in the database and in the objects,
   * and classifies again what follows them. Their tasks must have been claimed.
   */
  async classifyWritten(tx: Tx, entries: readonly WorkEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const { reportingZone, ...organization } = await this.organizations.current(tx);
    const policy = settingsOf(organization).classes;
    const { windowDays, repetitiveFrom } = policy;
    const followers: string[] = [];
    for (const id of new Set(entries.map((entry) => entry.taskTypeId ?? ''))) {
      const written = entries.filter((entry) => entry.taskTypeId === id);
      const type = await tx.findOneByOrFail(TaskType, { id });
      const byId = new Map(written.map((entry) => [entry.id, entry]));
      const places = await this.occurrences.around(tx, id, written, windowDays, reportingZone);
      const dates = places.map(({ date }) => date);
      for (const [index, count] of occurrencesOf(dates, windowDays, repetitiveFrom).entries()) {
        const place = places[index] as CountedPlace;
        const entry = byId.get(place.id);
        const { workClass } = classify(entry?.statedClass ?? null, type, count, policy);
        if (entry) entry.workClass = workClass;
        else if (workClass !== place.workClass) followers.push(place.id);
      }
    }
    await this.entries.setClasses(tx, entries);
    for (const follower of await this.occurrences.locked(tx, followers)) {
      const type = await tx.findOneByOrFail(TaskType, { id: follower.taskTypeId ?? '' });
      await this.reclassify(tx, type, follower, policy, reportingZone);
    }
  }

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
    for (const follower of next) await this.reclassify(tx, type, follower, policy, zone);
  }

  private async reclassify(
    tx: Tx,
    type: TaskType,
    entry: WorkEntry,
    policy: ClassPolicy,
    zone: string,
  ): Promise<void> {
    if (entry.statedClass !== null) return;
    const { workClass } = classify(null, type, await this.occurrence(tx, entry, policy, zone), policy);
    if (workClass === entry.workClass) return;
    const after = { ...entry, workClass, recordedAt: this.clock.now() };
    await this.entries.replace(tx, entry, after);
    await this.marks.touchEntry(tx, after);
    await this.audit.record(tx, SYSTEM, 'work.reclassify', entry.id, auditOf(entry), auditOf(after));
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
