import { Injectable } from '@nestjs/common';
import { CreatePipeline, DatasetRepository, Pipeline } from '#ml';
import { type Caller, Transactions, type Tx } from '#platform';
import { Service } from '#toil';
import type { CreatePipelineInput } from './pipeline.input.js';

/** Finds the service and the dataset that a new pipeline names: the one place here where toil and ml meet. */
@Injectable()
export class PipelinePlaces {
  constructor(
    private readonly transactions: Transactions,
    private readonly datasets: DatasetRepository,
    private readonly creation: CreatePipeline,
  ) {}

  async create(caller: Caller, { service, dataset, ...input }: CreatePipelineInput): Promise<Pipeline> {
    const { read } = this.transactions;
    const named = await read.findOneBy(Service, { key: service });
    const serviceId = named?.mergedInto ?? named?.id ?? null;
    const datasetId = (await this.datasets.byKey(read, dataset))?.id ?? null;
    return this.creation.create(caller, input, {
      service: { key: service, id: serviceId },
      dataset: { key: dataset, id: datasetId },
    });
  }

  /** Gives the pipelines of one service to another; answers how many. */
  async moveService(tx: Tx, from: string, into: string): Promise<number> {
    return (await tx.update(Pipeline, { serviceId: from }, { serviceId: into })).affected ?? 0;
  }
}
