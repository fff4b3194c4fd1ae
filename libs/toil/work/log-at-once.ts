import { Injectable } from '@nestjs/common';
import { type Caller, Clock, Idempotency, Ids, Refusal, Refusals, type Tx } from '#platform';
import { uncountedClass } from './classification.rules.js';
import type { WorkEntry } from './work-entry.entity.js';
import { newEntry, type ReadWork, WorkInputReader } from './work-input.js';
import { WorkKeeper } from './work-keeper.js';
import type { NewWork } from './work-log.js';
import { WorkNames } from './work-names.js';

// So many different ways to name person, service and task type are remembered.
const REMEMBERED = 2_000;

/**
 * Logs what needs no more than one statement that writes all of it. What the input names is remembered from before; that
 * cannot be out of date, because the statement looks whether the rows are still the ones that were seen.
 */
@Injectable()
export class LogAtOnce {
  private readonly remembered = new Map<string, WorkNames>();

  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly idempotency: Idempotency,
    private readonly reader: WorkInputReader,
    private readonly keeper: WorkKeeper,
  ) {}

  /**
   * The entry; null, and nothing written, where there is more to it: an outside origin, a task whose occurrences count, a
   * key that was used before, something named that has changed, or a refusal, which may come too late for a used key.
   */
  async log(tx: Tx, caller: Caller, input: NewWork): Promise<WorkEntry | null> {
    if (input.externalId !== null && input.externalId !== undefined) return null;
    const read = await this.read(tx, input);
    const workClass = read && uncountedClass(read.content.statedClass, read.type, read.policy);
    if (!workClass) return null;
    const claim = this.idempotency.claimOf(input.idempotencyKey, input);
    const draft = newEntry(this.ids.next('wrk'), read.content, input, this.clock.now());
    const entry = { ...draft, workClass };
    const outcome = await this.keeper.write(tx, caller, entry, { claim, seen: read.seen });
    if (outcome.kind === 'KEPT') return entry;
    this.remembered.delete(nameOf(input));
    return null;
  }

  private async namesOf(tx: Tx, input: NewWork): Promise<WorkNames> {
    const name = nameOf(input);
    const before = this.remembered.get(name);
    if (before) return before;
    const names = await WorkNames.of(tx, [input]);
    if (this.remembered.size >= REMEMBERED) this.remembered.clear();
    this.remembered.set(name, names);
    return names;
  }

  private async read(tx: Tx, input: NewWork): Promise<ReadWork | null> {
    const names = await this.namesOf(tx, input);
    try {
      return this.reader.readNamed(names, input, null);
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof Refusals)) throw error;
      this.remembered.delete(nameOf(input));
      return null;
    }
  }
}

// Keys hold no blanks; whatever does is refused and forgotten.
const nameOf = ({ person, service, taskType }: NewWork): string =>
  `${person} ${service ?? ''} ${taskType ?? ''}`;
