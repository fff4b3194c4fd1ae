import { Injectable } from '@nestjs/common';
import { type Page, type PageRequest, pageOf, positionOf, type Tx } from '#platform';
import { ErasedModel, Erasure } from './erasure.entity.js';

/** A version with what it holds in the object store. */
export interface ModelHoldings {
  id: string;
  pipelineId: string;
  objects: string[];
}

const HOLDINGS = `
  select m.id, m.pipeline_id as "pipelineId",
         array_remove(array[m.weights_sha256, m.golden->>'pixelsSha256'] || array(select f->>'sha256' from jsonb_array_elements(m.files) f), '') as objects
    from model_version m`;

/** Finds what learned from a person, and keeps who was erased. */
@Injectable()
export class ErasureRepository {
  async insert(tx: Tx, erasure: Erasure, modelVersionIds: readonly string[]): Promise<void> {
    await tx.insert(Erasure, erasure);
    const models = modelVersionIds.map((modelVersionId) => ({
      erasureId: erasure.id,
      modelVersionId,
      retiredAt: null,
    }));
    if (models.length > 0) await tx.insert(ErasedModel, models);
  }

  byId(tx: Tx, id: string): Promise<Erasure | null> {
    return tx.findOneBy(Erasure, { id });
  }

  /** Newest first. */
  async page(tx: Tx, { first, after }: PageRequest): Promise<Page<Erasure>> {
    const query = tx
      .createQueryBuilder(Erasure, 'e')
      .orderBy('e.erasedAt', 'DESC')
      .addOrderBy('e.id', 'DESC')
      .take(first + 1);
    const position = positionOf(after);
    if (position)
      query.where('(e.erasedAt, e.id) < (:at::timestamptz, :id)', { at: position[0], id: position[1] });
    return pageOf(await query.getMany(), first, (row) => [row.erasedAt.toISOString(), row.id]);
  }

  models(tx: Tx, erasureIds: readonly string[]): Promise<ErasedModel[]> {
    return tx
      .createQueryBuilder(ErasedModel, 'm')
      .where('m.erasureId = any(:erasureIds)', { erasureIds })
      .orderBy('m.modelVersionId')
      .getMany();
  }

  /** Versions that tell this person apart. */
  knowing(tx: Tx, name: string): Promise<ModelHoldings[]> {
    return tx.query(`${HOLDINGS} where $1 = any(m.class_names) order by m.pipeline_id, m.number`, [name]);
  }

  /** The versions of an erasure that still hold something. */
  holding(tx: Tx, erasureId: string): Promise<ModelHoldings[]> {
    return tx.query(
      `${HOLDINGS} join erased_model e on e.model_version_id = m.id and e.erasure_id = $1 and e.retired_at is null order by m.pipeline_id, m.number`,
      [erasureId],
    );
  }

  /** Which of these contents something else still has: equal bytes are stored once, an example picture of an export too. */
  async shared(tx: Tx, objects: readonly string[], except: readonly string[]): Promise<Set<string>> {
    const rows: { sha: string }[] = await tx.query(
      `with other as (${HOLDINGS} where not m.id = any($2))
       select sha from unnest($1::text[]) sha
        where exists (select from other o where sha = any(o.objects))
           or exists (select from uploaded_picture u where u.object_sha = sha)
           or exists (select from feedback f where f.object_sha = sha)
           or exists (select from packed_split p where sha in (p.pixels_sha256, p.labels_sha256))`,
      [objects, except],
    );
    return new Set(rows.map(({ sha }) => sha));
  }

  /** Takes everything out of versions that came from the person's pictures; what is left loads nowhere, being signed no more. */
  async hollow(tx: Tx, erasureId: string, modelVersionIds: readonly string[], at: Date): Promise<void> {
    await tx.query(
      `update model_version set weights_sha256 = '', files = '[]', golden = '{"pixelsSha256": "", "probabilities": []}', signature = null,
              class_names = array(select 'class-' || n from generate_subscripts(class_names, 1) n)
        where id = any($1)`,
      [modelVersionIds],
    );
    await tx.query(
      'update erased_model set retired_at = $3 where model_version_id = any($2) and retired_at is null and erasure_id = $1',
      [erasureId, modelVersionIds, at],
    );
  }
}
