import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Caller, Refusal, refusalsOf, type Tx } from '#platform';
import type { WorkClass } from '../report/interval.js';
import type { WorkEntry } from '../work/work-entry.entity.js';
import { WorkLog } from '../work/work-log.js';
import { WorkDraft } from './draft.entity.js';
import { Keys, type KeysOf } from './keys.js';

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

/** What a person says about drafts: that they are right, or no work of theirs. */
@Injectable()
export class ConfirmDrafts {
  constructor(
    private readonly keys: Keys,
    private readonly log: WorkLog,
  ) {}

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
    const known = new Set((await tx.findBy(WorkDraft, { id: In([...ids]) })).map(({ id }) => id));
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
