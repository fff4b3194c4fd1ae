import { Injectable } from '@nestjs/common';
import { type Caller, Clock, Ids, Jobs, ObjectStore, Refusal, refuseIfAny, Transactions } from '#platform';
import { cleanPicture } from '../dataset/clean-picture.js';
import { DatasetRepository } from '../dataset/dataset.repository.js';
import { decodePicture } from '../image/decode-picture.js';
import type { PicturePolicy } from '../image/picture-policy.js';
import type { Pipeline } from '../pipeline/pipeline.entity.js';
import { PipelineRepository } from '../pipeline/pipeline.repository.js';
import { PredictionClient } from '../serving/prediction-client.js';
import type { Feedback } from './feedback.entity.js';
import { feedbackJudge } from './feedback.jobs.js';
import { FeedbackRepository } from './feedback.repository.js';

/** A picture, as the model was asked or by the id of its prediction, and the name of the class that it really shows. */
export type LabelledPicture = { label: string } & ({ bytes: Uint8Array } | { prediction: string });

/** What was told with it. */
export interface FeedbackTerms {
  pipeline: string;
  requestKey?: string | null;
}

const FORGOTTEN =
  'This prediction is not remembered: its picture stays in memory for some time only (UNTOIL_REMEMBER_MINUTES and _MIB). Send the picture itself.';
const MOST = 100;
const LONGEST = 200;

/** Where labelled pictures go and who is told. */
@Injectable()
export class FeedbackBooks {
  constructor(
    readonly transactions: Transactions,
    readonly feedback: FeedbackRepository,
    readonly jobs: Jobs,
    readonly ids: Ids,
    readonly clock: Clock,
  ) {}
}

/** Takes in what pictures really show, so that versions can be compared on them and learn from them. */
@Injectable()
export class GiveFeedback {
  constructor(
    private readonly books: FeedbackBooks,
    private readonly pipelines: PipelineRepository,
    private readonly datasets: DatasetRepository,
    private readonly store: ObjectStore,
    private readonly predictions: PredictionClient,
  ) {}

  /**
   * All pictures or none: refuses an unknown pipeline, pictures that cannot be read, predictions that are not remembered,
   * and labels that cannot be.
   */
  async give(
    caller: Caller,
    { pipeline: key, requestKey }: FeedbackTerms,
    pictures: readonly LabelledPicture[],
  ): Promise<Feedback[]> {
    const { transactions, feedback, jobs } = this.books;
    const pipeline = await this.pipelines.byKey(transactions.read, key);
    if (!pipeline) throw new Refusal('NOT_FOUND', `There is no pipeline "${key}".`, ['input', 'pipeline']);
    if (pictures.length === 0 || pictures.length > MOST)
      throw new Refusal('INVALID_INPUT', `Send 1 to ${MOST} pictures at a time.`, ['input', 'instances']);
    if ((requestKey ?? '').length > LONGEST)
      throw new Refusal('INVALID_INPUT', `requestKey has at most ${LONGEST} characters.`, [
        'input',
        'requestKey',
      ]);
    const rows = await this.read(caller, pipeline, requestKey ?? null, pictures);
    return transactions.run(async (tx) => {
      const ids: string[] = [];
      for (const row of rows) ids.push(await feedback.give(tx, row));
      await jobs.enqueue(tx, feedbackJudge, { pipelineId: pipeline.id });
      const kept = await feedback.byIds(tx, pipeline.id, ids);
      return ids.flatMap((id) => kept.find((one) => one.id === id) ?? []);
    });
  }

  private async read(
    caller: Caller,
    pipeline: Pipeline,
    requestKey: string | null,
    pictures: readonly LabelledPicture[],
  ): Promise<Feedback[]> {
    const policy = await this.datasets.byId(this.books.transactions.read, pipeline.datasetId);
    const refusals: Refusal[] = [];
    const rows: Feedback[] = [];
    for (const [i, given] of pictures.entries()) {
      const { label } = given;
      const at = (field: string): string[] => ['input', 'instances', String(i), field];
      const name = label.trim();
      if (name === '' || name.length > LONGEST)
        refusals.push(
          new Refusal(
            'INVALID_INPUT',
            `A label is the name of a class, 1 to ${LONGEST} characters.`,
            at('label'),
          ),
        );
      const bytes =
        'bytes' in given ? given.bytes : await this.predictions.picture(pipeline.key, given.prediction);
      if (!bytes) {
        refusals.push(new Refusal('NOT_FOUND', FORGOTTEN, at('prediction')));
        continue;
      }
      const picture = await this.picture(bytes, policy);
      if ('fault' in picture) refusals.push(new Refusal('INVALID_INPUT', picture.fault, at('b64')));
      else
        rows.push({
          ...picture,
          id: this.books.ids.next('fbk'),
          pipelineId: pipeline.id,
          label: name,
          requestKey,
          givenBy: caller.name,
          givenAt: this.books.clock.now(),
          usedAt: null,
        });
    }
    refuseIfAny(refusals);
    return rows;
  }

  private async picture(
    bytes: Uint8Array,
    policy: PicturePolicy,
  ): Promise<{ pixelSha: string; objectSha: string } | { fault: string }> {
    const { source, pixels, pixelSha, faults } = await decodePicture(Buffer.from(bytes), policy);
    if (!source || !pixels || pixelSha === null) {
      const fault = faults.find(({ severity }) => severity === 'FAIL') ?? faults[0];
      return { fault: `${fault?.code ?? 'DECODE_ERROR'}: ${fault?.message ?? 'cannot be read'}.` };
    }
    const { sha256 } = await this.store.put(await cleanPicture(bytes, source, pixelSha, policy));
    return { pixelSha, objectSha: sha256 };
  }
}
