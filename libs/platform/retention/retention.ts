import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit-trail.js';
import type { Caller } from '../caller/caller.js';
import type { Tx } from '../database/transactions.js';
import { refuseIfAny } from '../refusal/refusal.js';
import { Clock } from '../time/clock.js';
import {
  keepFault,
  oldBefore,
  RETENTION_DEFAULTS,
  RETENTION_KINDS,
  type RetentionKind,
} from './retention.rules.js';
import { RetentionRule } from './retention-rule.entity.js';

/** A kind of thing with the rule in force. */
export interface Kept
  extends Pick<RetentionRule, 'kind' | 'keepDays' | 'ranAt' | 'deleted' | 'totalDeleted'> {
  defaultDays: number | null;
  leastDays: number;
}

/** How long things are kept. */
@Injectable()
export class Retention {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** Every kind with the rule in force. */
  async rules(tx: Tx): Promise<Kept[]> {
    const rows = new Map((await tx.find(RetentionRule)).map((row) => [row.kind, row]));
    return RETENTION_KINDS.map((kind) => {
      const { keepDays: defaultDays, leastDays } = RETENTION_DEFAULTS[kind];
      const row = rows.get(kind);
      return {
        kind,
        keepDays: row?.isSet ? row.keepDays : defaultDays,
        ranAt: row?.ranAt ?? null,
        deleted: row?.deleted ?? null,
        totalDeleted: row?.totalDeleted ?? '0',
        defaultDays,
        leastDays,
      };
    });
  }

  /** The instant before which things of the kind are old; null when they are kept for ever. */
  async oldBefore(tx: Tx, kind: RetentionKind): Promise<Date | null> {
    const rule = (await this.rules(tx)).find((one) => one.kind === kind);
    return oldBefore(this.clock.now(), rule?.keepDays ?? null);
  }

  /** Keeps a kind for so many days from now on; null keeps it for ever. Nothing is deleted before the next tidying. */
  async keep(tx: Tx, caller: Caller, kind: RetentionKind, keepDays: number | null): Promise<Kept> {
    refuseIfAny(keepFault(kind, keepDays));
    const before = (await this.rules(tx)).find((one) => one.kind === kind) as Kept;
    await tx.upsert(RetentionRule, { kind, isSet: true, keepDays }, ['kind']);
    const shown = (days: number | null) => ({ kind, keepDays: days });
    await this.audit.record(
      tx,
      caller,
      'retention.keep',
      `retention:${kind}`,
      shown(before.keepDays),
      shown(keepDays),
    );
    return { ...before, keepDays };
  }

  /** Notes what a tidying came to. */
  async note(tx: Tx, kind: RetentionKind, deleted: number): Promise<void> {
    await tx.query(
      `insert into retention_rule (kind, is_set, ran_at, deleted, total_deleted) values ($1, false, $2, $3::integer, $3::integer)
       on conflict (kind) do update set ran_at = excluded.ran_at, deleted = excluded.deleted,
         total_deleted = retention_rule.total_deleted + excluded.total_deleted`,
      [kind, this.clock.now(), deleted],
    );
  }
}
