import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../caller/caller.js';
import type { Tx } from '../database/transactions.js';
import { canonical } from '../idempotency/canonical.rules.js';
import { Clock } from '../time/clock.js';
import { AuditRecord } from './audit.entity.js';
import { AuditAnchor } from './audit-anchor.entity.js';

type Content = Pick<AuditRecord, 'at' | 'actorId' | 'actor' | 'action' | 'subjectId' | 'before' | 'after'>;

/** The first row of a new thing; after is JSON (dates as ISO instants, no other object with a JSON form of its own). */
export interface FirstRow extends Pick<Content, 'at' | 'actorId' | 'actor' | 'action' | 'subjectId'> {
  after: string;
  digest: string;
}

/** Writes what changed into the same transaction as the change, so that neither exists without the other. */
@Injectable()
export class AuditTrail {
  constructor(private readonly clock: Clock) {}

  /** Adds one row. before is null for a creation, after for a removal. */
  async record(
    tx: Tx,
    caller: Caller,
    action: string,
    subjectId: string,
    before: object | null,
    after: object | null,
  ): Promise<void> {
    const content = plain({
      at: this.clock.now(),
      actorId: caller.accountId,
      actor: caller.name,
      action,
      subjectId,
      before,
      after,
    });
    const previous = await this.digestBefore(tx, subjectId);
    await tx.insert(AuditRecord, { ...content, digest: chained(previous, content) } as never);
  }

  /** The first row of a new thing, for a statement that inserts it beside the thing itself. */
  firstRow(caller: Caller, action: string, subjectId: string, after: object): FirstRow {
    return firstRow(this.clock.now(), caller, action, subjectId, after);
  }

  /** Adds the first row of many new things at once; the subjects must have no rows yet. */
  async recordNew(
    tx: Tx,
    caller: Caller,
    action: string,
    things: { subjectId: string; after: object }[],
  ): Promise<void> {
    const at = this.clock.now();
    const rows = things.map(({ subjectId, after }) => firstRow(at, caller, action, subjectId, after));
    await tx.query(
      `insert into audit_record (at, actor_id, actor, action, subject_id, after, digest)
       select $1, $2, $3, $4, subject_id, after, digest from unnest($5::text[], $6::jsonb[], $7::text[]) as t (subject_id, after, digest)`,
      [
        at,
        caller.accountId,
        caller.name,
        action,
        rows.map((row) => row.subjectId),
        rows.map((row) => row.after),
        rows.map((row) => row.digest),
      ],
    );
  }

  /** Adds one row for each of many things that changed together; no subject may be named twice. */
  async recordMany(
    tx: Tx,
    caller: Caller,
    action: string,
    changes: { subjectId: string; before: object; after: object }[],
  ): Promise<void> {
    if (changes.length === 0) return;
    const at = this.clock.now();
    const last: { id: string; digest: string }[] = await tx.query(
      `select distinct on (id) id, digest from (
         select subject_id as id, sequence, digest from audit_record where subject_id = any($1)
         union all select subject_id, 0, digest from audit_anchor where subject_id = any($1)
       ) as rows order by id, sequence desc`,
      [changes.map(({ subjectId }) => subjectId)],
    );
    const digests = new Map(last.map(({ id, digest }) => [id, digest]));
    const { accountId: actorId, name: actor } = caller;
    const rows = changes.map(({ subjectId, before, after }) => {
      const content = plain({ at, actorId, actor, action, subjectId, before, after });
      return { ...content, digest: chained(digests.get(subjectId) ?? '', content) };
    });
    await tx.query(
      `insert into audit_record (at, actor_id, actor, action, subject_id, before, after, digest)
       select $1, $2, $3, $4, t.* from unnest($5::text[], $6::jsonb[], $7::jsonb[], $8::text[]) as t`,
      [
        at,
        actorId,
        actor,
        action,
        rows.map((row) => row.subjectId),
        rows.map((row) => JSON.stringify(row.before)),
        rows.map((row) => JSON.stringify(row.after)),
        rows.map((row) => row.digest),
      ],
    );
  }

  /** Every change of one thing, oldest first. */
  history(tx: Tx, subjectId: string): Promise<AuditRecord[]> {
    return tx.find(AuditRecord, { where: { subjectId }, order: { sequence: 'ASC' } });
  }

