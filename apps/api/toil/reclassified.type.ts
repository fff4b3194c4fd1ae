import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Payload } from '../graphql/payload.type.js';

/** What rules for classes did to entries that were logged before them. */
@ObjectType({ isAbstract: true })
export abstract class ReclassifiedPayload extends Payload {
  @Field(() => Int, { description: 'Entries that have another class now.' })
  changed: number;

  @Field(() => Int, { description: 'Entries that would, but lie in a locked week and stay as they are.' })
  locked: number;
}
