import { Field, ObjectType } from '@nestjs/graphql';
import { UserError } from './user-error.type.js';

/** Base of every mutation payload: extend it and add the nullable resource. */
@ObjectType({ isAbstract: true })
export abstract class Payload {
  @Field(() => [UserError])
  userErrors: UserError[];
}

/** Answer of mutations that only say whether it was done. */
@ObjectType()
export class AcceptedPayload extends Payload {
  @Field()
  accepted: boolean;

  @Field()
  duplicate: boolean;
}
