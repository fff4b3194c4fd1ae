import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ERROR_CODES, type ErrorCode } from '#platform';
import type { UserErrorShape } from './answer.js';
import { JsonScalar } from './scalars.js';

/** The published codes as a GraphQL enum. */
export const ErrorCodeEnum = Object.fromEntries(ERROR_CODES.map((code) => [code, code]));
registerEnumType(ErrorCodeEnum, {
  name: 'ErrorCode',
  description: 'Published, documented in docs/errors.md; closed. The server adds members.',
});

@ObjectType('UserError', {
  description:
    'details: what the code needs to be acted on (CONFLICT: currentVersion; AMBIGUOUS_LOCAL_TIME: candidates with fold).',
})
export class UserError implements UserErrorShape {
  @Field(() => ErrorCodeEnum)
  code: ErrorCode;

  @Field()
  message: string;

  @Field(() => [String])
  path: string[];

  @Field(() => JsonScalar, { nullable: true })
  details: object | null;
}
