import { Injectable } from '@nestjs/common';
import type { Caller, Tx } from '#platform';
import { touches } from '../lock/locks.js';
import type { WeekLock } from '../lock/week-lock.entity.js';
import { Organizations } from '../organization/organizations.js';
import { settingsOf } from '../organization/settings.rules.js';
import { WORK_CLASSES, type WorkClass } from '../report/interval.js';
import { dateOf } from '../time/zone.rules.js';
import { classify, needsOccurrence } from './classification.rules.js';
import { OccurrenceRepository } from './occurrence.repository.js';
import { occurrencesOf } from './occurrence.rules.js';
import { TaskType } from './task-type.entity.js';
import type { WorkEntry } from './work-entry.entity.js';
import { timingOf } from './work-input.js';
import { WorkRewriter } from './work-rewriter.js';

/** How many entries have another class now, and how many would but lie in a locked week. */
export interface Reclassified {
  changed: number;
  locked: number;
}

/** Seconds of a class before and after; what keeps its class counts on both sides. */
export interface ClassShift {
  workClass: WorkClass;
  beforeSeconds: number;
  afterSeconds: number;
}

/** What giving classes anew came to. */
export interface Reclassification extends Reclassified {
  shifts: ClassShift[];
}

/** Gives every entry of a task type its class anew: its rules changed, or entries came to it all at once. */
@Injectable()
export class Reclassifier {
  private readonly occurrences = new OccurrenceRepository();

  constructor(
    private readonly organizations: Organizations,
    private readonly rewriter: WorkRewriter,
  ) {}

  /** Answers how many entries changed their class, and how many would have but lie in one of the locked weeks. */
  async reclassify(
    tx: Tx,
    caller: Caller,
    taskTypeId: string,
    locks: readonly WeekLock[] = [],
  ): Promise<Reclassification> {
    await this.occurrences.claim(tx, taskTypeId);
    const organization = await this.organizations.current(tx);
    const policy = settingsOf(organization).classes;
    const type = await tx.findOneByOrFail(TaskType, { id: taskTypeId });
    const entries = await this.occurrences.all(tx, taskTypeId);
    const counts = needsOccurrence(null, type, policy)
      ? occurrencesOf(
          entries.map(
            (entry) => entry.onDate ?? dateOf(entry.startAt?.getTime() ?? 0, organization.reportingZone),
          ),
          policy.windowDays,
          policy.repetitiveFrom,
        )
      : entries.map(() => 1);
    const classes = new Map<string, WorkClass>();
    let locked = 0;
    for (const [index, entry] of entries.entries()) {
      const { workClass } = classify(entry.statedClass, type, counts[index] ?? 1, policy);
      if (workClass === entry.workClass) continue;
      if (locks.some((lock) => touches(lock, timingOf(entry)))) locked++;
      else classes.set(entry.id, workClass);
    }
    const changed = await this.rewriter.rewrite(tx, caller, 'work.reclassify', entries, (entry) => ({
      ...entry,
      workClass: classes.get(entry.id) ?? entry.workClass,
    }));
    return { changed, locked, shifts: shiftsOf(entries, classes) };
  }
}

function shiftsOf(entries: readonly WorkEntry[], classes: ReadonlyMap<string, WorkClass>): ClassShift[] {
  const secondsOf = (workClass: WorkClass, classOf: (entry: WorkEntry) => WorkClass): number =>
    entries.reduce((sum, entry) => (classOf(entry) === workClass ? sum + entry.durationSeconds : sum), 0);
  return WORK_CLASSES.map((workClass) => ({
    workClass,
    beforeSeconds: secondsOf(workClass, (entry) => entry.workClass),
    afterSeconds: secondsOf(workClass, (entry) => classes.get(entry.id) ?? entry.workClass),
  }));
}
