import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Page, type PageRequest, pageOf, positionOf, type Tx } from '#platform';
import { Pipeline } from './pipeline.entity.js';

/** Finds and keeps pipelines. */
@Injectable()
export class PipelineRepository {
  byKey(tx: Tx, key: string): Promise<Pipeline | null> {
    return tx.findOneBy(Pipeline, { key });
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<Pipeline[]> {
    return tx.findBy(Pipeline, { id: In([...ids]) });
  }

  byId(tx: Tx, id: string): Promise<Pipeline> {
    return tx.findOneByOrFail(Pipeline, { id });
  }

  /** The row, locked until the transaction ends: whoever starts, ends or deploys takes it first. */
  lock(tx: Tx, where: { id: string } | { key: string }): Promise<Pipeline | null> {
    return tx.findOne(Pipeline, { where, lock: { mode: 'pessimistic_write' } });
  }

  /** Every pipeline that may start runs by itself. */
  automatic(tx: Tx): Promise<Pipeline[]> {
    return tx
      .createQueryBuilder(Pipeline, 'p')
      .where(
        `p.state = 'ACTIVE' and ((p.trigger->>'automatic')::boolean or p.trigger->>'schedule' is not null)`,
      )
      .orderBy('p.id')
      .getMany();
  }

  /** Pipelines by key. */
  async page(tx: Tx, page: PageRequest): Promise<Page<Pipeline>> {
    const query = tx
      .createQueryBuilder(Pipeline, 'p')
      .orderBy('p.key')
      .take(page.first + 1);
    const after = positionOf(page.after);
    if (after) query.where('p.key > :key', { key: after[0] });
    return pageOf(await query.getMany(), page.first, (row) => [row.key, row.id]);
  }

  /** False when the key is taken. */
  async insert(tx: Tx, pipeline: Pipeline): Promise<boolean> {
    const result = await tx
      .createQueryBuilder()
      .insert()
      .into(Pipeline)
      .values(pipeline as never)
      .orIgnore()
      .returning('id')
      .execute();
    return (result.raw as unknown[]).length > 0;
  }

  async update(tx: Tx, id: string, change: Partial<Pipeline>): Promise<void> {
    await tx.update(Pipeline, { id }, change as never);
  }
}
