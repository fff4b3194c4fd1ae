import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transactions.js';
import { Clock } from '../time/clock.js';
import { Authenticator } from './authenticator.js';
import { hashOf } from './credentials.rules.js';
import { Session } from './session.entity.js';

/** Opens and ends sessions of browsers. */
@Injectable()
export class Sessions {
  constructor(
    private readonly clock: Clock,
    private readonly authenticator: Authenticator,
  ) {}

  /** A new secret for the cookie (32 random bytes). Signing in always makes a new one, so none can be planted. */
  async open(tx: Tx, accountId: string, userAgent: string): Promise<string> {
    const secret = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await tx.insert(Session, {
      secretHash: hashOf(secret),
      accountId,
      createdAt: now,
      seenAt: now,
      userAgent: userAgent.slice(0, 300),
    });
    return secret;
  }

  /** Ends one session; nothing happens when it has ended before. */
  async end(tx: Tx, secret: string): Promise<void> {
    await tx.delete(Session, { secretHash: hashOf(secret) });
    this.authenticator.forget();
  }
}
