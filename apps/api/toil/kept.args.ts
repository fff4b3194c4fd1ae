import { ArgsType, Field } from '@nestjs/graphql';
import { PageArgs } from '../graphql/connection.js';

/** Arguments of lists whose things can be archived. */
@ArgsType()
export class KeptArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'true: the archived ones; false: those in use.' })
  archived: boolean;
}
