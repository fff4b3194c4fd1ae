import { Injectable } from '@nestjs/common';
import { AuditTrail, SAMPLE, type SampleData, SYSTEM, type Tx } from '#platform';
import { Locks } from '../lock/locks.js';
import { RollupRepository } from '../rollup/rollup.repository.js';
import { RollupKeeper } from '../rollup/rollup-keeper.js';
import {
  type KeptSampleKind,
  type ReferenceKind,
  type SampleReference,
  SampleReferences,
} from './sample-references.repository.js';
import { SampleRemovalRepository } from './sample-removal.repository.js';

/** A thing of the sample that stays, and what of people's own refers to it. */
export interface KeptSample {
  id: string;
  kind: KeptSampleKind;
  name: string;
  because: { kind: ReferenceKind; count: number }[];
}

/** What taking the sample away would take, and what would stay. */
export interface SampleFarewell {
  going: { kind: string; count: number }[];
  kept: KeptSample[];
}

/** Takes the half year of the small team away again. What people made meanwhile stays, with what it refers to. */
@Injectable()
export class SampleRemoval {
  private readonly references = new SampleReferences();
  private readonly rows = new SampleRemovalRepository();
  private readonly rollups = new RollupRepository();

  constructor(
    private readonly locks: Locks,
    private readonly keeper: RollupKeeper,
    private readonly audit: AuditTrail,
  ) {}

  /** Whether somebody works here with things of their own, which sample data would mix with. */
  async hasOwnWork(tx: Tx): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `select 1 from (
         (select id from service limit 1) union all (select id from task_type limit 1)
         union all (select id from incident limit 1) union all (select id from work_entry limit 1)
         union all (select id from automation limit 1)
       ) as own limit 1`,
    );
    return rows.length > 0;
  }

  /** Looks ahead. `also`: what other domains hold on to. */
  async preview(tx: Tx, state: SampleData, also: readonly SampleReference[]): Promise<SampleFarewell> {
    const references = await this.held(tx, state, also);
    const kept = [...new Set(references.map(({ id }) => id))];
    const named = await this.references.named(tx, kept);
    return {
      going: await this.references.counts(tx, kept),
      kept: named.map((thing) => ({
        ...thing,
        because: references.filter(({ id }) => id === thing.id).map(({ kind, count }) => ({ kind, count })),
      })),
    };
  }

  /** Does it in the open transaction; writers wait until it ends. */
  async remove(tx: Tx, state: SampleData, also: readonly SampleReference[]): Promise<void> {
    await this.locks.stopWriters(tx);
    // Whoever rolls up weeks has read what goes now: their sums must be in before they are taken back.
    await tx.query('lock table stale_week in share row exclusive mode');
    const kept = (await this.held(tx, state, also)).map(({ id }) => id);
    await this.rows.list(tx, kept);
    const weeks = await this.rows.weeks(tx);
    if (weeks.length > 0)
      await this.rollups.store(
        tx,
        weeks.map((week) => ({ ...week, cells: [], capped: [] })),
      );
    await this.rows.markRest(tx);
    const ids = await this.rows.ids(tx);
    await this.rows.delete(tx, loadedBy(state));
    await this.keeper.compact(tx);
    await this.audit.forget(tx, ids, [SAMPLE.accountId, SYSTEM.accountId]);
  }

  private async held(
    tx: Tx,
    state: SampleData,
    also: readonly SampleReference[],
  ): Promise<SampleReference[]> {
    return [...(await this.references.of(tx, loadedBy(state))), ...also];
  }
}

// As PostgreSQL writes it: what was told while the sample was still loading is the sample's own.
const loadedBy = ({ loadedAt }: SampleData): string => loadedAt?.toISOString() ?? 'infinity';
