import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactions } from '#platform';
import { DatasetRepository } from '../dataset/dataset.repository.js';
import { DatasetPictures } from '../dataset/dataset-pictures.service.js';
import { decodePicture } from '../image/decode-picture.js';
import { PipelineRepository } from '../pipeline/pipeline.repository.js';
import { BadPrediction } from '../serving/predict-request.rules.js';

/** A picture as a model sees it. */
export interface ModelInput {
  /** uint8 RGB [96, 96, 3] */
  pixels: Uint8Array;
  sha256: string;
}

/** Pictures brought to the size and colours that the models of a pipeline were trained with. */
@Injectable()
export class ModelInputs {
  constructor(
    private readonly transactions: Transactions,
    private readonly pipelines: PipelineRepository,
    private readonly datasets: DatasetRepository,
    private readonly pictures: DatasetPictures,
  ) {}

  /** A picture of the pipeline's dataset by the digest of its pixels; null when its last check has not seen it. */
  async ofDataset(pipelineId: string, pixelSha: string): Promise<ModelInput | null> {
    const dataset = await this.datasetOf(pipelineId);
    const png = await this.pictures.png(dataset.key, pixelSha);
    return png && this.decoded(png, dataset);
  }

  /** A picture that somebody sent. Throws BadPrediction with what is wrong with it. */
  async ofBytes(pipelineId: string, bytes: Uint8Array): Promise<ModelInput> {
    return this.decoded(bytes, await this.datasetOf(pipelineId));
  }

  private async datasetOf(pipelineId: string) {
    const { read } = this.transactions;
    const { datasetId } = await this.pipelines.byId(read, pipelineId);
    return this.datasets.byId(read, datasetId);
  }

  private async decoded(bytes: Uint8Array, policy: Parameters<typeof decodePicture>[1]): Promise<ModelInput> {
    const { pixels, faults } = await decodePicture(bytes, policy);
    const [fault] = faults.filter(({ severity }) => severity === 'FAIL');
    if (!pixels)
      throw new BadPrediction(
        400,
        `${fault?.code ?? 'DECODE_ERROR'}: ${fault?.message ?? 'cannot be read'}.`,
      );
    return { pixels, sha256: createHash('sha256').update(pixels).digest('hex') };
  }
}
