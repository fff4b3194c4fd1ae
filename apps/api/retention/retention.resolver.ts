import {
  Args,
  Field,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  registerEnumType,
} from '@nestjs/graphql';
import {
  type Caller,
  Jobs,
  type Kept,
  RETENTION_KINDS,
  Retention,
  type RetentionKind,
  Transactions,
  tidyUp,
} from '#platform';
import { Allow } from '../graphql/allow.js';
import { accepted, answer } from '../graphql/answer.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { AcceptedPayload, Payload } from '../graphql/payload.type.js';
import { CountScalar, DateTimeScalar } from '../graphql/scalars.js';

export const RetentionKindEnum = Object.fromEntries(RETENTION_KINDS.map((kind) => [kind, kind]));
registerEnumType(RetentionKindEnum, {
  name: 'RetentionKind',
  description:
    'What grows by itself and may be deleted when it is old. Work, incidents and people are never deleted.',
});

@ObjectType('RetentionRule', { description: 'How long one kind of thing is kept.' })
export class RetentionRuleType {
  @Field(() => RetentionKindEnum)
  kind: RetentionKind;

  @Field(() => Int, { nullable: true, description: 'null: for ever.' })
  keepDays: number | null;

  @Field(() => Int, { nullable: true, description: 'What holds until somebody sets it.' })
  defaultDays: number | null;

  @Field(() => Int)
  leastDays: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When old ones were last deleted.' })
  ranAt: Date | null;

  @Field(() => Int, { nullable: true, description: 'How many that run deleted.' })
  deleted: number | null;

  @Field(() => CountScalar, { description: 'How many all runs deleted.' })
  totalDeleted: number;
}

@InputType({ description: 'keepDays left out = for ever.' })
export class SetRetentionInput {
  @Field(() => RetentionKindEnum)
  kind: RetentionKind;

  @Field(() => Int, { nullable: true })
  keepDays?: number | null;
}

@ObjectType()
export class RetentionPayload extends Payload {
  @Field(() => RetentionRuleType, { nullable: true })
  rule: RetentionRuleType | null;
}

/** How long things are kept. */
@Resolver(() => RetentionRuleType)
export class RetentionResolver {
  constructor(
    private readonly retention: Retention,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
  ) {}

  @Query(() => [RetentionRuleType], { name: 'retention' })
  @Allow('ADMIN')
  async list() {
    return (await this.retention.rules(this.transactions.read)).map(shown);
  }

  @Mutation(() => RetentionPayload, { description: 'Nothing is deleted before the next night, or tidyUp.' })
  @Allow('ADMIN')
  setRetention(@Args('input') { kind, keepDays }: SetRetentionInput, @CurrentCaller() caller: Caller) {
    return answer('rule', async () =>
      shown(await this.transactions.run((tx) => this.retention.keep(tx, caller, kind, keepDays ?? null))),
    );
  }

  @Mutation(() => AcceptedPayload, { description: 'Deletes what is old now instead of at night.' })
  @Allow('ADMIN')
  tidyUp() {
    return accepted(() => this.transactions.run((tx) => this.jobs.enqueue(tx, tidyUp, {})));
  }
}

const shown = (rule: Kept) => ({ ...rule, totalDeleted: Number(rule.totalDeleted) });
