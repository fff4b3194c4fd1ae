import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ROLES, type Role, TOKEN_SCOPES, type TokenScope } from '#platform';
import { isNode, Node } from '../graphql/node.type.js';
import { Payload } from '../graphql/payload.type.js';
import { DateTimeScalar } from '../graphql/scalars.js';

export const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role]));
registerEnumType(RoleEnum, { name: 'Role', description: 'Each may do what the ones before it may.' });

export const TokenScopeEnum = Object.fromEntries(TOKEN_SCOPES.map((scope) => [scope, scope]));
registerEnumType(TokenScopeEnum, {
  name: 'TokenScope',
  description:
    'READ: queries, subscriptions and downloads. WRITE: everything that changes something. PREDICT: asking a model.',
});

isNode('acc', 'Account', 'account', 'ADMIN');

@ObjectType('Viewer', {
  description: 'The account behind the credentials; person where it is linked to one.',
})
export class ViewerType {
  @Field()
  name: string;

  @Field(() => RoleEnum)
  role: Role;
}

@ObjectType('Account', {
  implements: () => [Node],
  description: 'Somebody who may sign in, or who only has tokens.',
})
export class AccountType extends Node {
  @Field()
  name: string;

  @Field(() => String, { nullable: true })
  email: string | null;

  @Field(() => RoleEnum)
  role: Role;

  @Field(() => DateTimeScalar)
  createdAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when nobody can come in with it.' })
  disabledAt: Date | null;
}

@ObjectType('ApiToken', {
  description: 'A token of an account. The token itself was shown once, when it was made.',
})
export class ApiTokenType {
  @Field(() => ID)
  id: string;

  @Field()
  name: string;

  @Field({ description: 'The first characters of the token, to recognise it by.' })
  hint: string;

  @Field(() => RoleEnum, { description: 'The most it may do; never more than its account may.' })
  role: Role;

  @Field(() => [TokenScopeEnum])
  scopes: TokenScope[];

  @Field(() => DateTimeScalar)
  createdAt: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  expiresAt: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'To the minute.' })
  usedAt: Date | null;
}

@ObjectType()
export class AccountPayload extends Payload {
  @Field(() => AccountType, { nullable: true })
  account: AccountType | null;
}

@ObjectType()
export class InvitationPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description: 'The link to hand over; shown once, works once, for seven days.',
  })
  link: string | null;

  @Field(() => String, { nullable: true, description: 'The address that the link was mailed to as well.' })
  mailedTo: string | null;
}

@ObjectType()
export class PasswordResetPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description:
      'The link to hand over; shown once, works once, for 30 minutes. It ends the one made before it.',
  })
  link: string | null;

  @Field(() => String, { nullable: true, description: 'The address that the link was mailed to as well.' })
  mailedTo: string | null;
}

@ObjectType()
export class ApiTokenPayload extends Payload {
  @Field(() => ApiTokenType, { nullable: true })
  token: ApiTokenType | null;

  @Field(() => String, { nullable: true, description: 'The token itself; shown now and never again.' })
  secret: string | null;
}
