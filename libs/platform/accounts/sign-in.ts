import { Inject, Injectable } from '@nestjs/common';
import { type RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { Transactions } from '../database/transactions.js';
import { LOG, type Log } from '../log/log.js';
import { Account } from './account.entity.js';
import { attemptLimiter } from './attempt-limiter.js';
import { hashOf, signInNameOf } from './credentials.rules.js';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.js';

/** Where a sign-in comes from. */
export interface SignInPlace {
  ip: string;
  userAgent: string;
}

/** What a sign-in led to: the cookie's secret, or why not. */
export type SignInOutcome = { secret: string } | { wrong: true } | { waitSeconds: number };

// Ten wrong passwords for one name or a hundred from one address lock that name or address for a quarter of an hour.
const PER_NAME = 10;
const PER_ADDRESS = 100;

/** Signs people in by name or e-mail and password, and slows guessing down in every process together. */
@Injectable()
export class SignIn {
  private readonly byName: RateLimiterPostgres;
  private readonly byAddress: RateLimiterPostgres;

  constructor(
    dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.byName = attemptLimiter(dataSource, 'name', PER_NAME);
    this.byAddress = attemptLimiter(dataSource, 'address', PER_ADDRESS);
  }

  /** A wrong name takes as long as a wrong password and is answered alike. */
  async signIn(name: string, password: string, place: SignInPlace): Promise<SignInOutcome> {
    const signInName = signInNameOf(name);
    // Counted before the password is looked at: a hundred guesses at once are a hundred counts.
    const waitSeconds = await this.count(hashOf(signInName), place.ip);
    if (waitSeconds > 0) return { waitSeconds };
    const account = await this.transactions.read.findOne(Account, {
      where: [{ signInName }, { email: signInName }],
    });
    const matches = await this.passwords.matches(account?.passwordHash, password);
    if (!matches || !account || account.disabledAt) {
      this.log.info({ ip: place.ip }, 'sign-in refused');
      return { wrong: true };
    }
    await Promise.all([this.byName.delete(hashOf(signInName)), this.byAddress.reward(place.ip, 1)]);
    return {
      secret: await this.transactions.run((tx) => this.sessions.open(tx, account.id, place.userAgent)),
    };
  }

  private async count(name: string, ip: string): Promise<number> {
    try {
      await this.byAddress.consume(ip);
      await this.byName.consume(name);
      return 0;
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return Math.ceil(refused.msBeforeNext / 1000) || 1;
      throw refused;
    }
  }
}
