import { Injectable } from '@nestjs/common';
import { Clock, Refusal, refuseIfAny, type Tx } from '#platform';
import { textFault } from '../organization/input.rules.js';
import { settingsOf } from '../organization/settings.rules.js';
import type { WorkClass } from '../report/interval.js';
import type { ClassPolicy } from './classification.rules.js';
import { hasClock, readTiming, secondsOf, type Timing, type TimingInput } from './timing.rules.js';
import type { WorkSource } from './work-entry.columns.js';
import type { WorkEntry } from './work-entry.entity.js';
import { type NamedKeys, type NamedThing, type NamedType, WorkNames } from './work-names.js';

/** What callers may say of a piece of work; keys name things. */
export interface WorkInput extends TimingInput, NamedKeys {
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

/** What an input says, and what its class depends on beside the log. */
export interface ReadWork {
  content: WorkContent;
  type: NamedType | null;
  policy: ClassPolicy;
  seen: SeenRows;
}

/** The tags of the rows that an input was read by; null where it names none. */
export interface SeenRows {
  organization: string;
  person: string | null;
  service: string | null;
  taskType: string | null;
}

/** A new entry to which only its class is missing. */
export type NewWorkEntry = Omit<WorkEntry, 'workClass'>;

/** The first version of an entry. */
export const newEntry = (
  id: string,
  content: WorkContent,
  { source, externalId }: { source?: WorkSource | null; externalId?: string | null },
  recordedAt: Date,
): NewWorkEntry => ({
  ...content,
  id,
  source: source ?? 'MANUAL',
  externalId: externalId ?? null,
  version: 1,
  deleted: false,
  recordedAt,
});

/** Turns what callers say into what an entry holds, or says everything that is wrong with it at once. */
@Injectable()
export class WorkInputReader {
  constructor(private readonly clock: Clock) {}

  /** The content of a new entry, or of `before` changed. */
  async read(tx: Tx, input: WorkInput, before: WorkEntry | null): Promise<ReadWork> {
    return this.readNamed(await WorkNames.of(tx, [input]), input, before);
  }

  /** The same where what the input names was looked up already. */
  readNamed(names: WorkNames, input: WorkInput, before: WorkEntry | null): ReadWork {
    const { organization } = names;
    const frame = { nowMs: this.clock.now().getTime(), zone: organization.reportingZone };
    const timing = readTiming(input, frame, before && timingOf(before));
    const faults = [...(Array.isArray(timing) ? timing : []), ...textFault(input.note, ['input', 'note'])];
    const person = collect(faults, input.person, (key) => names.person(key, ['input', 'person']));
    const service = collect(faults, input.service, (key) =>
      names.service(key, ['input', 'service'], before?.serviceId),
    );
    const type = collect(faults, input.taskType, (key) =>
      names.taskType(key, ['input', 'taskType'], before?.taskTypeId),
    );
    refuseIfAny(faults);
    const content: WorkContent = {
      personId: before?.personId ?? (person as NamedThing).id,
      serviceId: service?.id ?? before?.serviceId ?? null,
      taskTypeId: type?.id ?? before?.taskTypeId ?? null,
      statedClass: input.workClass ?? before?.statedClass ?? null,
      note: input.note ?? before?.note ?? null,
      ...columnsOf(timing as Timing),
    };
    const seen = {
      organization: organization.tag,
      person: person?.tag ?? null,
      service: service?.tag ?? null,
      taskType: type?.tag ?? null,
    };
    return { content, type, policy: settingsOf(organization).classes, seen };
  }
}

// Every fault is told at once: an unknown service must not hide an end before its start.
function collect<T>(faults: Refusal[], key: string | null | undefined, find: (key: string) => T): T | null {
  if (key === null || key === undefined) return null;
  try {
    return find(key);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    faults.push(error);
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
