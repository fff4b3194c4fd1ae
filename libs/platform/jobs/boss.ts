import { PgBoss } from 'pg-boss';
import type { Tx } from '../database/transactions.js';
import type { JobContract } from './job-contract.js';

/** Where jobs land that no retry can help; kept for 30 days. */
export const DEAD_LETTERS = 'dead-letters';
const KEEP_DEAD_SECONDS = 30 * 86_400;

/** Short intervals so that a killed worker's job is back within seconds (the defaults wait a minute). */
export function createBoss(databaseUrl: string, role: 'client' | 'worker'): PgBoss {
  return new PgBoss({
    connectionString: databaseUrl,
    application_name: `untoil-jobs-${role}`,
    max: role === 'worker' ? 6 : 2,
    useListenNotify: role === 'worker',
    schedule: false,
    supervise: role === 'worker',
    monitorIntervalSeconds: 1,
    superviseIntervalSeconds: 1,
  });
}

/** Makes the queue of every contract, or brings it up to date. */
export async function prepareQueues(boss: PgBoss, contracts: readonly JobContract[]): Promise<void> {
  const existing = new Map((await boss.getQueues()).map((queue) => [queue.name, queue.policy]));
  if (!existing.has(DEAD_LETTERS))
    await boss.createQueue(DEAD_LETTERS, { deleteAfterSeconds: KEEP_DEAD_SECONDS });
  for (const contract of contracts) {
    const options = {
      notify: true,
      retryLimit: contract.retryLimit,
      retryDelay: contract.retryDelaySeconds,
      retryBackoff: true,
      expireInSeconds: contract.expireInSeconds,
      heartbeatSeconds: contract.heartbeatSeconds,
      deadLetter: DEAD_LETTERS,
    };
    if (existing.has(contract.name)) await boss.updateQueue(contract.name, options);
    else
      await boss.createQueue(contract.name, {
        ...options,
        policy: contract.uniqueKey ? 'exclusive' : 'standard',
      });
  }
}

/** Lets pg-boss write through an open transaction of ours. */
export const through = (tx: Tx) => ({
  async executeSql(text: string, values?: unknown[]) {
    const result = await tx.query(text, values as unknown[]);
    // TypeORM answers update and delete with [rows, count], pg-boss wants the rows.
    const rows =
      Array.isArray(result) && Array.isArray(result[0]) && typeof result[1] === 'number' ? result[0] : result;
    return { rows: rows ?? [] };
  },
});
