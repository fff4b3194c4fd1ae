import type { Provider } from '@nestjs/common';
import { AccountLoader } from './account.loader.js';
import { AccountResolver, ApiTokenResolver, ViewerResolver } from './account.resolver.js';
import { AccountDesk } from './account-desk.js';

/** Everything of accounts that GraphQL shows. */
export const accountProviders: Provider[] = [
  AccountDesk,
  AccountLoader,
  AccountResolver,
  ApiTokenResolver,
  ViewerResolver,
];
