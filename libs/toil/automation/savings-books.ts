import { Injectable } from '@nestjs/common';
import { Refusal, ratioPercent, type Tx } from '#platform';
import { ORGANIZATION_ID, Organization } from '../organization/organization.entity.js';
import { type WeekDay, weekStarting, weeksOf } from '../time/week.rules.js';
import { addDays, dateOf, dayStart, daysBetween } from '../time/zone.rules.js';
import { Automation } from './automation.entity.js';
import { BaselineSurveyor } from './baseline-surveyor.js';
import { keepLedger, type LedgerRun, type Savings } from './ledger.rules.js';
import { LedgerRow } from './ledger-row.entity.js';
import { ManualWorkRepository } from './manual-work.repository.js';
import { Rational } from './rational.rules.js';
import { automationOf } from './savings-ledger.js';

/** The books over a range as clients see them; minutes as decimals. */
export interface SavingsReport {
  rows: number;
  creditedRuns: number;
  claimedMinutes: string;
  realisedMinutes: string | null;
  ratioPercent: string | null;
  countDegreePercent: string | null;
  effortDegreePercent: string | null;
  demandCapped: boolean;
}

interface Range {
  from: string;
  to: string;
  zone: string;
  weekStart: WeekDay;
}

const SIXTY = Rational.of(60);

/** Reads the savings books: claimed, realised, and how much of the task is automated. */
@Injectable()
export class SavingsBooks {
  constructor(
    private readonly manual: ManualWorkRepository,
    private readonly surveyor: BaselineSurveyor,
  ) {}

  /** Over the dates [from, to) of the reporting zone; automation is a key. */
  async report(tx: Tx, key: string, from: string, to: string): Promise<SavingsReport> {
    if (to <= from) throw new Refusal('END_BEFORE_START', 'to must be later than from.', ['to']);
    const automation = await automationOf(tx, key, ['automation']);
    return shown(await this.savings(tx, automation, from, to));
  }

  /** The same, exact. */
  async savings(tx: Tx, automation: Automation, from: string, to: string): Promise<Savings> {
    const { reportingZone: zone, weekStart } = await tx.findOneByOrFail(Organization, {
      id: ORGANIZATION_ID,
    });
    const range = { from, to, zone, weekStart };
    const { taskTypeId, serviceId } = automation;
    const work = await this.manual.occurrences(tx, { taskTypeId, serviceId, from, to, zone });
    const demandByWeek = await this.demand(tx, automation, range);
    return keepLedger(await this.runs(tx, automation, range), {
      baselineMinutes: Rational.parse(automation.baselineMinutes),
      demandByWeek,
      demandInRange: demandByWeek && demandIn(range, demandByWeek),
      manualCount: work.length,
      manualMinutes: Rational.of(work.reduce((sum, { seconds }) => sum + seconds, 0)).over(SIXTY),
    });
  }

  // Whole weeks, because a week's demand is used up in order of time, whatever part of the week is asked for.
  private async runs(
    tx: Tx,
    automation: Automation,
    { from, to, zone, weekStart }: Range,
  ): Promise<LedgerRun[]> {
    const first = weekStarting(from, weekStart);
    const end = addDays(weekStarting(addDays(to, -1), weekStart), 7);
    const rows = await tx
      .createQueryBuilder(LedgerRow, 'r')
      .where('r.automationId = :id', { id: automation.id })
      .andWhere('r.at >= :first and r.at < :end', {
        first: new Date(dayStart(first, zone)),
        end: new Date(dayStart(end, zone)),
      })
      .getMany();
    const reversed = new Set(rows.filter((row) => row.kind === 'REVERSAL').map((row) => row.runId));
    return rows
      .filter((row) => row.kind === 'RUN')
      .map((row) => {
        const date = dateOf(row.at.getTime(), zone);
        return {
          runId: row.runId,
          at: row.at.getTime(),
          week: weekStarting(date, weekStart),
          succeeded: row.succeeded,
          attendedMinutes: Rational.parse(row.attendedMinutes),
          reversed: reversed.has(row.runId),
          inRange: date >= from && date < to,
        };
      });
  }

  // Stated demand is a number a week; a measured rate grows with the service.
  private async demand(tx: Tx, automation: Automation, range: Range): Promise<Map<string, Rational> | null> {
    const { demandPerWeek, measuredPerWeek, sizeThen, serviceId } = automation;
    const rate =
      demandPerWeek === null
        ? measuredPerWeek && Rational.parse(measuredPerWeek)
        : Rational.of(demandPerWeek);
    if (!rate) return null;
    const demand = new Map<string, Rational>();
    const grows = demandPerWeek === null && sizeThen;
    const sizeOn = grows && (await this.surveyor.sizesUntil(tx, serviceId, addDays(range.to, 6)));
    for (const { firstDay } of weeksOf(range.from, range.to, range.weekStart)) {
      const size = sizeOn ? sizeOn(addDays(firstDay, 6)) : null;
      demand.set(firstDay, size && sizeThen ? rate.times(Rational.of(size, sizeThen)) : rate);
    }
    return demand;
  }
}

function demandIn({ from, to, weekStart }: Range, byWeek: ReadonlyMap<string, Rational>): Rational {
  return weeksOf(from, to, weekStart).reduce((sum, week) => {
    const part = Rational.of(daysBetween(week.from, week.to), 7);
    return sum.plus((byWeek.get(week.firstDay) ?? Rational.of(0)).times(part));
  }, Rational.of(0));
}

const percentOf = (ratio: Rational | null): string | null =>
  ratio && ratioPercent(ratio.numerator, ratio.denominator);

function shown(savings: Savings): SavingsReport {
  return {
    rows: savings.rows,
    creditedRuns: savings.creditedRuns,
    claimedMinutes: savings.claimedMinutes.toDecimal(),
    realisedMinutes: savings.realisedMinutes.toDecimal(),
    ratioPercent: percentOf(savings.ratio),
    countDegreePercent: percentOf(savings.countDegree),
    effortDegreePercent: percentOf(savings.effortDegree),
    demandCapped: savings.demandCapped,
  };
}
