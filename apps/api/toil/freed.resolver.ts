import { Args, ArgsType, Field, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Caller, Transactions } from '#platform';
import { FreedCapacity } from '#toil';
import { accepted } from '../graphql/answer.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { AcceptedPayload } from '../graphql/payload.type.js';
import { DateScalar, SecondsScalar } from '../graphql/scalars.js';

@ObjectType('FreedCapacity', {
  description:
    'counterfactual: what the toil would be at the size of now, had nothing changed since the baseline.',
})
export class FreedCapacityType {
  @Field(() => SecondsScalar)
  counterfactualSeconds: number;

  @Field(() => SecondsScalar)
  actualSeconds: number;

  @Field(() => SecondsScalar, { description: 'Negative when toil grew faster than the service.' })
  freedSeconds: number;

  @Field(() => SecondsScalar, {
    description: 'Engineering on the marked destinations, at most what was freed.',
  })
  reinvestedSeconds: number;
}

@ArgsType()
export class FreedCapacityArgs {
  @Field()
  service: string;

  @Field(() => DateScalar)
  baselineFrom: string;

  @Field(() => DateScalar, { description: 'exclusive' })
  baselineTo: string;

  @Field(() => DateScalar)
  from: string;

  @Field(() => DateScalar, { description: 'exclusive' })
  to: string;
}

@InputType()
export class MarkReinvestmentInput {
  @Field()
  service: string;

  @Field(() => Boolean, { nullable: true, defaultValue: true })
  marked?: boolean | null;
}

/** What automating freed, and where it went. */
@Resolver()
export class FreedCapacityResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly freed: FreedCapacity,
  ) {}

  @Query(() => FreedCapacityType)
  async freedCapacity(@Args() asked: FreedCapacityArgs): Promise<FreedCapacityType> {
    const { counterfactual, actual, freed, reinvested } = await this.transactions.runAtOneInstant((tx) =>
      this.freed.report(tx, asked),
    );
    return {
      counterfactualSeconds: counterfactual.toNumber(),
      actualSeconds: actual.toNumber(),
      freedSeconds: freed.toNumber(),
      reinvestedSeconds: reinvested.toNumber(),
    };
  }

  @Mutation(() => AcceptedPayload, { description: 'Says that freed capacity should go to this service.' })
  markReinvestmentDestination(@Args('input') input: MarkReinvestmentInput, @CurrentCaller() caller: Caller) {
    const { service, marked } = input;
    return accepted(() =>
      this.transactions.run((tx) => this.freed.mark(tx, caller, service, marked ?? true)),
    );
  }
}
