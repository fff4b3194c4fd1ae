import { Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, Clock, Refusal, refuseIfAny, type Tx } from '#platform';
import { rangeFault } from '../organization/input.rules.js';
import { Automation } from './automation.entity.js';
import { blankFault, MOST, noSuchAutomation } from './automation.errors.js';
import { LedgerRow } from './ledger-row.entity.js';

/** One run of an automation; automation is a key. attendedMinutes left out = the automation's. */
export interface AutomationRun {
  automation: string;
  runId: string;
  succeeded: boolean;
  at: Date;
  attendedMinutes?: string | null;
}

/** Writes the savings books. */
@Injectable()
export class SavingsLedger {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Adds the run's row; the same runId again changes nothing, reversed or not. */
  async record(tx: Tx, caller: Caller, run: AutomationRun): Promise<{ duplicate: boolean }> {
    refuseIfAny([
      ...blankFault(run.runId, 'runId', ['input', 'runId']),
      ...rangeFault(run.attendedMinutes ?? '0', 0, MOST, 'attendedMinutes', ['input', 'attendedMinutes']),
    ]);
    const automation = await automationOf(tx, run.automation, ['input', 'automation']);
    return this.add(tx, caller, {
      automationId: automation.id,
      runId: run.runId,
      kind: 'RUN',
      at: run.at,
      succeeded: run.succeeded,
      attendedMinutes: run.attendedMinutes ?? automation.attendedMinutes,
      reason: null,
      recordedAt: this.clock.now(),
    });
  }

  /** Takes a run back by one more row; doing so twice changes nothing. */
  async reverse(
    tx: Tx,
    caller: Caller,
    key: string,
    runId: string,
    reason: string,
  ): Promise<{ duplicate: boolean }> {
    refuseIfAny(blankFault(reason, 'reason', ['reason'], 1000));
    const automation = await automationOf(tx, key, ['automation']);
    const run = await tx.findOneBy(LedgerRow, {
      automationId: automation.id,
      runId,
      kind: 'RUN',
    });
    if (!run) throw new Refusal('NOT_FOUND', `"${key}" has no run "${runId.slice(0, 255)}".`, ['runId']);
    return this.add(tx, caller, { ...run, kind: 'REVERSAL', reason, recordedAt: this.clock.now() });
  }

  private async add(tx: Tx, caller: Caller, row: LedgerRow): Promise<{ duplicate: boolean }> {
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(LedgerRow)
      .values(row)
      .orIgnore()
      .returning('run_id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) return { duplicate: true };
    await this.audit.record(tx, caller, `automation.${row.kind.toLowerCase()}`, row.automationId, null, row);
    return { duplicate: false };
  }
}

/** The automation with the key, or the refusal. */
export async function automationOf(tx: Tx, key: string, path: string[]): Promise<Automation> {
  const automation = await tx.findOneBy(Automation, { key });
  if (!automation) throw noSuchAutomation(key, path);
  return automation;
}
