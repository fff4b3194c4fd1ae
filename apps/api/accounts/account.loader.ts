import { type Account, Accounts, Transactions } from '#platform';
import { byKey, type Loader, Loads, type LoadsMany } from '../graphql/loaders.js';

declare module '../graphql/loaders.js' {
  interface Loaders {
    account: Loader<Account>;
  }
}

/** Accounts by id. */
@Loads('account')
export class AccountLoader implements LoadsMany<Account> {
  constructor(
    private readonly accounts: Accounts,
    private readonly transactions: Transactions,
  ) {}

  async many(ids: readonly string[]): Promise<Map<string, Account>> {
    return byKey(await this.accounts.byIds(this.transactions.read, ids));
  }
}
