import { Injectable } from '@nestjs/common';
import { SAMPLE, type Tx } from '#platform';
import { DatasetBooks } from '../dataset/import-dataset.service.js';
import { PipelineBirth } from '../pipeline/create-pipeline.service.js';
import { PipelineRepository } from '../pipeline/pipeline.repository.js';
import type { PipelineInput } from '../pipeline/pipeline-input.rules.js';
import { StartRun } from '../run/start-run.service.js';

/** Key of the sample's dataset. */
export const SAMPLE_DATASET = 'demo-team';

const TERMS = {
  trigger: { automatic: false },
  // Forty pictures of a drawn person teach less than a camera's: the gate shows both of its answers.
  gate: { floorPercent: '40', minClassRecallPercent: '20' },
};

/** A small model that trains at once, and a larger one that people may start. */
const PIPELINES: PipelineInput[] = [
  { ...TERMS, key: 'demo-door-v1', training: { batchSize: 50, steps: 400, learningRate: 0.0003 } },
  {
    ...TERMS,
    key: 'demo-door-v2',
    training: { architecture: 'SEED_5X5', batchSize: 100, steps: 2000, seed: 2 },
  },
];

/** Keys of the sample's pipelines. */
export const SAMPLE_PIPELINES: readonly string[] = PIPELINES.map(({ key }) => key);

/** Makes the pipelines and starts the first one. */
@Injectable()
export class SamplePipelines {
  constructor(
    private readonly books: DatasetBooks,
    private readonly pipelines: PipelineRepository,
    private readonly birth: PipelineBirth,
    private readonly starter: StartRun,
  ) {}

  async write(tx: Tx, datasetId: string | null, serviceId: string): Promise<void> {
    const place = {
      service: { key: serviceId, id: serviceId },
      dataset: { key: SAMPLE_DATASET, id: datasetId },
    };
    const made = PIPELINES.map((input) => this.birth.pipeline(input, place));
    for (const pipeline of made) {
      await this.pipelines.insert(tx, pipeline);
      await this.books.audit.record(tx, SAMPLE, 'pipeline.created', pipeline.id, null, pipeline);
    }
    const [first] = made;
    if (first) await this.starter.start(tx, SAMPLE, first, 'MANUAL');
  }
}
