import { Injectable } from '@nestjs/common';
import {
  type Account,
  Accounts,
  type Caller,
  emailOf,
  Invitations,
  LinkMail,
  type MailedLink,
  Passwords,
  Refusal,
  Transactions,
  type Tx,
} from '#platform';
import type { CreateAccountInput, InviteAccountInput, UpdateAccountInput } from './account.input.js';

/** Accounts as the API takes them: people by key, passwords in clear and links whole. */
@Injectable()
export class AccountDesk {
  constructor(
    private readonly mail: LinkMail,
    private readonly transactions: Transactions,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly invitations: Invitations,
  ) {}

  async create(caller: Caller, input: CreateAccountInput): Promise<Account> {
    const { name, email, role, password } = input;
    const passwordHash = password ? await this.passwords.store(password, ['input', 'password']) : null;
    return this.transactions.run(async (tx) => {
      const personId = await personIdOf(tx, input.person);
      return this.accounts.create(tx, caller, { name, email, role, personId, passwordHash });
    });
  }

  async invite(caller: Caller, input: InviteAccountInput): Promise<MailedLink> {
    const email = emailOf(input.email);
    const secret = await this.transactions.run(async (tx) => {
      const personId = await personIdOf(tx, input.person);
      return this.invitations.invite(tx, caller, input.role, personId);
    });
    return this.mail.send('invitation', secret, email);
  }

  update(caller: Caller, input: UpdateAccountInput): Promise<Account> {
    return this.transactions.run(async (tx) => {
      const personId = await personIdOf(tx, input.person);
      return this.accounts.change(tx, caller, { ...input, personId });
    });
  }
}

async function personIdOf(tx: Tx, key: string | null | undefined): Promise<string | null> {
  if (!key) return null;
  const rows: { id: string }[] = await tx.query(
    'select coalesce(merged_into, id) as id from person where key = $1',
    [key],
  );
  if (rows[0]) return rows[0].id;
  throw new Refusal('NOT_FOUND', 'There is no person with this key.', ['input', 'person']);
}
