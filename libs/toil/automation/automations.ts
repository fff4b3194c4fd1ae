import { Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, decimal, Idempotency, Refusal, refuseIfAny, type Tx } from '#platform';
import { Directory } from '../directory/directory.js';
import { keyFault, rangeFault } from '../organization/input.rules.js';
import { Organizations } from '../organization/organizations.js';
import { Automation } from './automation.entity.js';
import { MOST, wholeFault } from './automation.errors.js';
import { AutomationStamps } from './automation-stamps.js';
import { BaselineSurveyor } from './baseline-surveyor.js';
import { GoLives } from './go-live.repository.js';
import { Rational } from './rational.rules.js';

/** An automation to be; service and taskType are keys. Without baselineMinutes the log is measured. */
export interface NewAutomation {
  key: string;
  service: string;
  taskType: string;
  baselineMinutes?: string | null;
  baselineSamples?: number | null;
  attendedMinutes?: string | null;
  demandPerWeek?: number | null;
  idempotencyKey?: string | null;
}

/** An automation with the date, in the reporting zone, of its first successful run; null while it has none. */
export type ListedAutomation = Automation & { liveSince: string | null };

/** Registers automations. */
@Injectable()
export class Automations {
  private readonly goLives = new GoLives();

  constructor(
    private readonly directory: Directory,
    private readonly surveyor: BaselineSurveyor,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditTrail,
    private readonly stamps: AutomationStamps,
    private readonly organizations: Organizations,
  ) {}

  /** Freezes the baseline: the minutes given, else the median of the log with its n. Without either it is refused. */
  async register(tx: Tx, caller: Caller, input: NewAutomation): Promise<{ duplicate: boolean }> {
    refuseIfAny(faultsOf(input));
    await this.idempotency.once(tx, 'registerAutomation', input.idempotencyKey, input, () =>
      this.insert(tx, caller, input),
    );
    return { duplicate: false };
  }

  /** All of them, by key; minutes as clients see them. */
  async list(tx: Tx): Promise<ListedAutomation[]> {
    const all = await tx.find(Automation, { order: { key: 'ASC' } });
    const { reportingZone } = await this.organizations.current(tx);
    const goLives = await this.goLives.all(tx, reportingZone);
    const liveSince = new Map(goLives.map(({ automation, date }) => [automation, date]));
    return all.map((one) => ({
      ...one,
      liveSince: liveSince.get(one.key) ?? null,
      baselineMinutes: decimal(one.baselineMinutes),
      attendedMinutes: decimal(one.attendedMinutes),
    }));
  }

  private async insert(tx: Tx, caller: Caller, input: NewAutomation): Promise<string> {
    const service = await this.directory.service(tx, input.service, ['input', 'service']);
    const taskType = await this.directory.taskType(tx, input.taskType, ['input', 'taskType']);
    const measured = input.baselineMinutes ? null : await this.surveyor.measure(tx, service.id, taskType.id);
    const baselineMinutes = input.baselineMinutes ?? measured?.medianMinutes.toDecimal(6);
    if (!baselineMinutes) {
      const message = `Nobody logged "${taskType.key}" for "${service.key}" yet: give baselineMinutes, or log some first.`;
      throw new Refusal('INVALID_INPUT', message, ['input', 'baselineMinutes']);
    }
    const automation: Automation = {
      ...this.stamps.stamp(),
      key: input.key,
      serviceId: service.id,
      taskTypeId: taskType.id,
      baselineMinutes,
      baselineSamples: measured?.samples ?? input.baselineSamples ?? null,
      attendedMinutes: input.attendedMinutes ?? '0',
      demandPerWeek: input.demandPerWeek ?? null,
      measuredPerWeek: measured?.perWeek.toDecimal(10) ?? null,
      sizeThen: measured?.size ?? null,
    };
    const inserted = await tx
      .createQueryBuilder()
      .insert()
      .into(Automation)
      .values(automation)
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) throw taken(input.key);
    await this.audit.record(tx, caller, 'automation.register', automation.id, null, automation);
    return automation.id;
  }
}

function faultsOf(input: NewAutomation): Refusal[] {
  const { key, baselineMinutes, baselineSamples, attendedMinutes, demandPerWeek } = input;
  const faults = [
    ...keyFault(key, ['input', 'key']),
    ...rangeFault(attendedMinutes ?? '0', 0, MOST, 'attendedMinutes', ['input', 'attendedMinutes']),
    ...wholeFault(baselineSamples, 0, MOST, 'baselineSamples'),
    ...wholeFault(demandPerWeek, 0, MOST, 'demandPerWeek'),
  ];
  if (baselineMinutes) {
    const path = ['input', 'baselineMinutes'];
    const range = rangeFault(baselineMinutes, 0, MOST, 'baselineMinutes', path);
    faults.push(...range);
    if (range.length === 0 && Rational.parse(baselineMinutes).isZero) {
      faults.push(
        new Refusal(
          'INVALID_INPUT',
          'A task that takes no time needs no automation: baselineMinutes must be above 0.',
          path,
        ),
      );
    }
  }
  return faults;
}

const taken = (key: string): Refusal =>
  new Refusal('KEY_TAKEN', `There is an automation with the key "${key}" already.`, ['input', 'key']);
