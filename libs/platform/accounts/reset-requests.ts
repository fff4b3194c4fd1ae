import { Injectable } from '@nestjs/common';
import { type RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { SYSTEM } from '../caller/caller.js';
import { Transactions } from '../database/transactions.js';
import { Account } from './account.entity.js';
import { attemptLimiter } from './attempt-limiter.js';
import { hashOf, signInNameOf } from './credentials.rules.js';
import { LinkMail } from './link-mail.js';
import { PasswordResets } from './password-resets.js';

// Three mails for one name and twenty for one address in a quarter of an hour.
const PER_NAME = 3;
const PER_ADDRESS = 20;

/** Mails a link for a new password to somebody who cannot sign in. */
@Injectable()
export class ResetRequests {
  private readonly byName: RateLimiterPostgres;
  private readonly byAddress: RateLimiterPostgres;

  constructor(
    dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly resets: PasswordResets,
    private readonly mail: LinkMail,
  ) {
    this.byName = attemptLimiter(dataSource, 'reset-name', PER_NAME);
    this.byAddress = attemptLimiter(dataSource, 'reset-address', PER_ADDRESS);
  }

  /** Seconds to wait, 0 when it was taken. Whether there is such an account, or an address, is told to nobody. */
  async request(name: string, ip: string): Promise<number> {
    const signInName = signInNameOf(name);
    try {
      await this.byAddress.consume(ip);
      await this.byName.consume(hashOf(signInName));
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return Math.ceil(refused.msBeforeNext / 1000) || 1;
      throw refused;
    }
    const account = await this.transactions.read.findOne(Account, {
      where: [{ signInName }, { email: signInName }],
    });
    if (!account?.email || account.disabledAt || !this.mail.isConfigured) return 0;
    const { secret } = await this.transactions.run((tx) => this.resets.issue(tx, SYSTEM, account.id));
    // Not waited for: how long a mail server takes would tell that there is such an account.
    void this.mail.send('password-reset', secret, account.email);
    return 0;
  }
}
