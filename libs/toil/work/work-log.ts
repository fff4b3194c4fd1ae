import { Injectable } from '@nestjs/common';
import { type Caller, Clock, Idempotency, Ids, Refusal, type Tx } from '#platform';
import { amendedSeconds } from './amended.repository.js';
import { OriginRepository } from './origin.repository.js';
import { WorkRepository } from './work.repository.js';
import type { WorkSource } from './work-entry.columns.js';
import type { WorkEntry } from './work-entry.entity.js';
import { newEntry, type WorkInput, WorkInputReader } from './work-input.js';
import { WorkKeeper } from './work-keeper.js';

/** A piece of work to be logged. (source, externalId) is taken in once; the first telling wins. */
export interface NewWork extends WorkInput {
  person: string;
  source?: WorkSource | null;
  externalId?: string | null;
  idempotencyKey?: string | null;
}

/** A change of an entry; what is left out stays. */
export interface WorkChange extends Omit<WorkInput, 'person'> {
  id: string;
  version: number;
}

const EXTERNAL_ID_LENGTH = 255;

/** The log of work: entries are added, changed and deleted here, each with its history. */
@Injectable()
export class WorkLog {
  private readonly entries = new WorkRepository();
  private readonly origins = new OriginRepository();

  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly idempotency: Idempotency,
    private readonly reader: WorkInputReader,
    private readonly keeper: WorkKeeper,
  ) {}

  /** Logs one piece of work; the same (source, externalId) again answers with the entry that it became. */
  async log(tx: Tx, caller: Caller, input: NewWork): Promise<WorkEntry> {
    let fresh: WorkEntry | null = null;
    const id = await this.idempotency.once(tx, 'logWork', input.idempotencyKey, input, async () => {
      const added = await this.add(tx, caller, input);
      if (typeof added === 'string') return added;
      fresh = added;
      return added.id;
    });
    return fresh ?? ((await this.entries.byId(tx, id)) as WorkEntry);
  }

  // The new entry, or the id of the one that the outside thing became before.
  private async add(tx: Tx, caller: Caller, input: NewWork): Promise<WorkEntry | string> {
    const read = await this.reader.read(tx, input, null);
    const entry = newEntry(this.ids.next('wrk'), read.content, input, this.clock.now());
    const known = await this.claim(tx, entry.source, input.externalId, entry.id);
    return known ?? this.keeper.add(tx, caller, entry, read);
  }

  private async claim(
    tx: Tx,
    source: WorkSource,
    externalId: string | null | undefined,
    entryId: string,
  ): Promise<string | null> {
    const fault = originFault(externalId);
    if (fault) throw fault;
    if (externalId === null || externalId === undefined) return null;
    const origin = { source, externalId, entryId };
    return (await this.origins.claim(tx, [origin])).get(origin) ?? null;
  }

  /** Changes an entry; `version` must be its current one. */
  async update(tx: Tx, caller: Caller, input: WorkChange): Promise<WorkEntry> {
    const before = await this.current(tx, input);
    const { content } = await this.reader.read(tx, input, before);
    const after = { ...before, ...content, version: before.version + 1, recordedAt: this.clock.now() };
    if (after.durationSeconds < before.durationSeconds) await this.refuseBelowNothing(tx, after, input);
    return this.keeper.replace(tx, caller, 'work.update', before, after);
  }

  // What was amended away is told beside the entry, and stays: a shorter one may not hold that much.
  private async refuseBelowNothing(
    tx: Tx,
    { id, durationSeconds }: WorkEntry,
    { duration }: WorkChange,
  ): Promise<void> {
    const amended = await amendedSeconds(tx, id);
    if (durationSeconds + amended >= 0) return;
    const message = `The entry was amended by ${amended} s; it cannot be shorter than that.`;
    const path = ['input', typeof duration === 'string' ? 'duration' : 'end'];
    throw new Refusal('INVALID_INPUT', message, path, { amendedSeconds: amended });
  }

  /** Deletes an entry: it stays as a tombstone and counts for nothing. */
  async delete(tx: Tx, caller: Caller, input: { id: string; version: number }): Promise<WorkEntry> {
    const before = await this.current(tx, input);
    const after = { ...before, deleted: true, version: before.version + 1, recordedAt: this.clock.now() };
    return this.keeper.replace(tx, caller, 'work.delete', before, after);
  }

  private async current(tx: Tx, { id, version }: { id: string; version: number }): Promise<WorkEntry> {
    const entry = await this.entries.locked(tx, id);
    if (!entry) throw unknownEntry();
    if (entry.version !== version) {
      const message = `The entry has changed since: version ${entry.version} is current. Read it again, then decide.`;
      throw new Refusal('CONFLICT', message, ['input', 'version'], { currentVersion: entry.version });
    }
    if (entry.deleted) throw new Refusal('INVALID_TRANSITION', 'The entry was deleted.', ['input', 'id']);
    return entry;
  }
}

/** What speaks against the id of an outside thing. */
export const originFault = (externalId: string | null | undefined): Refusal | null =>
  externalId === null ||
  externalId === undefined ||
  (externalId.length > 0 && externalId.length <= EXTERNAL_ID_LENGTH && !externalId.includes('\0'))
    ? null
    : new Refusal(
        'INVALID_INPUT',
        `externalId holds 1 to ${EXTERNAL_ID_LENGTH} characters, none of them the zero character.`,
        ['input', 'externalId'],
      );

/** The refusal of an id that belongs to no entry. */
export const unknownEntry = (): Refusal =>
  new Refusal('NOT_FOUND', 'There is no work entry with this id.', ['input', 'id']);
