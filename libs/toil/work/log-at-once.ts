import { Injectable } from '@nestjs/common';
import { type Caller, Clock, Idempotency, Ids, Refusal, Refusals, type Tx } from '#platform';
import { uncountedClass } from './classification.rules.js';
import type { WorkEntry } from './work-entry.entity.js';
import { newEntry, type ReadWork, WorkInputReader } from './work-input.js';
import { WorkKeeper } from './work-keeper.js';
import type { NewWork } from './work-log.js';

/** Logs what needs no more than one look-up and one statement that writes all of it. */
@Injectable()
export class LogAtOnce {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly idempotency: Idempotency,
    private readonly reader: WorkInputReader,
    private readonly keeper: WorkKeeper,
  ) {}

  /**
   * The entry; null, and nothing written, where there is more to it: an outside origin, a task whose occurrences count, a
   * key that was used before, or a refusal, which may come too late for a key that was.
   */
  async log(tx: Tx, caller: Caller, input: NewWork): Promise<WorkEntry | null> {
    if (input.externalId !== null && input.externalId !== undefined) return null;
    const read = await this.read(tx, input);
    const workClass = read && uncountedClass(read.content.statedClass, read.type, read.policy);
    if (!workClass) return null;
    const claim = this.idempotency.claimOf(input.idempotencyKey, input);
    const draft = newEntry(this.ids.next('wrk'), read.content, input, this.clock.now());
    const entry = { ...draft, workClass };
    const outcome = await this.keeper.write(tx, caller, entry, claim);
    return outcome.kind === 'KEPT' ? entry : null;
  }

  private async read(tx: Tx, input: NewWork): Promise<ReadWork | null> {
    try {
      return await this.reader.read(tx, input, null);
    } catch (error) {
      if (error instanceof Refusal || error instanceof Refusals) return null;
      throw error;
    }
  }
}
