import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Caller, Clock, Ids, Refusal, Refusals, type Tx } from '#platform';
import { Directory } from '../directory/directory.js';
import type { WorkClass } from '../report/interval.js';
import type { WorkSource } from '../work/work-entry.columns.js';
import type { WorkEntry } from '../work/work-entry.entity.js';
import { WorkLog } from '../work/work-log.js';
import { WorkDraft } from './draft.entity.js';
import { Keys, type KeysOf } from './keys.js';

/** Work that some system saw: it ended at `at` and took so many seconds. Keys name person, service and task type. */
export interface Proposal {
  person: string;
  service?: string | null;
  taskType?: string | null;
  workClass?: WorkClass | null;
  seconds: number;
  at: Date;
  note?: string | null;
  source: WorkSource;
  externalId?: string | null;
}

/** What applies to all drafts that are confirmed together; what is left out stays as the draft has it. */
export interface BulkClass {
  service?: string | null;
  taskType?: string | null;
  workClass?: WorkClass | null;
}

/** Drafts that became entries, and why others did not. */
export interface Confirmed {
  entries: WorkEntry[];
  refusals: Refusal[];
}

/** Keeps work that nobody had to type, until the person says that it is right. */
@Injectable()
export class Drafts {
  constructor(
    private readonly directory: Directory,
    private readonly keys: Keys,
    private readonly log: WorkLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Adds a draft; the same (source, externalId) again changes nothing. */
  async propose(tx: Tx, proposal: Proposal): Promise<{ duplicate: boolean; id: string }> {
    const { service, taskType, seconds, at, note, source } = proposal;
    const draft: WorkDraft = {
      id: this.ids.next('drf'),
      personId: (await this.directory.openPerson(tx, proposal.person, ['input', 'person'])).id,
      serviceId: service ? (await this.directory.openService(tx, service, ['input', 'service'])).id : null,
      taskTypeId: taskType
        ? (await this.directory.openTaskType(tx, taskType, ['input', 'taskType'])).id
        : null,
      workClass: proposal.workClass ?? null,
      startAt: new Date(at.getTime() - seconds * 1000),
      endAt: at,
      note: note ?? null,
      source,
      externalId: proposal.externalId ?? null,
      status: 'OPEN',
      entryId: null,
      createdAt: this.clock.now(),
    };
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(WorkDraft)
      .values(draft)
      .orIgnore()
      .returning('id')
      .execute();
    return { duplicate: (inserted.raw as unknown[]).length === 0, id: draft.id };
  }

  /** A person's open drafts, oldest first. */
  open(tx: Tx, personId: string): Promise<WorkDraft[]> {
    return tx.find(WorkDraft, { where: { personId, status: 'OPEN' }, order: { endAt: 'ASC', id: 'ASC' } });
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<WorkDraft[]> {
    return tx.findBy(WorkDraft, { id: In([...ids]) });
  }

  /** Logs the drafts; those that cannot be logged stay open and are named with the reason. Confirming twice changes nothing. */
  async confirm(tx: Tx, caller: Caller, ids: readonly string[], bulk: BulkClass): Promise<Confirmed> {
    const result: Confirmed = { entries: [], refusals: [] };
    for (const [index, id] of ids.entries()) {
      try {
        const entry = await tx.transaction((inner) => this.confirmOne(inner, caller, id, bulk));
        if (entry) result.entries.push(entry);
      } catch (error) {
        for (const refusal of refusalsOf(error)) {
          const path = ['input', 'ids', String(index), ...refusal.path.slice(1)];
          result.refusals.push(new Refusal(refusal.code, refusal.message, path, refusal.details));
        }
      }
    }
    return result;
  }

  /** Says that the drafts are no work of the person. */
  async dismiss(tx: Tx, ids: readonly string[]): Promise<void> {
    const known = new Set((await this.byIds(tx, ids)).map(({ id }) => id));
    const missing = ids.findIndex((id) => !known.has(id));
    if (missing >= 0) throw noSuchDraft(ids[missing] ?? '', ['input', 'ids', String(missing)]);
    await tx.update(WorkDraft, { id: In([...ids]), status: 'OPEN' }, { status: 'DISMISSED' });
  }

  private async confirmOne(tx: Tx, caller: Caller, id: string, bulk: BulkClass): Promise<WorkEntry | null> {
    const draft = await tx.findOne(WorkDraft, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!draft) throw noSuchDraft(id, ['input']);
    if (draft.status !== 'OPEN') return null;
    const keys: KeysOf = await this.keys.of(tx, draft);
    const entry = await this.log.log(tx, caller, {
      person: keys.person,
      service: bulk.service ?? keys.service,
      taskType: bulk.taskType ?? keys.taskType,
      workClass: bulk.workClass ?? draft.workClass,
      start: draft.startAt,
      end: draft.endAt,
      note: draft.note,
      source: draft.source,
      externalId: draft.externalId ?? draft.id,
    });
    await tx.update(WorkDraft, { id }, { status: 'CONFIRMED', entryId: entry.id });
    return entry;
  }
}

const noSuchDraft = (id: string, path: string[]): Refusal =>
  new Refusal('NOT_FOUND', `There is no draft ${id.slice(0, 99)}.`, path);

/** The refusals that an error carries; throws it on when it is none. */
export function refusalsOf(error: unknown): Refusal[] {
  if (error instanceof Refusals) return error.list;
  if (error instanceof Refusal) return [error];
  throw error;
}
