import { Injectable } from '@nestjs/common';
import { type Caller, Idempotency, Refusal, refuseIfAny, type Tx } from '#platform';
import { exactDuration } from '../work/duration.rules.js';
import { WorkRepository } from '../work/work.repository.js';
import type { WorkEntry } from '../work/work-entry.entity.js';
import { WorkLog } from '../work/work-log.js';
import { QuickReader, type TypedLine } from './quick-reader.js';

/** A line to be logged. */
export interface NewLine extends TypedLine {
  person: string;
  idempotencyKey?: string | null;
}

/** Logs work from one line. */
@Injectable()
export class QuickLog {
  private readonly entries = new WorkRepository();

  constructor(
    private readonly reader: QuickReader,
    private readonly log: WorkLog,
    private readonly idempotency: Idempotency,
  ) {}

  /** Logs it; a line with anything that was not understood is refused, each fault by itself. */
  async write(tx: Tx, caller: Caller, input: NewLine): Promise<WorkEntry> {
    // Of the line and not of what it means: "yesterday" is another day when the retry comes after midnight.
    const id = await this.idempotency.once(tx, 'logQuickEntry', input.idempotencyKey, input, async () => {
      const { faults, ...entry } = await this.reader.read(tx, input, ['input', 'person']);
      refuseIfAny(
        faults.map(({ code, message, details }) => new Refusal(code, message, ['input', 'line'], details)),
      );
      const { service, taskType, note, date, durationSeconds, clock } = entry;
      const timing = clock ?? { date, duration: exactDuration(durationSeconds ?? 0) };
      return (await this.log.log(tx, caller, { person: input.person, service, taskType, note, ...timing }))
        .id;
    });
    return (await this.entries.byId(tx, id)) as WorkEntry;
  }
}
