import { Injectable } from '@nestjs/common';
import { type Caller, Clock, Refusal, refuseIfAny, type Tx } from '#platform';
import { Directory } from '../directory/directory.js';
import { Service } from '../service/service.entity.js';
import { dateOf } from '../time/zone.rules.js';
import { TaskType } from '../work/task-type.entity.js';
import { WorkEntry } from '../work/work-entry.entity.js';
import { WorkLog } from '../work/work-log.js';
import { Keys } from './keys.js';
import { parseQuickEntry, type QuickEntry } from './quick-entry.rules.js';

/** Logs work from one line, or once more like the last time. */
@Injectable()
export class QuickLog {
  constructor(
    private readonly directory: Directory,
    private readonly keys: Keys,
    private readonly log: WorkLog,
    private readonly clock: Clock,
  ) {}

  /** How the line would be understood; the date words count in the person's zone. */
  async preview(tx: Tx, person: string, line: string, path = ['person']): Promise<QuickEntry> {
    const { zone } = await this.directory.person(tx, person, path);
    const [services, types] = [
      await tx.find(Service, { select: { key: true } }),
      await tx.find(TaskType, { select: { key: true } }),
    ];
    const has = (rows: { key: string }[]) => {
      const keys = new Set(rows.map((row) => row.key));
      return (key: string) => keys.has(key);
    };
    const today = dateOf(this.clock.now().getTime(), zone);
    return parseQuickEntry(line, { today, isService: has(services), isTaskType: has(types) });
  }

  /** Logs it; a line with anything that was not understood is refused, each fault by itself. */
  async write(
    tx: Tx,
    caller: Caller,
    input: { person: string; line: string; idempotencyKey?: string | null },
  ): Promise<WorkEntry> {
    const entry = await this.preview(tx, input.person, input.line, ['input', 'person']);
    refuseIfAny(entry.faults.map(({ message }) => new Refusal('INVALID_INPUT', message, ['input', 'line'])));
    return this.log.log(tx, caller, {
      person: input.person,
      service: entry.service,
      taskType: entry.taskType,
      note: entry.note,
      date: entry.date,
      duration: durationText(entry.durationSeconds ?? 0),
      idempotencyKey: input.idempotencyKey,
    });
  }

  /** Copies service, task type, class, note and length of the person's last entry (of a service) to today. */
  async repeatLast(
    tx: Tx,
    caller: Caller,
    input: { person: string; service?: string | null },
  ): Promise<WorkEntry> {
    const person = await this.directory.person(tx, input.person, ['input', 'person']);
    const service = input.service
      ? await this.directory.service(tx, input.service, ['input', 'service'])
      : null;
    const last = await tx.findOne(WorkEntry, {
      where: { personId: person.id, deleted: false, ...(service ? { serviceId: service.id } : {}) },
      order: { occurredAt: 'DESC', id: 'DESC' },
    });
    if (!last) throw new Refusal('NOT_FOUND', 'There is nothing to repeat yet.', ['input', 'person']);
    return this.log.log(tx, caller, {
      ...(await this.keys.of(tx, last)),
      workClass: last.statedClass,
      note: last.note,
      date: dateOf(this.clock.now().getTime(), person.zone),
      duration: durationText(last.durationSeconds),
    });
  }
}

// Decimal hours are the one form that can hold odd seconds.
const durationText = (seconds: number): string =>
  seconds % 60 === 0
    ? `${Math.floor(seconds / 3600)}:${String((seconds / 60) % 60).padStart(2, '0')}`
    : (seconds / 3600).toFixed(9);
