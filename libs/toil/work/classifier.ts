import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, SYSTEM, type Tx } from '#platform';
import { Organizations } from '../organization/organizations.js';
import { settingsOf } from '../organization/settings.rules.js';
import { WorkMarks } from '../rollup/work-marks.js';
import { dateOf } from '../time/zone.rules.js';
import { type Classification, type ClassPolicy, classify, needsOccurrence } from './classification.rules.js';
import { type CountedPlace, OccurrenceRepository } from './occurrence.repository.js';
import { byPlace, occurrencesOf, type Place } from './occurrence.rules.js';
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
   * Gives many entries that are about to be written the class that follows from the log and from each other, and answers
   * the ids of those in the log that have to be classified again once they are written. Their tasks must be claimed.
   */
  async classifyAll(tx: Tx, entries: readonly WorkEntry[]): Promise<string[]> {
    if (entries.length === 0) return [];
    const organization = await this.organizations.current(tx);
    const { reportingZone: zone } = organization;
    const policy = settingsOf(organization).classes;
    const followers: string[] = [];
    for (const id of new Set(entries.map((entry) => entry.taskTypeId ?? ''))) {
      const type = await tx.findOneByOrFail(TaskType, { id });
      const fresh = new Map<CountedPlace, WorkEntry>();
      for (const entry of entries) {
        if (entry.taskTypeId !== id) continue;
        const date = entry.onDate ?? dateOf(entry.startAt!.getTime(), zone);
        fresh.set({ ...entry, date }, entry);
      }
      const before = await this.occurrences.around(tx, id, [...fresh.values()], policy.windowDays, zone);
      const places = [...before, ...fresh.keys()].sort(byPlace);
      const dates = places.map(({ date }) => date);
      for (const [index, count] of occurrencesOf(dates, policy.windowDays, policy.repetitiveFrom).entries()) {
        const place = places[index] as CountedPlace;
        const { workClass } = classify(place.statedClass, type, count, policy);
        const entry = fresh.get(place);
        if (entry) entry.workClass = workClass;
        else if (workClass !== place.workClass) followers.push(place.id);
      }
    }
    return followers;
  }

  /** Classifies those entries again. */
  async reclassifyAll(tx: Tx, ids: readonly string[]): Promise<void> {
    const { reportingZone, ...organization } = await this.organizations.current(tx);
    for (const entry of await this.occurrences.locked(tx, ids)) {
      const type = await tx.findOneByOrFail(TaskType, { id: entry.taskTypeId ?? '' });
      await this.reclassify(tx, type, entry, settingsOf(organization).classes, reportingZone);
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
