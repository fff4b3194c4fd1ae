import { randomUUID } from 'node:crypto';
import type { PgBoss } from 'pg-boss';
import type { Tx } from '../database/transactions.js';
import { through } from './boss.js';
import type { JobContract, PayloadOf } from './job-contract.js';

/** Promises work for later. The promise exists exactly when the transaction that made it commits. */
export class Jobs {
  constructor(private readonly boss: PgBoss) {}

  /** Takes a job in and returns its id, or null when an equal unique job already waits or runs. */
  async enqueue<C extends JobContract>(
    tx: Tx,
    contract: C,
    payload: PayloadOf<C>,
    options: { startAfter?: Date } = {},
  ): Promise<string | null> {
    const parsed = contract.schema.parse(payload) as PayloadOf<C>;
    const key = contract.uniqueKey ? (contract.uniqueKey(parsed) ?? randomUUID()) : undefined;
    return this.boss.send(contract.name, parsed as object, {
      db: through(tx),
      ...(key === undefined ? {} : { singletonKey: key }),
      ...(options.startAfter ? { startAfter: options.startAfter } : {}),
    });
  }

  /** Cancels a waiting job at once; a running one sees its signal abort within seconds. */
  async cancel(tx: Tx, contract: JobContract, jobId: string): Promise<void> {
    await this.boss.cancel(contract.name, jobId, { db: through(tx) });
  }
}
