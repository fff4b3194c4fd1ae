import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { type Caller, Transactions } from '#platform';
import { ReclassifyWork, type WorkClass } from '#toil';
import { Allow } from '../graphql/allow.js';
import { answerWith } from '../graphql/answer.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { rehearse } from '../graphql/rehearse.js';
import { SecondsScalar } from '../graphql/scalars.js';
import { ReclassifiedPayload } from './reclassified.type.js';
import { WorkClassEnum } from './task-type.resolver.js';

@InputType()
export class ReclassifyWorkInput {
  @Field(() => [String], { nullable: true, description: 'Keys; left out: all.' })
  taskTypes?: string[] | null;

  @Field({ defaultValue: false, description: 'Says what would change, and changes nothing.' })
  dryRun: boolean;
}

@ObjectType('ClassShift', {
  description: 'Logged time of a class before and after, in the entries of the task types.',
})
export class ClassShiftType {
  @Field(() => WorkClassEnum)
  workClass: WorkClass;

  @Field(() => SecondsScalar)
  beforeSeconds: number;

  @Field(() => SecondsScalar)
  afterSeconds: number;
}

@ObjectType()
export class ReclassifyWorkPayload extends ReclassifiedPayload {
  @Field(() => [ClassShiftType], { description: 'All four classes; empty when it was refused.' })
  shifts: ClassShiftType[];
}

/** Today's rules for what was logged before them. */
@Resolver()
export class ReclassifyResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly work: ReclassifyWork,
  ) {}

  @Mutation(() => ReclassifyWorkPayload, {
    description:
      'Applies the rules for classes that hold now to what was logged before; changing a setting never does so by itself. Each changed entry keeps its history.',
  })
  @Allow('ADMIN')
  reclassifyWork(@Args('input') { taskTypes, dryRun }: ReclassifyWorkInput, @CurrentCaller() caller: Caller) {
    return answerWith({ changed: 0, locked: 0, shifts: [] as ClassShiftType[] }, () =>
      rehearse(this.transactions, dryRun, (tx) => this.work.reclassify(tx, caller, taskTypes ?? null)),
    );
  }
}
