import { Injectable } from '@nestjs/common';
import { type Caller, Clock, Refusal, refuseIfAny, type Tx } from '#platform';
import { Directory } from '../directory/directory.js';
import { Organizations } from '../organization/organizations.js';
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
    private readonly organizations: Organizations,
  ) {}

  /** How the line would be understood; the date words count in the person's zone. */
  async preview(tx: Tx, person: string, line: string, path = ['person']): Promise<QuickEntry> {
    const { zone } = await this.directory.person(tx, person, path);
    const services = named(await tx.find(Service, { select: { key: true, name: true, archivedAt: true } }));
    const types = named(await tx.find(TaskType, { select: { key: true, name: true, archivedAt: true } }));
    const [today, latest] = await this.todays(tx, zone);
    const entry = parseQuickEntry(line, {
      today,
      isService: services.is,
      serviceNamed: services.of,
      isTaskType: types.is,
      taskTypeNamed: types.of,
    });
    if (entry.date === today) entry.date = earlier(today, latest);
    else if (entry.date > latest)
      entry.faults.push({ word: `@${entry.date}`, message: 'Work in the future cannot be logged yet.' });
    return entry;
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

  // Today where the person is, and where dates are meant: in the morning of the East the latter is still yesterday.
  private async todays(tx: Tx, zone: string): Promise<[here: string, latest: string]> {
    const now = this.clock.now().getTime();
    return [dateOf(now, zone), dateOf(now, (await this.organizations.current(tx)).reportingZone)];
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
      date: earlier(...(await this.todays(tx, person.zone))),
      duration: durationText(last.durationSeconds),
    });
  }
}

const earlier = (a: string, b: string): string => (a < b ? a : b);

// Finds by key, or by a name that only one of those in use has.
function named(rows: { key: string; name: string; archivedAt: Date | null }[]) {
  const keys = new Set(rows.map(({ key }) => key));
  const byName = new Map<string, string | null>();
  for (const { key, name, archivedAt } of rows) {
    const plain = name.trim().toLowerCase();
    if (archivedAt === null) byName.set(plain, byName.has(plain) ? null : key);
  }
  return {
    is: (key: string): boolean => keys.has(key),
    of: (name: string): string | null => byName.get(name) ?? null,
  };
}

// Decimal hours are the one form that can hold odd seconds.
const durationText = (seconds: number): string =>
  seconds % 60 === 0
    ? `${Math.floor(seconds / 3600)}:${String((seconds / 60) % 60).padStart(2, '0')}`
    : (seconds / 3600).toFixed(9);
