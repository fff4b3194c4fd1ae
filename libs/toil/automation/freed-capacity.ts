import { Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, Clock, Refusal, type Tx } from '#platform';
import { DailyToil } from '../budget/daily-toil.js';
import { Directory } from '../directory/directory.js';
import { addDays, daysBetween } from '../time/zone.rules.js';
import { BaselineSurveyor } from './baseline-surveyor.js';
import { ReinvestmentDestination } from './destination.entity.js';
import { type Freed, freedCapacity, type Period } from './freed.rules.js';
import { Rational } from './rational.rules.js';

/** Two periods of a service, each [from, to). */
export interface FreedAsked {
  service: string;
  baselineFrom: string;
  baselineTo: string;
  from: string;
  to: string;
}

const LONGEST_DAYS = 1100;

/** Tells how much capacity automating freed, and where it went. */
@Injectable()
export class FreedCapacity {
  constructor(
    private readonly directory: Directory,
    private readonly daily: DailyToil,
    private readonly sizes: BaselineSurveyor,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async report(tx: Tx, asked: FreedAsked): Promise<Freed> {
    needRange(asked.baselineFrom, asked.baselineTo, 'baselineTo');
    needRange(asked.from, asked.to, 'to');
    const service = await this.directory.service(tx, asked.service, ['service']);
    const before = await this.period(tx, service.id, asked.baselineFrom, asked.baselineTo);
    const now = await this.period(tx, service.id, asked.from, asked.to);
    return freedCapacity(before, now, await this.destinations(tx, asked.from, asked.to));
  }

  /** Marks or unmarks a service as one that freed capacity should go to. */
  async mark(tx: Tx, caller: Caller, key: string, marked: boolean): Promise<{ duplicate: boolean }> {
    const { id: serviceId } = await this.directory.service(tx, key, ['input', 'service']);
    const before = await tx.existsBy(ReinvestmentDestination, { serviceId });
    if (before === marked) return { duplicate: true };
    if (marked) await tx.insert(ReinvestmentDestination, { serviceId, markedAt: this.clock.now() });
    else await tx.delete(ReinvestmentDestination, { serviceId });
    await this.audit.record(tx, caller, 'destination.mark', serviceId, { marked: before }, { marked });
    return { duplicate: false };
  }

  private async period(tx: Tx, serviceId: string, from: string, to: string): Promise<Period> {
    const toil = await this.daily.byDay(tx, serviceId, from, to);
    const size = await this.sizes.sizeOn(tx, serviceId, addDays(to, -1));
    return {
      toilSeconds: total(toil.values()),
      weeks: Rational.of(daysBetween(from, to), 7),
      size: size === null ? null : Rational.of(size),
    };
  }

  private async destinations(tx: Tx, from: string, to: string): Promise<Rational> {
    let seconds = Rational.of(0);
    for (const { serviceId } of await tx.find(ReinvestmentDestination)) {
      const engineering = await this.daily.engineeringByDay(tx, serviceId, from, to);
      seconds = seconds.plus(total(engineering.values()));
    }
    return seconds;
  }
}

function needRange(from: string, to: string, name: string): void {
  if (to <= from) throw new Refusal('END_BEFORE_START', `${name} must be later than its begin.`, [name]);
  if (daysBetween(from, to) > LONGEST_DAYS)
    throw new Refusal('INVALID_INPUT', 'At most three years at once.', [name]);
}

const total = (parts: Iterable<Rational>): Rational =>
  [...parts].reduce((sum, part) => sum.plus(part), Rational.of(0));
