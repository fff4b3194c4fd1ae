import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { Pipeline } from '../pipeline/pipeline.entity.js';
import { QueueStateRow } from './queue-state.entity.js';

/** The newest state of input queues. */
@Injectable()
export class QueueStates {
  of(tx: Tx, pipelineId: string): Promise<QueueStateRow[]> {
    return tx.find(QueueStateRow, { where: { pipelineId }, order: { queue: 'ASC' } });
  }

  /** The pipeline with a key; null when there is none. */
  async pipelineId(tx: Tx, key: string): Promise<string | null> {
    return (await tx.findOneBy(Pipeline, { key }))?.id ?? null;
  }
}
