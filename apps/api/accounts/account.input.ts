import { Field, ID, InputType } from '@nestjs/graphql';
import type { Role, TokenScope } from '#platform';
import { DateTimeScalar } from '../graphql/scalars.js';
import { RoleEnum, TokenScopeEnum } from './account.type.js';

@InputType({ description: 'person: key. Without a password the account is used with tokens only.' })
export class CreateAccountInput {
  @Field()
  name: string;

  @Field(() => String, { nullable: true })
  email?: string | null;

  @Field(() => RoleEnum, { defaultValue: 'MEMBER' })
  role: Role;

  @Field(() => String, { nullable: true })
  person?: string | null;

  @Field(() => String, { nullable: true })
  password?: string | null;
}

@InputType()
export class InviteAccountInput {
  @Field(() => String, {
    nullable: true,
    description: 'The link is mailed there where a mail server is configured.',
  })
  email?: string | null;

  @Field(() => RoleEnum, { defaultValue: 'MEMBER' })
  role: Role;

  @Field(() => String, { nullable: true })
  person?: string | null;
}

@InputType()
export class ResetPasswordInput {
  @Field(() => ID)
  account: string;
}

@InputType({ description: 'What is left out stays. disabled ends every session and token of the account.' })
export class UpdateAccountInput {
  @Field(() => ID)
  id: string;

  @Field(() => RoleEnum, { nullable: true })
  role?: Role | null;

  @Field(() => String, { nullable: true })
  person?: string | null;

  @Field(() => Boolean, { nullable: true })
  disabled?: boolean | null;
}

@InputType({ description: 'Ends every session of the account; sign in again with the new password.' })
export class ChangePasswordInput {
  @Field()
  current: string;

  @Field({ description: '10 to 256 characters.' })
  next: string;
}

@InputType({
  description: 'role and scopes left out = all that the account may. account: for whom; left out = yourself.',
})
export class CreateApiTokenInput {
  @Field()
  name: string;

  @Field(() => RoleEnum, { nullable: true })
  role?: Role | null;

  @Field(() => [TokenScopeEnum], { nullable: true })
  scopes?: TokenScope[] | null;

  @Field(() => DateTimeScalar, { nullable: true })
  expiresAt?: Date | null;

  @Field(() => ID, { nullable: true })
  account?: string | null;
}
