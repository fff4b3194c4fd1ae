import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.js';
import { type Caller, type Role, reaches } from '../caller/caller.js';
import type { Tx } from '../database/transactions.js';
import { type Page, type PageRequest, pageOf, positionOf } from '../paging/page.js';
import { Refusal } from '../refusal/refusal.js';
import { Clock } from '../time/clock.js';
import { Ids } from '../time/ids.js';
import { Account } from './account.entity.js';
import { ApiToken } from './api-token.entity.js';
import { Authenticator } from './authenticator.js';
import { signInNameOf } from './credentials.rules.js';
import { Session } from './session.entity.js';

/** What a new account is made from; without a password hash it can only be used with tokens. */
export interface NewAccount {
  name: string;
  email?: string | null;
  role: Role;
  personId?: string | null;
  passwordHash?: string | null;
  language?: string | null;
  zone?: string | null;
}

/** What may be changed later; what is left out stays. */
export interface AccountChange {
  id: string;
  role?: Role | null;
  personId?: string | null;
  disabled?: boolean | null;
}

/** Makes and changes accounts. Every change is in the audit trail, without anything secret. */
@Injectable()
export class Accounts {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly audit: AuditTrail,
    private readonly authenticator: Authenticator,
  ) {}

  async create(tx: Tx, caller: Caller, made: NewAccount): Promise<Account> {
    const name = made.name.trim();
    if (name.length === 0 || name.length > 200) {
      throw new Refusal('INVALID_INPUT', 'A name has 1 to 200 characters.', ['input', 'name']);
    }
    const account: Account = {
      id: this.ids.next('acc'),
      name,
      signInName: signInNameOf(name),
      email: emailOf(made.email),
      role: made.role,
      personId: made.personId ?? null,
      passwordHash: made.passwordHash ?? null,
      language: made.language ?? null,
      zone: made.zone ?? null,
      createdAt: this.clock.now(),
      disabledAt: null,
    };
    await this.insertUnique(tx, account);
    await this.audit.record(tx, caller, 'account.create', account.id, null, shown(account));
    return account;
  }

  /** Refuses to take away the last admin who can sign in. */
  async change(tx: Tx, caller: Caller, change: AccountChange): Promise<Account> {
    const account = await tx.findOne(Account, {
      where: { id: change.id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!account) throw new Refusal('NOT_FOUND', 'There is no such account.', ['input', 'id']);
    const before = shown(account);
    account.role = change.role ?? account.role;
    account.personId = change.personId ?? account.personId;
    if (change.disabled === true) account.disabledAt ??= this.clock.now();
    if (change.disabled === false) account.disabledAt = null;
    await tx.save(Account, account);
    if (before.role === 'ADMIN') await this.keepAnAdmin(tx);
    if (account.disabledAt) await this.signOutEverywhere(tx, account.id);
    this.authenticator.forget();
    await this.audit.record(tx, caller, 'account.change', account.id, before, shown(account));
    return account;
  }

  /** Ends every session and takes back every token of an account. */
  async signOutEverywhere(tx: Tx, accountId: string): Promise<void> {
    await tx.delete(Session, { accountId });
    await tx.delete(ApiToken, { accountId });
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<Account[]> {
    return tx.findBy(Account, { id: In([...ids]) });
  }

  /** Accounts by sign-in name. */
  async list(tx: Tx, page: PageRequest): Promise<Page<Account>> {
    const after = positionOf(page.after);
    const query = tx
      .createQueryBuilder(Account, 'account')
      .orderBy('account.sign_in_name')
      .addOrderBy('account.id');
    if (after)
      query.where('(account.sign_in_name, account.id) > (:key, :id)', { key: after[0], id: after[1] });
    const rows = await query.limit(page.first + 1).getMany();
    return pageOf(rows, page.first, (row) => [row.signInName, row.id]);
  }

  private async insertUnique(tx: Tx, account: Account): Promise<void> {
    // One may sign in by either, so that a name must not be somebody else's address.
    const own = [account.signInName, account.email].filter((name) => name !== null);
    const taken = await tx.query(
      'select 1 from account where sign_in_name = any($1) or email = any($1) limit 1',
      [own],
    );
    const { raw } = await tx
      .createQueryBuilder()
      .insert()
      .into(Account)
      .values(account)
      .orIgnore()
      .returning('id')
      .execute();
    if (taken.length > 0 || raw.length === 0) {
      throw new Refusal('KEY_TAKEN', 'An account with this name or e-mail address exists.', [
        'input',
        'name',
      ]);
    }
  }

  private async keepAnAdmin(tx: Tx): Promise<void> {
    const admins = await tx.query(
      `select 1 from account where role = 'ADMIN' and disabled_at is null and password_hash is not null limit 1`,
    );
    if (admins.length === 0) {
      throw new Refusal(
        'INVALID_TRANSITION',
        'This is the last admin who can sign in. Make another one first.',
        ['input', 'id'],
      );
    }
  }
}

/** Refuses a role above the caller's own: nobody hands out more than they have. */
export function refuseAbove(caller: Caller, role: Role, path: string[]): void {
  if (!reaches(caller.role, role)) throw new Refusal('FORBIDDEN', `You cannot give the role ${role}.`, path);
}

/** An address as it is compared: trimmed, lower case; null when there is none. Refuses what is no address. */
export function emailOf(text: string | null | undefined): string | null {
  const email = text?.trim().toLowerCase() || null;
  if (email && (email.length > 320 || !/^[^@\s]+@[^@\s]+$/.test(email))) {
    throw new Refusal('INVALID_INPUT', 'This is not an e-mail address.', ['input', 'email']);
  }
  return email;
}

const shown = ({ name, email, role, personId, disabledAt }: Account) => ({
  name,
  email,
  role,
  personId,
  disabledAt,
});
