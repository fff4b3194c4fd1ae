import type { Tx } from '../database/transactions.js';
import type { RetentionKind } from './retention.rules.js';

/** Rows of one statement: no lock is held for long, and another process can go on in between. */
export const OLD_ROWS_BATCH = 5_000;

interface OldRows {
  table: string;
  /** What says that a row is old; $1 is the instant. */
  old: string;
}

/** What is deleted of each kind by its age alone; kinds with files or a chain behind them are somebody else's. */
const OLD_ROWS: Partial<Record<RetentionKind, OldRows[]>> = {
  ALERTS: [{ table: 'alert', old: `status = 'RESOLVED' and resolved_at < $1` }],
  RUN_CURVES: [{ table: 'metric_point', old: 'at < $1' }],
  RUN_LOGS: [{ table: 'run_log', old: 'at < $1' }],
  DELIVERIES: [{ table: 'github_delivery', old: 'received_at < $1' }],
  REPETITION_KEYS: [{ table: 'idempotency_key', old: 'created_at < $1' }],
  JOB_NOTES: [{ table: 'job_progress', old: 'updated_at < $1' }],
  SIGN_INS: [
    { table: 'session', old: 'seen_at < $1' },
    { table: 'invitation', old: 'expires_at < $1' },
    { table: 'password_reset', old: 'expires_at < $1' },
    { table: 'api_token', old: 'expires_at < $1' },
    { table: 'sign_in_attempt', old: 'expire < extract(epoch from $1::timestamptz) * 1000' },
  ],
};

/** Deletes old rows a batch at a time. */
export class OldRowsRepository {
  /** Whether the kind is deleted here. */
  knows(kind: RetentionKind): boolean {
    return kind === 'AUDIT' || kind in OLD_ROWS;
  }

  /** One batch; fewer than OLD_ROWS_BATCH mean that nothing old is left. */
  async deleteBatch(tx: Tx, kind: RetentionKind, before: Date): Promise<number> {
    if (kind === 'AUDIT') return this.deleteAudit(tx, before);
    for (const { table, old } of OLD_ROWS[kind] ?? []) {
      const [, count]: [unknown, number] = await tx.query(
        `delete from ${table} where ctid in (select ctid from ${table} where ${old} limit ${OLD_ROWS_BATCH})`,
        [before],
      );
      if (count > 0) return count;
    }
    return 0;
  }

  // The oldest rows of each subject go, and the digest of the last of them stays: the chain goes on from there.
  private async deleteAudit(tx: Tx, before: Date): Promise<number> {
    const rows: { deleted: number }[] = await tx.query(
      `with gone as (
         delete from audit_record where sequence in
           (select sequence from audit_record where at < $1 order by sequence limit ${OLD_ROWS_BATCH})
         returning sequence, subject_id, digest
       ), kept as (
         insert into audit_anchor (subject_id, digest)
         select distinct on (subject_id) subject_id, digest from gone order by subject_id, sequence desc
         on conflict (subject_id) do update set digest = excluded.digest
       )
       select count(*)::int as deleted from gone`,
      [before],
    );
    return rows[0]?.deleted ?? 0;
  }
}
