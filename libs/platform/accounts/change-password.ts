import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit-trail.js';
import type { Caller } from '../caller/caller.js';
import { Transactions } from '../database/transactions.js';
import { Refusal } from '../refusal/refusal.js';
import { Account } from './account.entity.js';
import { Authenticator } from './authenticator.js';
import { Passwords } from './passwords.js';
import { Session } from './session.entity.js';

/** Changes one's own password. Every session ends, this one too: whoever knew the old one is out. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly passwords: Passwords,
    private readonly audit: AuditTrail,
    private readonly authenticator: Authenticator,
  ) {}

  async change(caller: Caller, current: string, next: string): Promise<void> {
    const id = caller.accountId;
    const account = await this.transactions.read.findOneBy(Account, { id });
    if (!account || !(await this.passwords.matches(account.passwordHash, current))) {
      throw new Refusal('INVALID_INPUT', 'The current password is wrong.', ['input', 'current']);
    }
    const passwordHash = await this.passwords.store(next, ['input', 'next']);
    await this.transactions.run(async (tx) => {
      await tx.update(Account, { id }, { passwordHash });
      await tx.delete(Session, { accountId: id });
      await this.audit.record(tx, caller, 'account.password', id, null, null);
    });
    this.authenticator.forget();
  }
}
