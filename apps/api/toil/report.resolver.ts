import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Caller, Transactions } from '#platform';
import { type PersonToil, type ServiceToil, type ToilReport, ToilReports } from '#toil';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Loaders } from '../graphql/loaders.js';
import { PersonType } from './person.type.js';
import { PersonToilType, ServiceToilType, ToilReportInput, ToilReportType } from './report.type.js';
import { ServiceType } from './service.type.js';

/** How much toil there is. */
@Resolver(() => ToilReportType)
export class ToilReportResolver {
  constructor(
    private readonly reports: ToilReports,
    private readonly transactions: Transactions,
  ) {}

  @Query(() => ToilReportType)
  toilReport(@Args('input') input: ToilReportInput) {
    return this.reports.report(this.transactions.read, input);
  }

  @ResolveField(() => [PersonToilType])
  people(@Parent() report: ToilReport, @CurrentCaller() caller: Caller) {
    return this.transactions.run((tx) => this.reports.people(tx, caller, report));
  }
}

/** The service of a row. */
@Resolver(() => ServiceToilType)
export class ServiceToilResolver {
  @ResolveField(() => ServiceType)
  service(@Parent() row: ServiceToil, @Loaders() loaders: Loaders) {
    return loaders.service.load(row.serviceId);
  }
}

/** The person of a row. */
@Resolver(() => PersonToilType)
export class PersonToilResolver {
  @ResolveField(() => PersonType)
  person(@Parent() row: PersonToil, @Loaders() loaders: Loaders) {
    return loaders.person.load(row.personId);
  }
}
