import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Caller, Transactions } from '#platform';
import { BudgetWatch, SetBudget } from '#toil';
import { Allow } from '../graphql/allow.js';
import { accepted } from '../graphql/answer.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Loaders } from '../graphql/loaders.js';
import { AcceptedPayload } from '../graphql/payload.type.js';
import {
  BudgetStatusArgs,
  BudgetStatusesArgs,
  BudgetStatusType,
  EvaluateBudgetsInput,
  SetBudgetInput,
} from './budget.type.js';
import { ServiceType } from './service.type.js';

/** What services may spend on toil, and how fast they do. */
@Resolver(() => BudgetStatusType)
export class BudgetResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly budgets: SetBudget,
    private readonly watch: BudgetWatch,
  ) {}

  @Query(() => BudgetStatusType)
  budgetStatus(@Args() { service, at }: BudgetStatusArgs) {
    return this.transactions.runAtOneInstant((tx) => this.watch.status(tx, service, at));
  }

  @Query(() => [BudgetStatusType], { description: 'The same for several services, in their order.' })
  budgetStatuses(@Args() { services, at }: BudgetStatusesArgs) {
    return this.transactions.runAtOneInstant((tx) => this.watch.statuses(tx, services, at));
  }

  @Mutation(() => AcceptedPayload)
  setBudget(@Args('input') input: SetBudgetInput, @CurrentCaller() caller: Caller) {
    return accepted(() => this.transactions.run((tx) => this.budgets.set(tx, caller, input)));
  }

  @Mutation(() => AcceptedPayload, {
    description: 'Looks at every budget now instead of at the next close of a day; again changes nothing.',
  })
  @Allow('LEAD')
  evaluateBudgets(@Args('input') { at }: EvaluateBudgetsInput) {
    return accepted(() => this.transactions.runAtOneInstant((tx) => this.watch.evaluateAll(tx, at)));
  }

  @ResolveField(() => ServiceType)
  service(@Parent() status: BudgetStatusType, @Loaders() loaders: Loaders) {
    return loaders.service.load(status.serviceId);
  }
}
