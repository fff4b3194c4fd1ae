import { createHash, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../caller/caller.js';
import { ROLES } from '../caller/caller.js';
import { CONFIG, type Config } from '../config/config.js';
import { Transactions } from '../database/transactions.js';
import { Clock } from '../time/clock.js';
import { Account } from './account.entity.js';
import { ApiToken, type TokenScope } from './api-token.entity.js';
import { hashOf, isToken } from './credentials.rules.js';
import { Session } from './session.entity.js';
import { isAlive, NOTE_SECONDS } from './session.rules.js';

/** Who somebody turned out to be. */
export interface Identity {
  caller: Caller;
  /** Null: everything that the role may. */
  scopes: readonly TokenScope[] | null;
  /** What the request limit counts by. */
  key: string;
}

// A revoked token or session stops working within this time, in every process.
const REMEMBERED_MS = 1000;
const REMEMBERED = 10_000;
const ADMIN_TOKEN: Caller = Object.freeze({
  accountId: 'admin-token',
  name: 'Admin token',
  role: 'ADMIN',
  personId: null,
});

/** Turns credentials into a caller. What it finds is remembered for a second, so that a burst costs one look-up. */
@Injectable()
export class Authenticator {
  private readonly remembered = new Map<string, { identity: Identity | null; until: number }>();
  private readonly adminDigest: Buffer | null;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    this.adminDigest = config.adminToken ? digest(config.adminToken.trim()) : null;
  }

  /** The token's identity; null when it is unknown, expired, revoked, or its account was disabled. */
  async byToken(token: string): Promise<Identity | null> {
    return this.once(token, () => this.readToken(token));
  }

  /** The identity behind a session cookie's secret; null when it has ended. */
  bySession(secret: string): Promise<Identity | null> {
    return this.once(secret, () => this.readSession(hashOf(secret)));
  }

  /** Forgets what this process remembers, so that a revocation holds at once here. */
  forget(): void {
    this.remembered.clear();
  }

  private async once(secret: string, read: () => Promise<Identity | null>): Promise<Identity | null> {
    const now = performance.now();
    const before = this.remembered.get(secret);
    if (before && before.until > now) return before.identity;
    const identity = await read();
    if (this.remembered.size >= REMEMBERED) this.remembered.clear();
    this.remembered.set(secret, { identity, until: now + REMEMBERED_MS });
    return identity;
  }

  private async readToken(text: string): Promise<Identity | null> {
    if (this.adminDigest && timingSafeEqual(digest(text), this.adminDigest)) {
      return { caller: ADMIN_TOKEN, scopes: null, key: 'admin-token' };
    }
    if (!isToken(text)) return null;
    const { read } = this.transactions;
    const secretHash = hashOf(text);
    const token = await read.findOneBy(ApiToken, { secretHash });
    const now = this.clock.now().getTime();
    if (!token || (token.expiresAt && token.expiresAt.getTime() <= now)) return null;
    const account = await this.account(token.accountId);
    if (!account) return null;
    if (now - (token.usedAt?.getTime() ?? 0) >= NOTE_SECONDS * 1000) {
      await read.update(ApiToken, { id: token.id }, { usedAt: new Date(now) });
    }
    const role = ROLES[Math.min(ROLES.indexOf(token.role), ROLES.indexOf(account.role))] ?? 'VIEWER';
    return { caller: callerOf(account, role), scopes: token.scopes, key: token.id };
  }

  private async readSession(secretHash: string): Promise<Identity | null> {
    const { read } = this.transactions;
    const session = await read.findOneBy(Session, { secretHash });
    const now = this.clock.now().getTime();
    if (!session || !isAlive(session.createdAt.getTime(), session.seenAt.getTime(), now)) return null;
    const account = await this.account(session.accountId);
    if (!account) return null;
    if (now - session.seenAt.getTime() >= NOTE_SECONDS * 1000) {
      await read.update(Session, { secretHash }, { seenAt: new Date(now) });
    }
    return { caller: callerOf(account, account.role), scopes: null, key: account.id };
  }

  private async account(id: string): Promise<Account | null> {
    const account = await this.transactions.read.findOneBy(Account, { id });
    return account && !account.disabledAt ? account : null;
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const callerOf = (account: Account, role: Caller['role']): Caller =>
  Object.freeze({ accountId: account.id, name: account.name, role, personId: account.personId });
