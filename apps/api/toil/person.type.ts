import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { isNode, Node } from '../graphql/node.type.js';
import { Payload } from '../graphql/payload.type.js';
import { DateTimeScalar, DecimalScalar } from '../graphql/scalars.js';

isNode('per', 'Person', 'person');

@ObjectType('Person', {
  implements: () => [Node],
  description:
    'zone: IANA. weeklyHours: contracted hours, spread evenly over the work days (Monday to Friday by default).',
})
export class PersonType implements Node {
  @Field(() => ID)
  id: string;

  @Field()
  key: string;

  @Field()
  name: string;

  @Field()
  zone: string;

  @Field(() => DecimalScalar)
  weeklyHours: string;

  @Field(() => Int, {
    description: 'Grows with every change; expectedVersion of a change is held against it.',
  })
  version: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it takes no new entries.' })
  archivedAt: Date | null;
}

@ObjectType()
export class PersonPayload extends Payload {
  @Field(() => PersonType, { nullable: true })
  person: PersonType | null;
}
