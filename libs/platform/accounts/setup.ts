import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../caller/caller.js';
import { Transactions, type Tx } from '../database/transactions.js';
import { Refusal } from '../refusal/refusal.js';
import { Clock } from '../time/clock.js';
import type { Account } from './account.entity.js';
import { Accounts } from './accounts.js';
import { hashOf } from './credentials.rules.js';
import { Passwords } from './passwords.js';
import { SetupLink } from './setup-link.entity.js';

const VALID_SECONDS = 30 * 60;

/** What the first admin tells about themselves. */
export interface Claim {
  token: string;
  name: string;
  password: string;
  language?: string | null;
  zone?: string | null;
}

/** The one way to the first account of a fresh installation. */
@Injectable()
export class Setup {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
  ) {}

  /** A new single-use link secret, valid for 30 minutes; null once there is an account or the claim was made. */
  issue(): Promise<string | null> {
    return this.transactions.run(async (tx) => {
      if (!(await isFresh(tx))) return null;
      const secret = randomBytes(32).toString('base64url');
      const now = this.clock.now().getTime();
      await tx.query('delete from setup_link where expires_at <= $1', [new Date(now)]);
      await tx.insert(SetupLink, {
        secretHash: hashOf(secret),
        expiresAt: new Date(now + VALID_SECONDS * 1000),
      });
      return secret;
    });
  }

  /**
   * Makes the first admin. However many claims come at once, with one link or several, one wins: all of them insert
   * the same row, and the key of that row lets one through. `also` is done in the same transaction.
   */
  async claim(claim: Claim, also: (tx: Tx) => Promise<unknown> = async () => undefined): Promise<Account> {
    const passwordHash = await this.passwords.store(claim.password, ['password']);
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const links = await tx.query('select 1 from setup_link where secret_hash = $1 and expires_at > $2', [
        hashOf(claim.token),
        now,
      ]);
      if (links.length === 0 || !(await isFresh(tx))) throw used();
      const won = await tx.query(
        `insert into setup_claim (claimed, account_id, claimed_at) values (true, '', $1) on conflict do nothing returning 1`,
        [now],
      );
      if (won.length === 0) throw used();
      const account = await this.accounts.create(tx, SYSTEM, { ...claim, role: 'ADMIN', passwordHash });
      await tx.query('update setup_claim set account_id = $1', [account.id]);
      await tx.query('delete from setup_link');
      await also(tx);
      return account;
    });
  }
}

const used = () =>
  new Refusal(
    'FORBIDDEN',
    'This setup link has been used or has expired. Start Untoil again for a new one.',
    ['token'],
  );

async function isFresh(tx: Tx): Promise<boolean> {
  const rows = await tx.query('select 1 from setup_claim union all select 1 from account limit 1');
  return rows.length === 0;
}
