import {
  Args,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
  registerEnumType,
} from '@nestjs/graphql';
import { type Caller, ratioDecimal, Transactions } from '#platform';
import {
  classOfType,
  NOT_AUTOMATED_REASONS,
  type NotAutomatedReason,
  Organizations,
  type TaskType,
  TaskTypes,
  toilScore,
  WORK_CLASSES,
  type WorkClass,
} from '#toil';
import { answer } from '../graphql/answer.js';
import { Connection, PageArgs } from '../graphql/connection.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { isNode, Node } from '../graphql/node.type.js';
import { Payload } from '../graphql/payload.type.js';
import { DecimalScalar } from '../graphql/scalars.js';

export const WorkClassEnum = Object.fromEntries(WORK_CLASSES.map((name) => [name, name]));
registerEnumType(WorkClassEnum, { name: 'WorkClass' });

export const NotAutomatedReasonEnum = Object.fromEntries(NOT_AUTOMATED_REASONS.map((name) => [name, name]));
registerEnumType(NotAutomatedReasonEnum, { name: 'NotAutomatedReason' });

isNode('tsk', 'TaskType', 'taskType');

@InputType({ description: 'The six criteria. noEnduringValue: state before and after is the same.' })
export class ToilCriteriaInput {
  @Field()
  manual: boolean;

  @Field()
  repetitive: boolean;

  @Field()
  automatable: boolean;

  @Field()
  tactical: boolean;

  @Field()
  noEnduringValue: boolean;

  @Field()
  scalesLinearly: boolean;
}

@ObjectType({ description: 'The six criteria of toil.' })
export class ToilCriteria {
  @Field()
  manual: boolean;

  @Field()
  repetitive: boolean;

  @Field()
  automatable: boolean;

  @Field()
  tactical: boolean;

  @Field()
  noEnduringValue: boolean;

  @Field()
  scalesLinearly: boolean;
}

@ObjectType('TaskType', { implements: () => [Node] })
export class TaskTypeType implements Node {
  @Field(() => ID)
  id: string;

  @Field()
  key: string;

  @Field()
  name: string;

  @Field(() => ToilCriteria, { nullable: true })
  criteria: ToilCriteria | null;

  @Field(() => WorkClassEnum, { nullable: true })
  forcedClass: WorkClass | null;

  @Field(() => NotAutomatedReasonEnum, {
    nullable: true,
    description: 'Why it is not automated, where it could be.',
  })
  notAutomatedBecause: NotAutomatedReason | null;
}

@InputType({
  description:
    'A stated or forced class beats score and repetition rule; only a type forced to OVERHEAD beats the class stated on an entry.',
})
export class DefineTaskTypeInput {
  @Field()
  key: string;

  @Field()
  name: string;

  @Field(() => ToilCriteriaInput, { nullable: true })
  criteria?: ToilCriteriaInput | null;

  @Field(() => WorkClassEnum, { nullable: true })
  forcedClass?: WorkClass | null;

  @Field(() => NotAutomatedReasonEnum, { nullable: true })
  notAutomatedBecause?: NotAutomatedReason | null;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@ObjectType()
export class TaskTypePayload extends Payload {
  @Field(() => TaskTypeType, { nullable: true })
  taskType: TaskTypeType | null;
}

const TaskTypeConnection = Connection(TaskTypeType, 'TaskType');

/** Kinds of work. */
@Resolver(() => TaskTypeType)
export class TaskTypeResolver {
  constructor(
    private readonly types: TaskTypes,
    private readonly organizations: Organizations,
    private readonly transactions: Transactions,
  ) {}

  @Query(() => TaskTypeConnection, { name: 'taskTypes' })
  list(@Args() page: PageArgs) {
    return this.types.page(this.transactions.read, page);
  }

  @Mutation(() => TaskTypePayload)
  defineTaskType(@Args('input') input: DefineTaskTypeInput, @CurrentCaller() caller: Caller) {
    return answer('taskType', () => this.transactions.run((tx) => this.types.define(tx, caller, input)));
  }

  @ResolveField(() => WorkClassEnum, {
    description: 'The class by force or score, before any occurrence is counted.',
  })
  async workClass(@Parent() type: TaskType): Promise<WorkClass> {
    return classOfType(type, (await this.organizations.settings(this.transactions.read)).classes);
  }

  @ResolveField(() => DecimalScalar, { nullable: true })
  async score(@Parent() type: TaskType): Promise<string | null> {
    if (type.criteria === null) return null;
    const { held, all } = toilScore(
      type.criteria,
      (await this.organizations.settings(this.transactions.read)).classes,
    );
    return all === 0 ? null : ratioDecimal(BigInt(held), BigInt(all));
  }
}
