import { Injectable } from '@nestjs/common';
import { Clock, Refusal, Refusals, refuseIfAny, type Tx } from '#platform';
import { Directory } from '../directory/directory.js';
import { textFault } from '../organization/input.rules.js';
import { Organizations } from '../organization/organizations.js';
import type { Person } from '../person/person.entity.js';
import type { WorkClass } from '../report/interval.js';
import { hasClock, readTiming, secondsOf, type Timing, type TimingInput } from './timing.rules.js';
import type { WorkEntry } from './work-entry.entity.js';

/** What callers may say of a piece of work; keys name things. */
export interface WorkInput extends TimingInput {
  /** Only of a new entry: work does not change hands. */
  person?: string | null;
  service?: string | null;
  taskType?: string | null;
  workClass?: WorkClass | null;
  note?: string | null;
}

/** The part of an entry that callers decide. */
export type WorkContent = Pick<
  WorkEntry,
  | 'personId'
  | 'serviceId'
  | 'taskTypeId'
  | 'statedClass'
  | 'note'
  | 'startAt'
  | 'endAt'
  | 'onDate'
  | 'durationSeconds'
  | 'occurredAt'
>;

/** Turns what callers say into what an entry holds, or says everything that is wrong with it at once. */
@Injectable()
export class WorkInputReader {
  constructor(
    private readonly directory: Directory,
    private readonly organizations: Organizations,
    private readonly clock: Clock,
  ) {}

  /** The content of a new entry, or of `before` changed. */
  async read(
    tx: Tx,
    input: WorkInput,
    before: WorkEntry | null,
  ): Promise<{ content: WorkContent; timing: Timing }> {
    const { reportingZone } = await this.organizations.current(tx);
    const frame = { nowMs: this.clock.now().getTime(), zone: reportingZone };
    const timing = readTiming(input, frame, before && timingOf(before));
    const faults = [...(Array.isArray(timing) ? timing : []), ...textFault(input.note, ['input', 'note'])];
    const person = await collect(faults, input.person, (key) =>
      this.directory.person(tx, key, ['input', 'person']),
    );
    const service = await collect(faults, input.service, (key) =>
      this.directory.service(tx, key, ['input', 'service']),
    );
    const type = await collect(faults, input.taskType, (key) =>
      this.directory.taskType(tx, key, ['input', 'taskType']),
    );
    refuseIfAny(faults);
    const content: WorkContent = {
      personId: before?.personId ?? (person as Person).id,
      serviceId: service?.id ?? before?.serviceId ?? null,
      taskTypeId: type?.id ?? before?.taskTypeId ?? null,
      statedClass: input.workClass ?? before?.statedClass ?? null,
      note: input.note ?? before?.note ?? null,
      ...columnsOf(timing as Timing),
    };
    return { content, timing: timing as Timing };
  }
}

// Every fault is told at once: an unknown service must not hide an end before its start.
async function collect<T>(
  faults: Refusal[],
  key: string | null | undefined,
  find: (key: string) => Promise<T>,
): Promise<T | null> {
  if (key === null || key === undefined) return null;
  try {
    return await find(key);
  } catch (error) {
    if (error instanceof Refusal) faults.push(error);
    else if (error instanceof Refusals) faults.push(...error.list);
    else throw error;
    return null;
  }
}

/** When an entry happened. */
export const timingOf = (
  entry: Pick<WorkEntry, 'startAt' | 'endAt' | 'onDate' | 'durationSeconds'>,
): Timing =>
  entry.startAt && entry.endAt
    ? { startMs: entry.startAt.getTime(), endMs: entry.endAt.getTime() }
    : { date: entry.onDate as string, seconds: entry.durationSeconds };

const columnsOf = (timing: Timing) => ({
  startAt: hasClock(timing) ? new Date(timing.startMs) : null,
  endAt: hasClock(timing) ? new Date(timing.endMs) : null,
  onDate: hasClock(timing) ? null : timing.date,
  durationSeconds: secondsOf(timing),
  occurredAt: hasClock(timing) ? new Date(timing.startMs) : new Date(`${timing.date}T00:00:00Z`),
});