  /** The sequence numbers of one thing's rows whose content no longer matches the chain; empty when nothing was touched. */
  async tampered(tx: Tx, subjectId: string): Promise<string[]> {
    const broken: string[] = [];
    let previous = await this.anchor(tx, subjectId);
    for (const row of await this.history(tx, subjectId)) {
      if (row.digest !== chained(previous, plain(row))) broken.push(row.sequence);
      previous = row.digest;
    }
    return broken;
  }

  /**
   * Rewrites what one thing's rows say, and chains them anew: for what must be forgotten by law. Whoever calls it
   * records that it happened. Answers how many rows were changed.
   */
  async rewrite(tx: Tx, subjectId: string, change: (said: object) => object): Promise<number> {
    let was = await this.anchor(tx, subjectId);
    let previous = was;
    let changed = 0;
    for (const row of await this.history(tx, subjectId)) {
      const [before, after] = [row.before && change(row.before), row.after && change(row.after)];
      if (canonical({ before, after }) !== canonical({ before: row.before, after: row.after })) changed++;
      // A row that somebody tampered with stays one.
      const isWhole = row.digest === chained(was, plain(row));
      was = row.digest;
      if (changed > 0) {
        if (isWhole) row.digest = chained(previous, plain({ ...row, before, after }));
        await tx.update(AuditRecord, { sequence: row.sequence }, {
          before,
          after,
          digest: row.digest,
        } as never);
      }
      previous = row.digest;
    }
    return changed;
  }

  /**
   * Forgets what makers such as the product itself wrote about things that are gone for good. What anybody else did
   * stays: of such a thing only the rows before the first of theirs go, and the chain goes on from the last of those.
   */
  async forget(tx: Tx, subjectIds: readonly string[], makers: readonly string[]): Promise<void> {
    await tx.query(
      `with others as (
         select s.id, (select min(a.sequence) from audit_record a where a.subject_id = s.id and a.actor_id <> all($2)) as first
           from unnest($1::text[]) as s (id)
       ), gone as (
         delete from audit_record a using others o
          where a.subject_id = o.id and (o.first is null or a.sequence < o.first)
         returning a.subject_id, a.sequence, a.digest, o.first
       )
       insert into audit_anchor (subject_id, digest)
       select distinct on (subject_id) subject_id, digest from gone where first is not null order by subject_id, sequence desc
       on conflict (subject_id) do update set digest = excluded.digest`,
      [subjectIds, makers],
    );
  }

  private async anchor(tx: Tx, subjectId: string): Promise<string> {
    return (await tx.findOneBy(AuditAnchor, { subjectId }))?.digest ?? '';
  }

  // One chain for each subject: a single chain would let one transaction at a time write in the whole product.
  // Whoever writes about the same thing waits until this transaction is over: two rows after one and the same row would look
  // as if somebody had changed the database. Many things, a person's or the report's, have no row that is locked meanwhile.
  private async digestBefore(tx: Tx, subjectId: string): Promise<string> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`audit\n${subjectId}`]);
    const last = await tx.findOne(AuditRecord, { where: { subjectId }, order: { sequence: 'DESC' } });
    return last?.digest ?? (await this.anchor(tx, subjectId));
  }
}

/** What is hashed must read back from jsonb as it was written: Dates become text before, not in the driver. */
export function plain(content: Content): Content {
  const { at, actorId, actor, action, subjectId } = content;
  return { at, actorId, actor, action, subjectId, before: json(content.before), after: json(content.after) };
}

function firstRow(at: Date, caller: Caller, action: string, subjectId: string, after: object): FirstRow {
  const { accountId: actorId, name: actor } = caller;
  const written = JSON.stringify(after);
  const content = {
    at,
    actorId,
    actor,
    action,
    subjectId,
    before: null,
    after: JSON.parse(written) as object,
  };
  return { at, actorId, actor, action, subjectId, after: written, digest: chained('', content) };
}

const json = (value: object | null): object | null =>
  value === null ? null : JSON.parse(JSON.stringify(value));

/** The digest of a row after the one before it ('' for the first of its subject). */
export const chained = (previous: string, content: Content): string =>
  hash('sha256', previous + canonical(content));
