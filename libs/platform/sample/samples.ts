import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit-trail.js';
import type { Caller } from '../caller/caller.js';
import type { Tx } from '../database/transactions.js';
import { EventBus } from '../events/event-bus.js';
import { Jobs } from '../jobs/jobs.js';
import { Refusal } from '../refusal/refusal.js';
import { Clock } from '../time/clock.js';
import { sampleLoad, sampleRemove } from './sample.jobs.js';
import { SAMPLE_ID, SampleData, SampleTag } from './sample-data.entity.js';
import type { SamplePart } from './sample-part.js';

/** Who writes the sample data; by this name in the audit log everything it made is known. */
export const SAMPLE: Caller = Object.freeze({
  accountId: 'sample',
  name: 'Sample data',
  role: 'ADMIN',
  personId: null,
});

/** Asks for sample data, knows how far it is and what belongs to it, and has it taken away. */
@Injectable()
export class Samples {
  constructor(
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly audit: AuditTrail,
    private readonly events: EventBus,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** How the sample data stands; null while there is none. */
  state(tx: Tx): Promise<SampleData | null> {
    return tx.findOneBy(SampleData, { id: SAMPLE_ID });
  }

  /** The same, locked until the transaction ends. */
  locked(tx: Tx): Promise<SampleData | null> {
    return tx.findOne(SampleData, { where: { id: SAMPLE_ID }, lock: { mode: 'pessimistic_write' } });
  }

  /** Whether a worker still loads it, or is about to look whether it should. */
  async isLoading(tx: Tx): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `select 1 from pgboss.job where name = $1 and state in ('created', 'retry', 'active') limit 1`,
      [sampleLoad.name],
    );
    return rows.length > 0;
  }

  /** Has it loaded; asking twice starts one. The caller has made sure that there is nothing to mix it with. */
  async load(
    tx: Tx,
    caller: Caller,
    { monday, locale }: Pick<SampleData, 'monday' | 'locale'>,
  ): Promise<{ duplicate: boolean }> {
    const row: SampleData = {
      ...{
        id: SAMPLE_ID,
        status: 'LOADING',
        monday,
        locale,
        stage: 'ORGANIZATION',
        done: 0,
        parts: 1,
        error: null,
      },
      startedAt: this.clock.now(),
      loadedAt: null,
    };
    const { raw } = await tx
      .createQueryBuilder()
      .insert()
      .into(SampleData)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    if ((raw as unknown[]).length === 0) return { duplicate: true };
    await this.jobs.enqueue(tx, sampleLoad, {});
    await this.audit.record(tx, caller, 'sample.load', SAMPLE_ID, null, { monday });
    return { duplicate: false };
  }

  /** Has it taken away, also while it is still loading. `going` is what the caller was told will go. */
  async remove(tx: Tx, caller: Caller, going: object): Promise<{ duplicate: boolean }> {
    const state = await this.locked(tx);
    if (!state) throw new Refusal('NOT_FOUND', 'There is no sample data.', ['input']);
    if (state.status === 'REMOVING' && state.error === null) return { duplicate: true };
    await tx.update(SampleData, { id: SAMPLE_ID }, { status: 'REMOVING', error: null });
    await this.jobs.enqueue(tx, sampleRemove, {});
    if (state.status !== 'REMOVING')
      await this.audit.record(tx, caller, 'sample.remove', SAMPLE_ID, going, null);
    return { duplicate: false };
  }

  /** Notes that the part at `done` is written, and tags what it brought along. */
  async advance(tx: Tx, { done }: SampleData, parts: readonly SamplePart[]): Promise<void> {
    await this.tagNew(tx);
    const next = parts[done + 1];
    const change = next ? { stage: next.stage } : { status: 'LOADED' as const, loadedAt: this.clock.now() };
    await tx.update(
      SampleData,
      { id: SAMPLE_ID },
      { done: done + 1, parts: parts.length, error: null, ...change },
    );
    await this.events.publish(tx, 'sample', SAMPLE_ID);
  }

  /** Keeps why it does not go on where people see it. */
  async fail(tx: Tx, error: string): Promise<void> {
    await tx.update(SampleData, { id: SAMPLE_ID }, { error });
    await this.events.publish(tx, 'sample', SAMPLE_ID);
  }

  /** Forgets tags and state: whatever is left of it is an ordinary thing from now on. */
  async forget(tx: Tx): Promise<void> {
    await tx.clear(SampleTag);
    await tx.delete(SampleData, { id: SAMPLE_ID });
    await this.events.publish(tx, 'sample', SAMPLE_ID);
  }

  // Every use case writes the maker of a thing into the audit log: no part of the sample can forget a tag.
  private async tagNew(tx: Tx): Promise<void> {
    await tx.query(
      `insert into sample_tag (id) select distinct subject_id from audit_record where actor_id = $1 on conflict do nothing`,
      [SAMPLE.accountId],
    );
  }
}
