import { Args, ArgsType, Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Transactions } from '#platform';
import { GivenBack } from '#toil';
import { DateScalar, DecimalScalar } from '../graphql/scalars.js';

@ObjectType('GivenBackPeriod', { description: 'What automations gave back over [from, to).' })
export class GivenBackPeriodType {
  @Field(() => DateScalar)
  from: string;

  @Field(() => DateScalar, { description: 'exclusive' })
  to: string;

  @Field(() => Int, { description: 'How many automations ran.' })
  automations: number;

  @Field(() => Int, { description: 'Successful runs.' })
  runs: number;

  @Field(() => Int, { description: 'Successful runs within the demand.' })
  creditedRuns: number;

  @Field(() => DecimalScalar, { description: 'Net: credits less attended minutes.' })
  claimedMinutes: string;

  @Field(() => DecimalScalar, { description: 'Demand x baseline less the minutes still worked.' })
  realisedMinutes: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'realised / claimed; null when nothing is claimed.',
  })
  ratioPercent: string | null;
}

@ObjectType('GivenBack', { description: 'What automation gave back, up to the end of a day.' })
export class GivenBackType {
  @Field(() => GivenBackPeriodType, { description: 'Of the calendar week.' })
  week: GivenBackPeriodType;

  @Field(() => GivenBackPeriodType, { description: 'Of the calendar quarter.' })
  quarter: GivenBackPeriodType;
}

@ArgsType()
export class GivenBackArgs {
  @Field(() => [String], { nullable: true, description: 'Left out, and no person: all services.' })
  services?: string[] | null;

  @Field(() => String, { nullable: true, description: 'The services that this person is allocated to.' })
  person?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Today in the reporting zone when left out.' })
  at?: string | null;
}

/** What automation gave back. */
@Resolver()
export class GivenBackResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly givenBackBooks: GivenBack,
  ) {}

  @Query(() => GivenBackType, {
    description: 'What the automations of some services gave back in this week and this quarter.',
  })
  givenBack(@Args() asked: GivenBackArgs) {
    return this.givenBackBooks.report(this.transactions.read, asked);
  }
}
