import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
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

  /** The service's book as it stands at the close of `at`. */
  async book(tx: Tx, serviceId: string, at: string): Promise<BudgetBook> {
    const [book] = await this.books(tx, [serviceId], at);
    return book!;
  }

  /** The same for several services, in their order; budgets that begin on the same day are read at once. */
  async books(tx: Tx, serviceIds: readonly string[], at: string): Promise<BudgetBook[]> {
    if (serviceIds.length === 0) return [];
    const organization = await tx.findOneByOrFail(Organization, { id: ORGANIZATION_ID });
    const budgets = await tx.findBy(ToilBudget, { serviceId: In(serviceIds) });
    const begins = await this.firstAllocations(tx, serviceIds);
    const asked = serviceIds.map((serviceId) => {
      const budget = budgets.find((one) => one.serviceId === serviceId) ?? null;
      return {
        serviceId,
        terms: termsOf(budget, organization),
        from: budget?.fromDate ?? begins.get(serviceId) ?? null,
      };
    });
    const begun = asked.flatMap((one) =>
      one.from !== null && one.from <= at ? [{ ...one, from: one.from }] : [],
    );
    const days = new Map<string, BudgetDay[]>();
    for (const alike of Map.groupBy(
      begun,
      ({ from, terms }) => `${from} ${terms.periodWorkingDays}`,
    ).values())
      for (const [serviceId, own] of await this.readDays(tx, organization, alike, at))
        days.set(serviceId, own);
    return asked.map(({ serviceId, terms }) => ({ terms, days: days.get(serviceId) ?? [] }));
  }

  // Services whose budgets begin on the same day and have periods of the same length.
  private async readDays(
    tx: Tx,
    organization: Organization,
    services: readonly { serviceId: string; terms: BudgetTerms; from: string }[],
    at: string,
  ): Promise<[string, BudgetDay[]][]> {
    const { workDays } = settingsOf(organization);
    const { from, terms } = services[0]!;
    const reach = reachOf(Math.max(terms.periodWorkingDays, LONGEST_WINDOW), workDays.length);
    const to = addDays(at, reach);
    const facts = await this.capacities.facts(tx, from, to, workDays, null);
    const working = new Set(workingDates(facts, from, to));
    // What lies before both the period and the longest window is not looked at.
    const earliest = later(from, addDays(at, -reach));
    const capacity = capacityOf(facts, earliest, to);
    const ids = services.map(({ serviceId }) => serviceId);
    const toil = await this.toil.byServiceAndDay(tx, ids, earliest, addDays(at, 1));
    return ids.map((serviceId) => {
      const people = [...(capacity.byService.get(serviceId)?.values() ?? [])];
      const days = Array.from({ length: daysBetween(from, to) }, (_, index) => {
        const date = addDays(from, index);
        const place = daysBetween(earliest, date);
        return {
          date,
          working: working.has(date),
          toilSeconds: toil.get(serviceId)?.get(date) ?? ZERO,
          capacitySeconds: place < 0 ? ZERO : capacityOn(people, place, capacity.workDaysPerWeek),
        };
      });
      return [serviceId, days];
    });
  }

  /** The first day on which somebody has a share of a service, for those that have one. */
  private async firstAllocations(tx: Tx, serviceIds: readonly string[]): Promise<Map<string, string>> {
    const rows: { serviceId: string; from: string }[] = await tx
      .createQueryBuilder(Allocation, 'a')
      .select('a.serviceId', 'serviceId')
      .addSelect('min(a.fromDate)::text', 'from')
      .where('a.serviceId in (:...serviceIds) and a.supersededAt is null and a.sharePercent > 0', {
        serviceIds,
      })
      .groupBy('a.serviceId')
      .getRawMany();
    return new Map(rows.map(({ serviceId, from }) => [serviceId, from]));
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
