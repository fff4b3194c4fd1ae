import { Injectable } from '@nestjs/common';
import { type Caller, Clock, ObjectStore, Refusal, Transactions } from '#platform';
import type { Split } from '../check/finding.js';
import { AcceptPictures, type UploadOutcome } from '../dataset/accept-pictures.service.js';
import { DatasetRepository } from '../dataset/dataset.repository.js';
import { PipelineRepository } from '../pipeline/pipeline.repository.js';
import { FeedbackRepository } from './feedback.repository.js';

/** Which labelled pictures go into the pipeline's dataset, and on which side. */
export interface FeedbackUse {
  pipeline: string;
  ids: string[];
  split?: Split | 'BOTH' | null;
}

const MOST = 1000;

/** Where labelled pictures lie, and the pipeline and dataset they belong to. */
@Injectable()
export class FeedbackShelf {
  constructor(
    readonly pipelines: PipelineRepository,
    readonly datasets: DatasetRepository,
    readonly feedback: FeedbackRepository,
    readonly store: ObjectStore,
    readonly clock: Clock,
  ) {}
}

/** Puts labelled pictures into the dataset of their pipeline, under the same conditions as any upload. */
@Injectable()
export class UseFeedback {
  constructor(
    private readonly transactions: Transactions,
    private readonly shelf: FeedbackShelf,
    private readonly accepting: AcceptPictures,
  ) {}

  /** Refuses an unknown pipeline or picture, and a selection of which nothing could be taken. */
  async use(caller: Caller, { pipeline: key, ids, split }: FeedbackUse): Promise<UploadOutcome> {
    const { pipelines, datasets, feedback, store, clock } = this.shelf;
    const { read } = this.transactions;
    const pipeline = await pipelines.byKey(read, key);
    if (!pipeline) throw new Refusal('NOT_FOUND', `There is no pipeline "${key}".`, ['input', 'pipeline']);
    if (ids.length === 0 || ids.length > MOST)
      throw new Refusal('INVALID_INPUT', `Name 1 to ${MOST} ids.`, ['input', 'ids']);
    if (split === 'BOTH')
      throw new Refusal('INVALID_INPUT', 'split: TRAINING or VALIDATION.', ['input', 'split']);
    const found = await feedback.byIds(read, pipeline.id, ids);
    const known = new Set(found.map(({ id }) => id));
    const missing = ids.findIndex((id) => !known.has(id));
    if (missing >= 0)
      throw new Refusal('NOT_FOUND', `There is no labelled picture ${ids[missing]} of this pipeline.`, [
        'input',
        'ids',
        String(missing),
      ]);
    const outcome = await this.accepting.accept(
      caller,
      await datasets.byId(read, pipeline.datasetId),
      false,
      found.map(({ id, label, objectSha }) => ({
        name: id,
        label,
        split: split ?? 'TRAINING',
        bytes: () => store.get(objectSha),
      })),
    );
    const refused = new Set(outcome.faults.map(({ name }) => name));
    await this.transactions.run((tx) =>
      feedback.used(
        tx,
        found.flatMap(({ id }) => (refused.has(id) ? [] : [id])),
        clock.now(),
      ),
    );
    return outcome;
  }
}
