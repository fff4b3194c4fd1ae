import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { isNode, Node } from '../graphql/node.type.js';
import { Payload } from '../graphql/payload.type.js';
import { DateTimeScalar } from '../graphql/scalars.js';

isNode('svc', 'Service', 'service');

@ObjectType('Service', { implements: () => [Node] })
export class ServiceType implements Node {
  @Field(() => ID)
  id: string;

  @Field()
  key: string;

  @Field()
  name: string;

  @Field(() => Int, {
    description: 'Grows with every change; expectedVersion of a change is held against it.',
  })
  version: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it takes no new entries.' })
  archivedAt: Date | null;
}

@ObjectType()
export class ServicePayload extends Payload {
  @Field(() => ServiceType, { nullable: true })
  service: ServiceType | null;
}
