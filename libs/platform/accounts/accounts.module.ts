import { Module, type Provider } from '@nestjs/common';
import { Authenticator } from './authenticator.js';
import { Passwords } from './passwords.js';

const services: Provider[] = [Authenticator, Passwords];

/** Accounts, sessions and tokens: needed where somebody calls, not in the worker. */
@Module({ providers: services, exports: services })
export class AccountsModule {}
