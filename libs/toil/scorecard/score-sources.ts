import { Injectable } from '@nestjs/common';
import { ratioPercent, type Tx } from '#platform';
import { Automation } from '../automation/automation.entity.js';
import { SavingsBooks } from '../automation/savings-books.js';
import { ToilGrowth } from '../automation/toil-growth.js';
import { BudgetWatch } from '../budget/budget-watch.js';
import { addDays } from '../time/zone.rules.js';

/** Weeks that growth is judged on. */
const GROWTH_WEEKS = 26;

/** Collects what budgets, growth and automation say of a service. */
@Injectable()
export class ScoreSources {
  constructor(
    private readonly budgets: BudgetWatch,
    private readonly growth: ToilGrowth,
    private readonly books: SavingsBooks,
  ) {}

  /** At the end of the range [from, to); service is the key. */
  async of(tx: Tx, service: { id: string; key: string }, from: string, to: string) {
    const { consumedPercent } = await this.budgets.status(tx, service.key, addDays(to, -1));
    const begin = addDays(to, -7 * GROWTH_WEEKS);
    const { growthClass, scalesLinearly } = await this.growth.report(tx, {
      service: service.key,
      from: begin,
      to,
    });
    return {
      consumedPercent,
      growthClass,
      scalesLinearly,
      automatedPercent: await this.automated(tx, service.id, from, to),
    };
  }

  // Over all automations of the service: sum over sum, never the mean of percentages.
  private async automated(tx: Tx, serviceId: string, from: string, to: string): Promise<string | null> {
    let [automated, all] = [0, 0];
    for (const automation of await tx.findBy(Automation, { serviceId })) {
      const { succeededRuns, manualCount } = await this.books.savings(tx, automation, from, to);
      automated += succeededRuns;
      all += succeededRuns + manualCount;
    }
    return all === 0 ? null : ratioPercent(BigInt(automated), BigInt(all));
  }
}
