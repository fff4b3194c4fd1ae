import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  type Account,
  Accounts,
  type ApiToken,
  ApiTokens,
  type Caller,
  ChangePassword,
  LinkMail,
  type MailedLink,
  PasswordResets,
  Transactions,
} from '#platform';
import { Allow } from '../graphql/allow.js';
import { accepted, answer, answerWith } from '../graphql/answer.js';
import { Connection, PageArgs } from '../graphql/connection.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Loaders } from '../graphql/loaders.js';
import { AcceptedPayload } from '../graphql/payload.type.js';
import { PersonType } from '../toil/person.type.js';
import {
  ChangePasswordInput,
  CreateAccountInput,
  CreateApiTokenInput,
  InviteAccountInput,
  ResetPasswordInput,
  UpdateAccountInput,
} from './account.input.js';
import {
  AccountPayload,
  AccountType,
  ApiTokenPayload,
  ApiTokenType,
  InvitationPayload,
  PasswordResetPayload,
  ViewerType,
} from './account.type.js';
import { AccountDesk } from './account-desk.js';

const AccountConnection = Connection(AccountType, 'Account');

const NO_LINK: { [name in keyof MailedLink]: string | null } = { link: null, mailedTo: null };

/** Who is calling. */
@Resolver(() => ViewerType)
export class ViewerResolver {
  constructor(private readonly passwords: ChangePassword) {}

  @Query(() => ViewerType)
  me(@CurrentCaller() caller: Caller): Caller {
    return caller;
  }

  @ResolveField(() => PersonType, { nullable: true })
  person(@Parent() caller: Caller, @Loaders() loaders: Loaders) {
    return caller.personId === null ? null : loaders.person.load(caller.personId);
  }

  @Mutation(() => AcceptedPayload)
  @Allow('VIEWER')
  changePassword(@Args('input') input: ChangePasswordInput, @CurrentCaller() caller: Caller) {
    return accepted(() => this.passwords.change(caller, input.current, input.next));
  }
}

/** Accounts, for those who keep them. */
@Resolver(() => AccountType)
export class AccountResolver {
  constructor(
    private readonly desk: AccountDesk,
    private readonly accounts: Accounts,
    private readonly resets: PasswordResets,
    private readonly mail: LinkMail,
    private readonly transactions: Transactions,
  ) {}

  @ResolveField(() => PersonType, { nullable: true, description: 'Whose work this account logs.' })
  person(@Parent() account: Account, @Loaders() loaders: Loaders) {
    return account.personId === null ? null : loaders.person.load(account.personId);
  }

  @Query(() => AccountConnection, { name: 'accounts' })
  @Allow('ADMIN')
  list(@Args() page: PageArgs) {
    return this.accounts.list(this.transactions.read, page);
  }

  @Mutation(() => AccountPayload)
  @Allow('ADMIN')
  createAccount(@Args('input') input: CreateAccountInput, @CurrentCaller() caller: Caller) {
    return answer('account', () => this.desk.create(caller, input));
  }

  @Mutation(() => InvitationPayload)
  @Allow('ADMIN')
  inviteAccount(@Args('input') input: InviteAccountInput, @CurrentCaller() caller: Caller) {
    return answerWith(NO_LINK, () => this.desk.invite(caller, input));
  }

  @Mutation(() => PasswordResetPayload, {
    description: 'Makes a link for a new password; every session of the account ends when it is used.',
  })
  @Allow('ADMIN')
  resetPassword(@Args('input') { account }: ResetPasswordInput, @CurrentCaller() caller: Caller) {
    return answerWith(NO_LINK, async () => {
      const made = await this.transactions.run((tx) => this.resets.issue(tx, caller, account));
      return this.mail.send('password-reset', made.secret, made.account.email);
    });
  }

  @Mutation(() => AccountPayload)
  @Allow('ADMIN')
  updateAccount(@Args('input') input: UpdateAccountInput, @CurrentCaller() caller: Caller) {
    return answer('account', () => this.desk.update(caller, input));
  }
}

/** API tokens: one's own, and for an admin everybody's. */
@Resolver(() => ApiTokenType)
export class ApiTokenResolver {
  constructor(
    private readonly tokens: ApiTokens,
    private readonly transactions: Transactions,
  ) {}

  @Query(() => [ApiTokenType], { name: 'apiTokens', description: 'Newest first.' })
  list(@CurrentCaller() caller: Caller): Promise<ApiToken[]> {
    return this.tokens.list(this.transactions.read, caller);
  }

  @Mutation(() => ApiTokenPayload)
  @Allow('VIEWER')
  createApiToken(@Args('input') input: CreateApiTokenInput, @CurrentCaller() caller: Caller) {
    const made = { ...input, accountId: input.account };
    return answerWith<{ token: ApiToken | null; secret: string | null }>({ token: null, secret: null }, () =>
      this.transactions.run((tx) => this.tokens.create(tx, caller, made)),
    );
  }

  @Mutation(() => AcceptedPayload)
  @Allow('VIEWER')
  revokeApiToken(@Args('id', { type: () => ID }) id: string, @CurrentCaller() caller: Caller) {
    return accepted(() => this.transactions.run((tx) => this.tokens.revoke(tx, caller, id)));
  }
}
