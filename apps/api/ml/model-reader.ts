import { Injectable } from '@nestjs/common';
import { ModelRepository, type ModelVersion, PipelineRepository } from '#ml';
import { type Page, type PageRequest, Transactions } from '#platform';
import { apiError } from '../graphql/api-error.js';

/** Reads model versions of pipelines that people name by key. */
@Injectable()
export class ModelReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly pipelines: PipelineRepository,
    private readonly models: ModelRepository,
  ) {}

  /** Newest first; NOT_FOUND when there is no such pipeline. */
  async page(key: string, page: PageRequest): Promise<Page<ModelVersion>> {
    const { read } = this.transactions;
    const pipeline = await this.pipelines.byKey(read, key);
    if (!pipeline) throw apiError('NOT_FOUND', `There is no pipeline "${key}".`);
    return this.models.page(read, pipeline.id, page);
  }
}
