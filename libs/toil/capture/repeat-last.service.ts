import { Injectable } from '@nestjs/common';
import { type Caller, Refusal, type Tx } from '#platform';
import { Directory } from '../directory/directory.js';
import { exactDuration } from '../work/duration.rules.js';
import { WorkEntry } from '../work/work-entry.entity.js';
import { WorkLog } from '../work/work-log.js';
import { Keys } from './keys.js';
import { QuickReader } from './quick-reader.js';

/** Logs the same once more. */
@Injectable()
export class RepeatLast {
  constructor(
    private readonly directory: Directory,
    private readonly reader: QuickReader,
    private readonly keys: Keys,
    private readonly log: WorkLog,
  ) {}

  /** Copies service, task type, class, note and length of the person's last entry (of a service) to today. */
  async repeat(
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
      date: await this.reader.today(tx, person.zone),
      duration: exactDuration(last.durationSeconds),
    });
  }
}
