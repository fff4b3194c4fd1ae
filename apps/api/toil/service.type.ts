import { Field, ID, ObjectType } from '@nestjs/graphql';
import { isNode, Node } from '../graphql/node.type.js';
import { Payload } from '../graphql/payload.type.js';

isNode('svc', 'Service', 'service');

@ObjectType('Service', { implements: () => [Node] })
export class ServiceType implements Node {
  @Field(() => ID)
  id: string;

  @Field()
  key: string;

  @Field()
  name: string;
}

@ObjectType()
export class ServicePayload extends Payload {
  @Field(() => ServiceType, { nullable: true })
  service: ServiceType | null;
}
