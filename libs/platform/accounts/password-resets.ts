import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit-trail.js';
import { type Caller, SYSTEM } from '../caller/caller.js';
import { Transactions, type Tx } from '../database/transactions.js';
import { Refusal } from '../refusal/refusal.js';
import { Clock } from '../time/clock.js';
import { Account } from './account.entity.js';
import { Authenticator } from './authenticator.js';
import { hashOf } from './credentials.rules.js';
import { PasswordReset } from './password-reset.entity.js';
import { Passwords } from './passwords.js';
import { Session } from './session.entity.js';

const VALID_SECONDS = 30 * 60;

/** Links for choosing a new password: no admin ever knows it, and nobody has to know the old one. */
@Injectable()
export class PasswordResets {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly passwords: Passwords,
    private readonly audit: AuditTrail,
    private readonly authenticator: Authenticator,
  ) {}

  /** The link's secret, shown once; it works once, for 30 minutes, and ends the link made before it. */
  async issue(tx: Tx, caller: Caller, accountId: string): Promise<{ secret: string; account: Account }> {
    const account = await tx.findOne(Account, {
      where: { id: accountId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!account) throw new Refusal('NOT_FOUND', 'There is no such account.', ['input', 'account']);
    if (account.disabledAt) {
      throw new Refusal('INVALID_TRANSITION', 'The account is disabled. Enable it first.', [
        'input',
        'account',
      ]);
    }
    const secret = randomBytes(32).toString('base64url');
    const expiresAt = new Date(this.clock.now().getTime() + VALID_SECONDS * 1000);
    await tx.delete(PasswordReset, { accountId: account.id });
    await tx.insert(PasswordReset, { secretHash: hashOf(secret), accountId: account.id, expiresAt });
    await this.audit.record(tx, caller, 'account.resetPassword', account.id, null, { expiresAt });
    return { secret, account };
  }

  /** Sets the password that the link allows and ends every session. The row is deleted by whoever comes first. */
  async redeem(token: string, password: string): Promise<Account> {
    const passwordHash = await this.passwords.store(password, ['password']);
    const account = await this.transactions.run(async (tx) => {
      const [rows]: [{ account_id: string; expires_at: Date }[]] = await tx.query(
        'delete from password_reset where secret_hash = $1 returning account_id, expires_at',
        [hashOf(token)],
      );
      const link = rows[0];
      const id = link && link.expires_at > this.clock.now() ? link.account_id : '';
      const found = await tx.findOne(Account, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!found || found.disabledAt) {
        throw new Refusal('FORBIDDEN', 'This link has been used or has expired. Ask for a new one.', [
          'token',
        ]);
      }
      await tx.update(Account, { id }, { passwordHash });
      await tx.delete(Session, { accountId: id });
      await this.audit.record(tx, SYSTEM, 'account.password', id, null, null);
      return found;
    });
    this.authenticator.forget();
    return account;
  }
}
