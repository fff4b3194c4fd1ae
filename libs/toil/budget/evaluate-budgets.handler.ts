import { Injectable } from '@nestjs/common';
import {
  Clock,
  done,
  type Handles,
  JobHandler,
  type JobOutcome,
  type PayloadOf,
  Transactions,
} from '#platform';
import { AutomationWatch } from '../automation/automation-watch.js';
import { ORGANIZATION_ID, Organization } from '../organization/organization.entity.js';
import { Service } from '../service/service.entity.js';
import { addDays, dateOf } from '../time/zone.rules.js';
import { evaluateBudgets } from './budget.jobs.js';
import { BudgetWatch } from './budget-watch.js';

/** Looks at every budget, each service in a transaction of its own, and at what automations really save. */
@Injectable()
@JobHandler(evaluateBudgets)
export class EvaluateBudgetsHandler implements Handles<typeof evaluateBudgets> {
  constructor(
    private readonly transactions: Transactions,
    private readonly watch: BudgetWatch,
    private readonly automations: AutomationWatch,
    private readonly clock: Clock,
  ) {}

  async handle({ at }: PayloadOf<typeof evaluateBudgets>): Promise<JobOutcome> {
    const day = at ?? (await this.yesterday());
    for (const service of await this.transactions.read.find(Service, { order: { key: 'ASC' } })) {
      await this.transactions.runAtOneInstant((tx) => this.watch.evaluate(tx, service, day));
    }
    await this.transactions.run((tx) => this.automations.evaluateAll(tx, day));
    return done();
  }

  private async yesterday(): Promise<string> {
    const { reportingZone } = await this.transactions.read.findOneByOrFail(Organization, {
      id: ORGANIZATION_ID,
    });
    return addDays(dateOf(this.clock.now().getTime(), reportingZone), -1);
  }
}
