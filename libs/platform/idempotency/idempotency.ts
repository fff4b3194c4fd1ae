import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transactions.js';
import { Refusal } from '../refusal/refusal.js';
import { canonical } from './canonical.rules.js';

const LONGEST = 255;
const IN_INPUT: readonly string[] = ['input', 'idempotencyKey'];

/** A key and what it is used for; the digest tells whether a second use means the same. */
export interface KeyClaim {
  key: string;
  digest: string;
}

/** Makes a retry harmless: the same key with the same input answers again and writes nothing. */
@Injectable()
export class Idempotency {
  /**
   * Runs `work` once for each (operation, key) and remembers the id it returns. Twenty equal calls at once make one
   * row: the key is claimed first, and the others wait on it until the claim commits. Without a key, just runs.
   * `path` says where the caller gave the key.
   */
  async once(
    tx: Tx,
    operation: string,
    key: string | null | undefined,
    input: unknown,
    work: () => Promise<string>,
    path: readonly string[] = IN_INPUT,
  ): Promise<string> {
    const claim = this.claimOf(key, input, path);
    if (claim === null) return work();
    const { digest } = claim;
    const claimed: unknown[] = await tx.query(
      `insert into idempotency_key (operation, key, input_digest, result) values ($1, $2, $3, '')
       on conflict do nothing returning key`,
      [operation, claim.key, digest],
    );
    if (claimed.length === 0) return this.first(tx, operation, claim, path);
    const result = await work();
    await tx.query('update idempotency_key set result = $3 where operation = $1 and key = $2', [
      operation,
      claim.key,
      result,
    ]);
    return result;
  }

  /**
   * The claim of a key, for a statement that inserts it beside what it protects; null without a key. Where that insert
   * finds the key taken, nothing may be written, and `once` has the answer.
   */
  claimOf(key: string | null | undefined, input: unknown, path = IN_INPUT): KeyClaim | null {
    if (key === null || key === undefined) return null;
    if (key.length === 0 || key.length > LONGEST || key.includes('\0')) {
      throw new Refusal(
        'INVALID_INPUT',
        `idempotencyKey holds 1 to ${LONGEST} characters, none of them the zero character.`,
        [...path],
      );
    }
    return { key, digest: hash('sha256', canonical(input)) };
  }

  private async first(
    tx: Tx,
    operation: string,
    { key, digest }: KeyClaim,
    path: readonly string[],
  ): Promise<string> {
    const rows: { input_digest: string; result: string }[] = await tx.query(
      'select input_digest, result from idempotency_key where operation = $1 and key = $2',
      [operation, key],
    );
    const row = rows[0];
    if (!row || row.input_digest !== digest) {
      throw new Refusal(
        'IDEMPOTENCY_CONFLICT',
        `The idempotency key "${key}" was used before with another input. Use a new key for new work.`,
        [...path],
      );
    }
    return row.result;
  }
}
