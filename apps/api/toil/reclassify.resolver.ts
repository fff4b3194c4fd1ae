import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { type Caller, Transactions } from '#platform';
import { ReclassifyWork } from '#toil';
import { Allow } from '../graphql/allow.js';
import { answerWith } from '../graphql/answer.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { ReclassifiedPayload } from './reclassified.type.js';

@InputType()
export class ReclassifyWorkInput {
  @Field(() => [String], { nullable: true, description: 'Keys; left out: all.' })
  taskTypes?: string[] | null;
}

@ObjectType()
export class ReclassifyWorkPayload extends ReclassifiedPayload {}

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
  reclassifyWork(@Args('input') { taskTypes }: ReclassifyWorkInput, @CurrentCaller() caller: Caller) {
    return answerWith({ changed: 0, locked: 0 }, () =>
      this.transactions.run((tx) => this.work.reclassify(tx, caller, taskTypes ?? null)),
    );
  }
}
