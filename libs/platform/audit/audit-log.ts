import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transactions.js';
import { type Page, type PageRequest, pageOf, positionOf } from '../paging/page.js';
import { AuditRecord } from './audit.entity.js';
import { AuditAnchor } from './audit-anchor.entity.js';
import { chained, plain } from './audit-trail.js';

/** Which changes are wanted. actor: part of a name; action: a whole one, or what it begins with up to the dot. */
export interface AuditFilter {
  actor?: string | null;
  action?: string | null;
  subject?: string | null;
  from?: Date | null;
  to?: Date | null;
}

/** What looking at every row came to. broken: sequence numbers of rows that do not fit the chain, at most MOST_BROKEN. */
export interface AuditCheck {
  records: number;
  subjects: number;
  broken: string[];
}

const MOST_BROKEN = 100;
const BATCH = 5_000;

/** Reads what was changed by whom, and checks that nobody changed the record of it. */
@Injectable()
export class AuditLog {
  /** Newest first. */
  async page(tx: Tx, filter: AuditFilter, { first, after }: PageRequest): Promise<Page<AuditRecord>> {
    const query = tx
      .createQueryBuilder(AuditRecord, 'a')
      .orderBy('a.sequence', 'DESC')
      .limit(first + 1);
    if (filter.actor) {
      const actor = `%${filter.actor.replace(/[\\%_]/g, '\\$&')}%`;
      query.andWhere('a.actor ilike :actor', { actor });
    }
    if (filter.action) {
      query.andWhere(`(a.action = :action or split_part(a.action, '.', 1) = :action)`, {
        action: filter.action,
      });
    }
    if (filter.subject) query.andWhere('a.subjectId = :subject', { subject: filter.subject });
    if (filter.from) query.andWhere('a.at >= :from', { from: filter.from });
    if (filter.to) query.andWhere('a.at < :to', { to: filter.to });
    const position = positionOf(after);
    if (position) query.andWhere('a.sequence < cast(:last as bigint)', { last: Number(position[0]) || 0 });
    return pageOf(await query.getMany(), first, (row) => [row.sequence, '']);
  }

  /** Every action that occurs, in the order of the alphabet. */
  async actions(tx: Tx): Promise<string[]> {
    const rows: { action: string }[] = await tx.query(
      'select distinct action from audit_record order by action',
    );
    return rows.map(({ action }) => action);
  }

  /** Recomputes the digest of every row, a batch at a time; some 50,000 rows a second. */
  async check(tx: Tx): Promise<AuditCheck> {
    const anchors = new Map((await tx.find(AuditAnchor)).map(({ subjectId, digest }) => [subjectId, digest]));
    const check: AuditCheck = { records: 0, subjects: 0, broken: [] };
    let last: { subjectId: string; sequence: string; digest: string } | null = null;
    for (;;) {
      const rows: AuditRecord[] = await this.batch(tx, last);
      for (const row of rows) {
        const same = last?.subjectId === row.subjectId;
        const previous: string = same && last ? last.digest : (anchors.get(row.subjectId) ?? '');
        if (!same) check.subjects++;
        check.records++;
        const intact = row.digest === chained(previous, plain(row));
        if (!intact && check.broken.length < MOST_BROKEN) check.broken.push(row.sequence);
        last = row;
      }
      if (rows.length < BATCH) return check;
    }
  }

  private batch(tx: Tx, last: { subjectId: string; sequence: string } | null): Promise<AuditRecord[]> {
    const query = tx
      .createQueryBuilder(AuditRecord, 'a')
      .orderBy('a.subjectId')
      .addOrderBy('a.sequence')
      .limit(BATCH);
    if (last) {
      query.where('(a.subjectId, a.sequence) > (:subjectId, cast(:sequence as bigint))', {
        subjectId: last.subjectId,
        sequence: last.sequence,
      });
    }
    return query.getMany();
  }
}
