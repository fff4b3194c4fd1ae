import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit-trail.js';
import { type Caller, type Role, SYSTEM } from '../caller/caller.js';
import { Transactions, type Tx } from '../database/transactions.js';
import { Refusal } from '../refusal/refusal.js';
import { Clock } from '../time/clock.js';
import type { Account } from './account.entity.js';
import { Accounts, refuseAbove } from './accounts.js';
import { hashOf } from './credentials.rules.js';
import { Invitation } from './invitation.entity.js';
import { Passwords } from './passwords.js';

const VALID_SECONDS = 7 * 86_400;

/** What somebody makes their account from. */
export interface Acceptance {
  token: string;
  name: string;
  email?: string | null;
  password: string;
  language?: string | null;
}

/** Links that let people make their own accounts, so that no admin ever knows a password. */
@Injectable()
export class Invitations {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly audit: AuditTrail,
  ) {}

  /** The link's secret, shown once; it works once, for seven days. */
  async invite(tx: Tx, caller: Caller, role: Role, personId: string | null): Promise<string> {
    refuseAbove(caller, role, ['input', 'role']);
    const secret = randomBytes(32).toString('base64url');
    const secretHash = hashOf(secret);
    const expiresAt = new Date(this.clock.now().getTime() + VALID_SECONDS * 1000);
    await tx.insert(Invitation, { secretHash, role, personId, invitedBy: caller.accountId, expiresAt });
    await this.audit.record(tx, caller, 'account.invite', secretHash.slice(0, 16), null, { role, personId });
    return secret;
  }

  /** Makes the account that the link stands for. The row is deleted by whoever comes first. */
  async accept(acceptance: Acceptance): Promise<Account> {
    const passwordHash = await this.passwords.store(acceptance.password, ['password']);
    return this.transactions.run(async (tx) => {
      const [rows]: [{ role: Role; person_id: string | null; expires_at: Date }[]] = await tx.query(
        'delete from invitation where secret_hash = $1 returning role, person_id, expires_at',
        [hashOf(acceptance.token)],
      );
      const invitation = rows[0];
      if (!invitation || invitation.expires_at <= this.clock.now()) {
        throw new Refusal('FORBIDDEN', 'This invitation has been used or has expired.', ['token']);
      }
      const { name, email, language } = acceptance;
      const { role, person_id: personId } = invitation;
      return this.accounts.create(tx, SYSTEM, { name, email, language, role, personId, passwordHash });
    });
  }
}
