import { Injectable } from '@nestjs/common';
import { SAMPLE, type SamplePart, Transactions, type Tx } from '#platform';
import { AcceptPictures } from '../dataset/accept-pictures.service.js';
import { DatasetBooks } from '../dataset/import-dataset.service.js';
import { FACES } from './faces.rules.js';
import { sampleFaces } from './sample-pictures.js';
import { SAMPLE_DATASET, SamplePipelines } from './sample-pipelines.js';

/** Draws a small face dataset, uploads it, and trains on it: everything goes the way of real pictures. */
@Injectable()
export class MlSample {
  constructor(
    private readonly transactions: Transactions,
    private readonly accepting: AcceptPictures,
    private readonly books: DatasetBooks,
    private readonly pipelines: SamplePipelines,
  ) {}

  /** serviceOf: the id of the service that the model serves. */
  parts(serviceOf: (tx: Tx) => Promise<string>): SamplePart[] {
    return [
      { stage: 'PICTURES', write: (tx) => this.dataset(tx) },
      ...FACES.map(
        (_, label): SamplePart => ({ stage: 'PICTURES', before: () => this.upload(label), write: nothing }),
      ),
      {
        stage: 'PIPELINES',
        write: async (tx) => this.pipelines.write(tx, await this.id(tx), await serviceOf(tx)),
      },
    ];
  }

  private async dataset(tx: Tx): Promise<void> {
    const dataset = this.books.uploaded(
      SAMPLE_DATASET,
      FACES.map(({ key }) => key),
    );
    await this.books.datasets.insert(tx, dataset);
    await this.books.audit.record(tx, SAMPLE, 'dataset.create', dataset.id, null, dataset);
  }

  // Pictures that came in before the worker died are duplicates at the next try.
  private async upload(label: number): Promise<void> {
    const dataset = await this.books.datasets.byKey(this.transactions.read, SAMPLE_DATASET);
    if (dataset) await this.accepting.accept(SAMPLE, dataset, false, sampleFaces(label));
  }

  private async id(tx: Tx): Promise<string | null> {
    return (await this.books.datasets.byKey(tx, SAMPLE_DATASET))?.id ?? null;
  }
}

const nothing = async (): Promise<void> => undefined;
