import {
  Args,
  ArgsType,
  Field,
  Int,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
  registerEnumType,
} from '@nestjs/graphql';
import { Transactions } from '#platform';
import { SCORE_CRITERIA, type ScoreCriterion, type Scorecard, Scorecards } from '#toil';
import { Loaders } from '../graphql/loaders.js';
import { DateScalar } from '../graphql/scalars.js';
import { ServiceType } from './service.type.js';

const ScoreCriterionEnum = Object.fromEntries(SCORE_CRITERIA.map((name) => [name, name]));
registerEnumType(ScoreCriterionEnum, { name: 'ScoreCriterion' });

@ObjectType()
export class ScoreCheck {
  @Field(() => ScoreCriterionEnum)
  criterion: ScoreCriterion;

  @Field(() => Boolean, { nullable: true, description: 'null: nothing to judge it by' })
  passed: boolean | null;

  @Field(() => String, { nullable: true })
  value: string | null;

  @Field()
  target: string;
}

@ObjectType('Scorecard')
export class ScorecardType {
  serviceId: string;

  @Field(() => [ScoreCheck])
  checks: ScoreCheck[];

  @Field(() => Int, { description: 'Criteria that hold, out of those that could be judged.' })
  passed: number;

  @Field(() => Int)
  judged: number;
}

@ArgsType()
export class ScorecardArgs {
  @Field()
  service: string;

  @Field(() => DateScalar)
  from: string;

  @Field(() => DateScalar, { description: 'exclusive' })
  to: string;
}

/** How a service does, criterion by criterion. */
@Resolver(() => ScorecardType)
export class ScorecardResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly scorecards: Scorecards,
  ) {}

  @Query(() => ScorecardType)
  scorecard(@Args() { service, from, to }: ScorecardArgs): Promise<Scorecard> {
    return this.transactions.runAtOneInstant((tx) => this.scorecards.of(tx, service, from, to));
  }

  @ResolveField(() => ServiceType)
  service(@Parent() card: ScorecardType, @Loaders() loaders: Loaders) {
    return loaders.service.load(card.serviceId);
  }
}
