import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Caller, Transactions, type Tx } from '#platform';
import { type PersonToil, type ServiceToil, type ToilReport, ToilReports } from '#toil';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Loaders } from '../graphql/loaders.js';
import { PersonType } from './person.type.js';
import {
  PersonToilType,
  ServiceToilType,
  ToilReportInput,
  ToilReportType,
  ToilReportWeekType,
} from './report.type.js';
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
    return this.reading((tx) => this.reports.report(tx, input));
  }

  @ResolveField(() => [ToilReportWeekType])
  weeks(@Parent() report: ToilReport) {
    return this.reading((tx) => report.weeks(tx));
  }

  // One view of the database for everything that one answer reads.
  private reading<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.run(async (tx) => {
      await tx.query('set transaction isolation level repeatable read, read only');
      return work(tx);
    });
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
