import { Injectable } from '@nestjs/common';
import type { EntityTarget } from 'typeorm';
import { AuditTrail, type Caller, Clock, Refusal, type Tx } from '#platform';
import type { Living } from '../directory/lifecycle.rules.js';
import { MergeRepository, type Moved, type MovedKind } from './merge.repository.js';
import { type Merge, refuseMerge } from './merge.rules.js';

/** What can be merged: its words, its table and the name of its audit rows. */
export interface MergeKind<T extends Living> {
  entity: EntityTarget<T>;
  words: string;
  table: 'person' | 'service' | 'task_type';
  action: string;
}

/** What a merge came to: the key of the survivor, and what moved there. */
export interface MergeResult {
  key: string;
  moved: Moved[];
}

/** What every merge begins and ends with. */
@Injectable()
export class MergeDesk {
  private readonly repository = new MergeRepository();

  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** Both rows, locked in one order, so that two merges never wait for each other. */
  async pair<T extends Living>(
    tx: Tx,
    { entity, words }: MergeKind<T>,
    merge: Merge,
  ): Promise<{ from: T; into: T; at: Date }> {
    const rows = await tx
      .createQueryBuilder(entity, 'x')
      .where('x.key in (:...keys)', { keys: [merge.from, merge.into] })
      .orderBy('x.id')
      .setLock('pessimistic_write')
      .getMany();
    const find = (name: keyof Merge): T => {
      const row = rows.find(({ key }) => key === merge[name]);
      if (row) return row;
      const message = `There is no ${words} with the key "${merge[name].slice(0, 63)}".`;
      throw new Refusal('NOT_FOUND', message, ['input', name]);
    };
    const pair = { from: find('from'), into: find('into'), at: this.clock.now() };
    refuseMerge(pair.from, pair.into, words);
    return pair;
  }

  /** Archives the one that was given up, and tells the history of both what happened. */
  async settle<T extends Living>(
    tx: Tx,
    caller: Caller,
    kind: MergeKind<T>,
    { from, into, at }: { from: T; into: T; at: Date },
    counts: Partial<Record<MovedKind, number>>,
  ): Promise<MergeResult> {
    await this.repository.bury(tx, kind.table, from.id, into.id, at);
    const moved = Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => ({ kind: name as MovedKind, count }));
    const told = { from: from.key, into: into.key, moved };
    await this.audit.record(tx, caller, kind.action, from.id, from, told);
    await this.audit.record(tx, caller, kind.action, into.id, into, told);
    return { key: into.key, moved };
  }
}
