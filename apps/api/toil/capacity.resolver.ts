import { Args, Field, InputType, Mutation, Resolver, registerEnumType } from '@nestjs/graphql';
import { type Caller, Transactions } from '#platform';
import { Capacities, TIME_OFF_KINDS, type TimeOffKind } from '#toil';
import { accepted } from '../graphql/answer.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { AcceptedPayload } from '../graphql/payload.type.js';
import { DateScalar, DecimalScalar } from '../graphql/scalars.js';

export const TimeOffKindEnum = Object.fromEntries(TIME_OFF_KINDS.map((kind) => [kind, kind]));
registerEnumType(TimeOffKindEnum, { name: 'TimeOffKind' });

@InputType({
  description:
    "Share of a person's capacity that belongs to a service, 0 to 100, from a date on. Replaces the person's allocation to it.",
})
export class SetAllocationInput {
  @Field()
  person: string;

  @Field()
  service: string;

  @Field(() => DecimalScalar)
  sharePercent: string;

  @Field(() => DateScalar)
  from: string;
}

@InputType({
  description:
    'Full days off, `to` exclusive; HOLIDAY without people = public holiday of everybody, otherwise of the people named.',
})
export class RecordTimeOffInput {
  @Field(() => [String], { nullable: true })
  people?: string[] | null;

  @Field(() => DateScalar)
  from: string;

  @Field(() => DateScalar)
  to: string;

  @Field(() => TimeOffKindEnum)
  kind: TimeOffKind;
}

/** Who has time for what. */
@Resolver()
export class CapacityResolver {
  constructor(
    private readonly capacities: Capacities,
    private readonly transactions: Transactions,
  ) {}

  @Mutation(() => AcceptedPayload)
  setAllocation(@Args('input') input: SetAllocationInput, @CurrentCaller() caller: Caller) {
    return accepted(() => this.transactions.run((tx) => this.capacities.allocate(tx, caller, input)));
  }

  @Mutation(() => AcceptedPayload)
  recordTimeOff(@Args('input') input: RecordTimeOffInput, @CurrentCaller() caller: Caller) {
    return accepted(() => this.transactions.run((tx) => this.capacities.recordTimeOff(tx, caller, input)));
  }
}
