import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit-trail.js';
import { type Caller, type Role, reaches } from '../caller/caller.js';
import type { Tx } from '../database/transactions.js';
import { Refusal } from '../refusal/refusal.js';
import { Clock } from '../time/clock.js';
import { Ids } from '../time/ids.js';
import { refuseAbove } from './accounts.js';
import { ApiToken, TOKEN_SCOPES, type TokenScope } from './api-token.entity.js';
import { Authenticator } from './authenticator.js';
import { hashOf, tokenFrom } from './credentials.rules.js';

/** What a token is made for; role and scopes left out = all that the account may. */
export interface NewApiToken {
  name: string;
  role?: Role | null;
  scopes?: TokenScope[] | null;
  expiresAt?: Date | null;
  /** For whom; only an admin makes tokens for somebody else. */
  accountId?: string | null;
}

/** Makes and takes back API tokens. */
@Injectable()
export class ApiTokens {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly audit: AuditTrail,
    private readonly authenticator: Authenticator,
  ) {}

  /** The token with its secret, which nobody can ever read again. */
  async create(tx: Tx, caller: Caller, made: NewApiToken): Promise<{ token: ApiToken; secret: string }> {
    const accountId = made.accountId ?? caller.accountId;
    const role = made.role ?? caller.role;
    const name = made.name.trim();
    refuseAbove(caller, role, ['input', 'role']);
    if (accountId !== caller.accountId && caller.role !== 'ADMIN') {
      throw new Refusal('FORBIDDEN', 'Only an admin makes tokens for somebody else.', ['input', 'account']);
    }
    if (name.length === 0 || name.length > 200) {
      throw new Refusal('INVALID_INPUT', 'A name has 1 to 200 characters.', ['input', 'name']);
    }
    if (made.expiresAt && made.expiresAt <= this.clock.now()) {
      throw new Refusal('INVALID_INPUT', 'A token cannot have expired before it is made.', [
        'input',
        'expiresAt',
      ]);
    }
    await this.needAccount(tx, accountId);
    const secret = tokenFrom(randomBytes(24));
    const token: ApiToken = {
      id: this.ids.next('tok'),
      accountId,
      name,
      secretHash: hashOf(secret),
      hint: secret.slice(0, 8),
      role,
      scopes: made.scopes && made.scopes.length > 0 ? [...new Set(made.scopes)] : [...TOKEN_SCOPES],
      createdAt: this.clock.now(),
      expiresAt: made.expiresAt ?? null,
      usedAt: null,
    };
    await tx.insert(ApiToken, token);
    await this.audit.record(tx, caller, 'token.create', token.id, null, shown(token));
    return { token, secret };
  }

  /** Takes a token back: it stops working at once here, within a second everywhere. */
  async revoke(tx: Tx, caller: Caller, id: string): Promise<void> {
    const token = await tx.findOneBy(ApiToken, { id });
    if (!token || (token.accountId !== caller.accountId && !reaches(caller.role, 'ADMIN'))) {
      throw new Refusal('NOT_FOUND', 'You have no such token.', ['id']);
    }
    await tx.delete(ApiToken, { id });
    await this.audit.record(tx, caller, 'token.revoke', id, shown(token), null);
    this.authenticator.forget();
  }

  /** The caller's own tokens, newest first; an admin's list holds everybody's. */
  list(tx: Tx, caller: Caller): Promise<ApiToken[]> {
    const where = caller.role === 'ADMIN' ? {} : { accountId: caller.accountId };
    return tx.find(ApiToken, { where, order: { id: 'DESC' }, take: 500 });
  }

  private async needAccount(tx: Tx, id: string): Promise<void> {
    const found = await tx.query('select 1 from account where id = $1 and disabled_at is null', [id]);
    if (found.length > 0) return;
    throw new Refusal('NOT_FOUND', 'Name the account that the token is for.', ['input', 'account']);
  }
}

const shown = ({ name, accountId, role, scopes, expiresAt }: ApiToken) => ({
  name,
  accountId,
  role,
  scopes,
  expiresAt,
});
