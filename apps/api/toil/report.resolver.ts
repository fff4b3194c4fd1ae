import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Caller, Transactions, type Tx } from '#platform';
import {
  explain,
  type MetricValue,
  type PersonToil,
  type ServiceToil,
  type ToilReport,
  ToilReports,
} from '#toil';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Loaders } from '../graphql/loaders.js';
import { MetricValueType } from './metric.type.js';
import { PersonType } from './person.type.js';
import {
  ContributorType,
  PersonToilType,
  ServiceToilType,
  SpreadType,
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

  @ResolveField(() => [ServiceToilType], {
    description: 'The same over the weeks on which policy is judged (13), up to the end of the range.',
  })
  policy(@Parent() report: ToilReport) {
    return this.reading((tx) => report.policy(tx));
  }

  @ResolveField(() => [ContributorType], { description: 'What the toil came from, largest first.' })
  contributors(
    @Parent() report: ToilReport,
    @Args('most', { type: () => Int, defaultValue: 10 }) most: number,
  ) {
    return this.reading((tx) => report.contributors(tx, Math.min(Math.max(most, 1), 100)));
  }

  @ResolveField(() => SpreadType)
  spread(@Parent() report: ToilReport) {
    return this.reading((tx) => report.spread(tx));
  }

  // One view of the database for everything that one answer reads.
  private reading<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.runAtOneInstant(work);
  }

  @ResolveField(() => [PersonToilType])
  async people(@Parent() report: ToilReport, @CurrentCaller() caller: Caller) {
    const seen = await this.reading((tx) => this.reports.people(tx, caller, report));
    // Apart from the reading: its row continues the chain of whoever wrote last.
    if (seen.hasOthers) await this.transactions.run((tx) => this.reports.noteLook(tx, caller, report, seen));
    return seen.rows;
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

/** A number in words. */
@Resolver(() => MetricValueType)
export class MetricValueResolver {
  @ResolveField(() => String, {
    description: 'What was divided by what, how much is known, and where the truth lies.',
  })
  explanation(@Parent() metric: MetricValue): string {
    return explain(metric);
  }
}
