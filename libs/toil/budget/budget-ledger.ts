import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { Rational } from '../automation/rational.rules.js';
import { Allocation } from '../capacity/allocation.entity.js';
import { CapacityRepository } from '../capacity/capacity.repository.js';
import { capacityOf, secondsOfShares, sumShares, workingDates } from '../capacity/capacity.rules.js';
import { ORGANIZATION_ID, Organization } from '../organization/organization.entity.js';
import { settingsOf } from '../organization/settings.rules.js';
import { addDays, daysBetween } from '../time/zone.rules.js';
import { ToilBudget } from './budget.entity.js';
import { type BudgetDay, type BudgetTerms, LONGEST_WINDOW } from './burn.rules.js';
import { DailyToil } from './daily-toil.js';
import { DEFAULT_BUDGET } from './set-budget.service.js';

/** A service's budget with the days it is judged by. */
export interface BudgetBook {
  terms: BudgetTerms;
  /** From the budget's first day to the end of the period that holds the day asked for; empty before its first day. */
  days: BudgetDay[];
}

const ZERO = Rational.of(0);
/** Days that holidays may take out of what is looked at. */
const HOLIDAYS = 32;

/** Collects what a budget is judged by: working days, capacity and toil of each day. */
@Injectable()
export class BudgetLedger {
  private readonly capacities = new CapacityRepository();

  constructor(private readonly toil: DailyToil) {}

  /** The book as it stands at the close of `at`. */
  async book(tx: Tx, serviceId: string, at: string): Promise<BudgetBook> {
    const organization = await tx.findOneByOrFail(Organization, { id: ORGANIZATION_ID });
    const budget = await tx.findOneBy(ToilBudget, { serviceId });
    const terms = termsOf(budget, organization);
    const from = budget?.fromDate ?? (await this.firstAllocation(tx, serviceId));
    if (from === null || at < from) return { terms, days: [] };
    const { workDays } = settingsOf(organization);
    const reach = reachOf(Math.max(terms.periodWorkingDays, LONGEST_WINDOW), workDays.length);
    const to = addDays(at, reach);
    const facts = await this.capacities.facts(tx, from, to, workDays, null);
    const working = new Set(workingDates(facts, from, to));
    // What lies before both the period and the longest window is not looked at.
    const earliest = later(from, addDays(at, -reach));
    const capacity = capacityOf(facts, earliest, to);
    const people = [...(capacity.byService.get(serviceId)?.values() ?? [])];
    const toil = await this.toil.byDay(tx, serviceId, earliest, addDays(at, 1));
    const days = Array.from({ length: daysBetween(from, to) }, (_, index) => {
      const date = addDays(from, index);
      const place = daysBetween(earliest, date);
      return {
        date,
        working: working.has(date),
        toilSeconds: toil.get(date) ?? ZERO,
        capacitySeconds: place < 0 ? ZERO : capacityOn(people, place, capacity.workDaysPerWeek),
      };
    });
    return { terms, days };
  }

  private async firstAllocation(tx: Tx, serviceId: string): Promise<string | null> {
    const first = await tx
      .createQueryBuilder(Allocation, 'a')
      .where('a.serviceId = :serviceId and a.supersededAt is null and a.sharePercent > 0', { serviceId })
      .orderBy('a.fromDate')
      .limit(1)
      .getOne();
    return first?.fromDate ?? null;
  }
}

// Calendar days that hold so many working days, holidays among them.
const reachOf = (workingDays: number, aWeek: number): number =>
  (Math.ceil(workingDays / Math.max(1, aWeek)) + 1) * 7 + HOLIDAYS;

const later = (a: string, b: string): string => (a > b ? a : b);

function termsOf(budget: ToilBudget | null, organization: Organization): BudgetTerms {
  const { periodWorkingDays, fastBurn, slowBurn } = budget ?? DEFAULT_BUDGET;
  return {
    share: Rational.parse(budget?.budgetPercent ?? organization.toilBudgetPercent).over(Rational.of(100)),
    periodWorkingDays,
    fastBurn: Rational.parse(fastBurn),
    slowBurn: Rational.parse(slowBurn),
  };
}

function capacityOn(people: Float64Array[], day: number, workDaysPerWeek: number): Rational {
  const { numerator, denominator } = secondsOfShares(sumShares(people, day, day + 1), workDaysPerWeek);
  return Rational.of(numerator, denominator);
}
