import {
  Args,
  Field,
  ID,
  InputType,
  Int,
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
  EditTaskType,
  NOT_AUTOMATED_REASONS,
  type NotAutomatedReason,
  Organizations,
  type TaskType,
  TaskTypes,
  toilScore,
  WORK_CLASSES,
  type WorkClass,
} from '#toil';
import { Allow } from '../graphql/allow.js';
import { answer, answerWith } from '../graphql/answer.js';
import { Connection } from '../graphql/connection.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Loaders } from '../graphql/loaders.js';
import { isNode, Node } from '../graphql/node.type.js';
import { Payload } from '../graphql/payload.type.js';
import { DateTimeScalar, DecimalScalar } from '../graphql/scalars.js';
import { KeptArgs } from './kept.args.js';
import { ReclassifiedPayload } from './reclassified.type.js';

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

  @Field(() => Int, {
    description: 'Grows with every change; expectedVersion of a change is held against it.',
  })
  version: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it takes no new entries.' })
  archivedAt: Date | null;
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

@InputType({
  description:
    'What is left out stays. New criteria or another class hold for all entries of the type but those in locked weeks.',
})
export class UpdateTaskTypeInput {
  @Field()
  taskType: string;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => ToilCriteriaInput, { nullable: true })
  criteria?: ToilCriteriaInput | null;

  @Field(() => WorkClassEnum, { nullable: true })
  forcedClass?: WorkClass | null;

  @Field(() => Boolean, { nullable: true, description: 'true takes a forced class away.' })
  byCriteria?: boolean | null;

  @Field(() => NotAutomatedReasonEnum, { nullable: true })
  notAutomatedBecause?: NotAutomatedReason | null;

  @Field(() => Boolean, { nullable: true, description: 'true: takes no new entries; false: is back.' })
  archived?: boolean | null;

  @Field(() => Int, { nullable: true })
  expectedVersion?: number | null;
}

@ObjectType()
export class TaskTypePayload extends Payload {
  @Field(() => TaskTypeType, { nullable: true })
  taskType: TaskTypeType | null;
}

@ObjectType()
export class UpdateTaskTypePayload extends ReclassifiedPayload {
  @Field(() => TaskTypeType, { nullable: true })
  taskType: TaskTypeType | null;
}

const TaskTypeConnection = Connection(TaskTypeType, 'TaskType');

/** Kinds of work. */
@Resolver(() => TaskTypeType)
export class TaskTypeResolver {
  constructor(
    private readonly types: TaskTypes,
    private readonly editing: EditTaskType,
    private readonly organizations: Organizations,
    private readonly transactions: Transactions,
  ) {}

  @Query(() => TaskTypeConnection, { name: 'taskTypes' })
  list(@Args() { archived, ...page }: KeptArgs) {
    return this.types.page(this.transactions.read, page, archived);
  }

  @Mutation(() => TaskTypePayload)
  defineTaskType(@Args('input') input: DefineTaskTypeInput, @CurrentCaller() caller: Caller) {
    return answer('taskType', () => this.transactions.run((tx) => this.types.define(tx, caller, input)));
  }

  @Mutation(() => UpdateTaskTypePayload)
  @Allow('LEAD')
  updateTaskType(@Args('input') input: UpdateTaskTypeInput, @CurrentCaller() caller: Caller) {
    const refused = { taskType: null as TaskType | null, changed: 0, locked: 0 };
    return answerWith(refused, () => this.transactions.run((tx) => this.editing.edit(tx, caller, input)));
  }

  @ResolveField(() => TaskTypeType, { nullable: true, description: 'What it was merged into.' })
  mergedInto(@Parent() type: TaskType, @Loaders() loaders: Loaders) {
    return type.mergedInto === null ? null : loaders.taskType.load(type.mergedInto);
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
