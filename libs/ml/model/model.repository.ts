import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Page, type PageRequest, pageOf, positionOf, type Tx } from '#platform';
import { GateDecision } from '../gate/gate-decision.entity.js';
import { Evaluation } from './evaluation.entity.js';
import { ModelVersion } from './model-version.entity.js';

/** Finds and keeps model versions, what they answered and what the gate said. */
@Injectable()
export class ModelRepository {
  byId(tx: Tx, id: string): Promise<ModelVersion | null> {
    return tx.findOneBy(ModelVersion, { id });
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<ModelVersion[]> {
    return tx.findBy(ModelVersion, { id: In([...ids]) });
  }

  any(tx: Tx): Promise<boolean> {
    return tx.exists(ModelVersion);
  }

  byRun(tx: Tx, runId: string): Promise<ModelVersion | null> {
    return tx.findOneBy(ModelVersion, { runId });
  }

  byNumber(tx: Tx, pipelineId: string, number: number): Promise<ModelVersion | null> {
    return tx.findOneBy(ModelVersion, { pipelineId, number });
  }

  /** The number of the pipeline's next version; call it under the pipeline's lock. */
  async nextNumber(tx: Tx, pipelineId: string): Promise<number> {
    return 1 + ((await tx.maximum(ModelVersion, 'number', { pipelineId })) ?? 0);
  }

  /** Versions of a pipeline, newest first. */
  async page(tx: Tx, pipelineId: string, page: PageRequest): Promise<Page<ModelVersion>> {
    const query = tx
      .createQueryBuilder(ModelVersion, 'm')
      .where('m.pipelineId = :pipelineId', { pipelineId })
      .orderBy('m.number', 'DESC')
      .take(page.first + 1);
    const after = positionOf(page.after);
    if (after) query.andWhere('m.number < :number', { number: Number(after[0]) });
    return pageOf(await query.getMany(), page.first, (row) => [String(row.number), row.id]);
  }

  async insert(tx: Tx, version: ModelVersion): Promise<void> {
    await tx.insert(ModelVersion, version as never);
  }

  evaluation(tx: Tx, modelVersionId: string, validationDigest: string): Promise<Evaluation | null> {
    return tx.findOneBy(Evaluation, { modelVersionId, validationDigest });
  }

  evaluations(tx: Tx, modelVersionIds: readonly string[]): Promise<Evaluation[]> {
    return tx.findBy(Evaluation, { modelVersionId: In([...modelVersionIds]) });
  }

  /** Keeps what a model answered; the first answer on a validation set stays. */
  async keepEvaluation(tx: Tx, evaluation: Evaluation): Promise<void> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(Evaluation)
      .values(evaluation as never)
      .orIgnore()
      .execute();
  }

  decision(tx: Tx, modelVersionId: string): Promise<GateDecision | null> {
    return tx.findOneBy(GateDecision, { modelVersionId });
  }

  decisions(tx: Tx, modelVersionIds: readonly string[]): Promise<GateDecision[]> {
    return tx.findBy(GateDecision, { modelVersionId: In([...modelVersionIds]) });
  }

  /** Comparisons with a champion that were made on this validation set so far. */
  looks(tx: Tx, pipelineId: string, validationDigest: string): Promise<number> {
    return tx
      .createQueryBuilder(GateDecision, 'g')
      .where('g.pipelineId = :pipelineId and g.validationDigest = :validationDigest', {
        pipelineId,
        validationDigest,
      })
      .andWhere('g.championId is not null')
      .getCount();
  }

  async insertDecision(tx: Tx, decision: GateDecision): Promise<void> {
    await tx.insert(GateDecision, decision as never);
  }
}
