import { Injectable } from '@nestjs/common';
import { Transactions } from '#platform';
import { ModelRepository } from '../model/model.repository.js';
import { ModelFiles } from '../model/model-files.js';
import type { ModelVersion } from '../model/model-version.entity.js';
import { PipelineRepository } from '../pipeline/pipeline.repository.js';
import { LayerClient } from '../serving/layer-client.js';
import type { LayerPicture } from './layer-picture.js';

/** Versions and pictures whose drawings are kept: a page asks for every layer on its own. */
const MOST_KEPT = 64;

/** Draws the convolutions of a version: its filters, and what they make of a picture. */
@Injectable()
export class LayerPictures {
  private readonly kept = new Map<string, Promise<LayerPicture[]>>();

  constructor(
    private readonly transactions: Transactions,
    private readonly pipelines: PipelineRepository,
    private readonly models: ModelRepository,
    private readonly files: ModelFiles,
    private readonly client: LayerClient,
  ) {}

  /** A version by its pipeline's key and its number. */
  async version(key: string, number: number): Promise<ModelVersion | null> {
    if (!Number.isSafeInteger(number) || number < 1 || number >= 2 ** 31) return null;
    const { read } = this.transactions;
    const pipeline = await this.pipelines.byKey(read, key);
    return pipeline && this.models.byNumber(read, pipeline.id, number);
  }

  /** One picture for each convolution. Throws BadPrediction when nobody can draw now. */
  filters(version: ModelVersion): Promise<LayerPicture[]> {
    return this.once(version.id, async () =>
      this.client.draw('filters', await this.files.weights(version), null),
    );
  }

  /** One picture for each convolution; pixels uint8 RGB [96, 96, 3], which `name` stands for. */
  activations(version: ModelVersion, pixels: Uint8Array, name: string): Promise<LayerPicture[]> {
    return this.once(`${version.id} ${name}`, async () =>
      this.client.draw('activations', await this.files.weights(version), pixels),
    );
  }

  private once(name: string, draw: () => Promise<LayerPicture[]>): Promise<LayerPicture[]> {
    const known = this.kept.get(name);
    if (known) return known;
    const drawn = draw();
    this.kept.set(name, drawn);
    drawn.catch(() => this.kept.delete(name));
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) break;
      this.kept.delete(oldest);
    }
    return drawn;
  }
}
