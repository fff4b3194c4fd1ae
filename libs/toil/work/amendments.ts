import { Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, Clock, Idempotency, Ids, Refusal, refuseIfAny, type Tx } from '#platform';
import { textFault } from '../organization/input.rules.js';
import { WorkMarks } from '../rollup/work-marks.js';
import { amendedSeconds } from './amended.repository.js';
import { WorkAmendment } from './work-amendment.entity.js';
import { WorkEntry } from './work-entry.entity.js';
import { unknownEntry } from './work-log.js';

/** A correction of an entry's time, with its reason. */
export interface Amendment {
  id: string;
  deltaSeconds: number;
  reason: string;
  idempotencyKey?: string | null;
}

const MOST_SECONDS = 7 * 86_400;

/** Corrects the live numbers of entries that must stay as they are, in locked weeks above all. */
@Injectable()
export class Amendments {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditTrail,
    private readonly marks: WorkMarks,
  ) {}

  /** Adds (or takes) seconds to the entry's own week, service and class; never below nothing. */
  async amend(tx: Tx, caller: Caller, input: Amendment): Promise<WorkEntry> {
    const id = await this.idempotency.once(tx, 'amendWork', input.idempotencyKey, input, () =>
      this.add(tx, caller, input),
    );
    return tx.findOneByOrFail(WorkEntry, { id });
  }

  private async add(tx: Tx, caller: Caller, input: Amendment): Promise<string> {
    refuseIfAny(amendmentFaults(input));
    const entry = await tx.findOne(WorkEntry, {
      where: { id: input.id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!entry) throw unknownEntry();
    if (entry.deleted) throw new Refusal('INVALID_TRANSITION', 'The entry was deleted.', ['input', 'id']);
    const before = entry.durationSeconds + (await amendedSeconds(tx, entry.id));
    const after = before + input.deltaSeconds;
    if (after < 0) {
      const message = `The entry stands at ${before} s; it cannot be amended below nothing.`;
      throw new Refusal('INVALID_INPUT', message, ['input', 'deltaSeconds'], { currentSeconds: before });
    }
    const row = {
      id: this.ids.next('amd'),
      entryId: entry.id,
      deltaSeconds: input.deltaSeconds,
      reason: input.reason.trim(),
      recordedAt: this.clock.now(),
    };
    await tx.insert(WorkAmendment, row);
    await this.marks.touchEntry(tx, entry);
    await this.audit.record(
      tx,
      caller,
      'work.amend',
      entry.id,
      { seconds: before },
      { seconds: after, deltaSeconds: row.deltaSeconds, reason: row.reason },
    );
    return entry.id;
  }
}

function amendmentFaults({ deltaSeconds, reason }: Amendment): Refusal[] {
  const faults: Refusal[] = [];
  if (deltaSeconds === 0 || Math.abs(deltaSeconds) > MOST_SECONDS) {
    faults.push(
      new Refusal('INVALID_INPUT', 'deltaSeconds is not 0 and at most 7 days.', ['input', 'deltaSeconds']),
    );
  }
  if (reason.trim().length === 0)
    faults.push(new Refusal('INVALID_INPUT', 'An amendment needs a reason.', ['input', 'reason']));
  return [...faults, ...textFault(reason, ['input', 'reason'])];
}
