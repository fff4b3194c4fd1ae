import {
  Args,
  Field,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  registerEnumType,
} from '@nestjs/graphql';
import { type Caller, Transactions, type Tx } from '#platform';
import {
  MergePeople,
  type MergeResult,
  MergeServices,
  MergeTaskTypes,
  MOVED_KINDS,
  type Moved,
  type MovedKind,
} from '#toil';
import { Allow } from '../graphql/allow.js';
import { answerWith } from '../graphql/answer.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Payload } from '../graphql/payload.type.js';
import { rehearse } from '../graphql/rehearse.js';
import { PipelinePlaces } from '../ml/pipeline-places.js';

export const MovedKindEnum = Object.fromEntries(MOVED_KINDS.map((kind) => [kind, kind]));
registerEnumType(MovedKindEnum, { name: 'MovedKind' });

@InputType({
  description:
    'Keys. Everything of `from` moves to `into`; `from` is archived for good, and its key stands for `into`. Locked weeks keep their snapshot.',
})
export class MergeInput {
  @Field()
  from: string;

  @Field()
  into: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Says what would move, or why not, and changes nothing.',
  })
  dryRun: boolean;
}

@ObjectType('Moved', { description: 'How many things of a kind moved.' })
export class MovedType {
  @Field(() => MovedKindEnum)
  kind: MovedKind;

  @Field(() => Int)
  count: number;
}

@ObjectType()
export class MergePayload extends Payload {
  @Field(() => String, { nullable: true, description: 'Key of what stays.' })
  key: string | null;

  @Field(() => [MovedType], { description: 'Kinds with nothing to move are left out.' })
  moved: Moved[];
}

/** Making one of two. */
@Resolver()
export class MergeResolver {
  constructor(
    private readonly people: MergePeople,
    private readonly services: MergeServices,
    private readonly types: MergeTaskTypes,
    private readonly places: PipelinePlaces,
    private readonly transactions: Transactions,
  ) {}

  @Mutation(() => MergePayload)
  @Allow('LEAD')
  mergePeople(@Args('input') input: MergeInput, @CurrentCaller() caller: Caller) {
    return this.merge(input, (tx) => this.people.merge(tx, caller, input));
  }

  @Mutation(() => MergePayload)
  @Allow('LEAD')
  mergeServices(@Args('input') input: MergeInput, @CurrentCaller() caller: Caller) {
    return this.merge(input, (tx) =>
      this.services.merge(tx, caller, input, (inner, from, into) =>
        this.places.moveService(inner, from, into),
      ),
    );
  }

  @Mutation(() => MergePayload)
  @Allow('LEAD')
  mergeTaskTypes(@Args('input') input: MergeInput, @CurrentCaller() caller: Caller) {
    return this.merge(input, (tx) => this.types.merge(tx, caller, input));
  }

  private merge({ dryRun }: MergeInput, work: (tx: Tx) => Promise<MergeResult>) {
    const refused: { key: string | null; moved: Moved[] } = { key: null, moved: [] };
    return answerWith(refused, () => rehearse(this.transactions, dryRun, work));
  }
}
