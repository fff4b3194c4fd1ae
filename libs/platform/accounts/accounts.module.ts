import { Module, type Provider } from '@nestjs/common';
import { Accounts } from './accounts.js';
import { ApiTokens } from './api-tokens.js';
import { Authenticator } from './authenticator.js';
import { ChangePassword } from './change-password.js';
import { Invitations } from './invitations.js';
import { LinkMail } from './link-mail.js';
import { PasswordResets } from './password-resets.js';
import { Passwords } from './passwords.js';
import { ResetRequests } from './reset-requests.js';
import { Sessions } from './sessions.js';
import { Setup } from './setup.js';
import { SignIn } from './sign-in.js';

const services: Provider[] = [
  Accounts,
  ApiTokens,
  Authenticator,
  ChangePassword,
  Invitations,
  LinkMail,
  PasswordResets,
  Passwords,
  ResetRequests,
  Sessions,
  Setup,
  SignIn,
];

/** Accounts, sessions and tokens: needed where somebody calls, not in the worker. */
@Module({ providers: services, exports: services })
export class AccountsModule {}
