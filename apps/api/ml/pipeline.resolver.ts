import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ControlPipeline, type Pipeline, PipelineRepository } from '#ml';
import { type Caller, Transactions } from '#platform';
import { answer } from '../graphql/answer.js';
import { PageArgs } from '../graphql/connection.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Loaders } from '../graphql/loaders.js';
import { ServiceType } from '../toil/service.type.js';
import { DatasetType } from './dataset.type.js';
import { ModelVersionType } from './model.type.js';
import { CreatePipelineInput } from './pipeline.input.js';
import { PipelineConnection, PipelinePayload, PipelineType } from './pipeline.type.js';
import { PipelinePlaces } from './pipeline-places.js';

/** Pipelines and how their automation stands. */
@Resolver(() => PipelineType)
export class PipelineResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly pipelines: PipelineRepository,
    private readonly control: ControlPipeline,
    private readonly places: PipelinePlaces,
  ) {}

  @Query(() => PipelineType, { name: 'pipeline', nullable: true })
  byKey(@Args('key') key: string) {
    return this.pipelines.byKey(this.transactions.read, key);
  }

  @Query(() => PipelineConnection, { name: 'pipelines', description: 'by key' })
  list(@Args() page: PageArgs) {
    return this.pipelines.page(this.transactions.read, page);
  }

  @Mutation(() => PipelinePayload)
  createPipeline(@Args('input') input: CreatePipelineInput, @CurrentCaller() caller: Caller) {
    return answer('pipeline', () => this.places.create(caller, input));
  }

  @Mutation(() => PipelinePayload)
  pausePipeline(@Args('key') key: string, @CurrentCaller() caller: Caller) {
    return answer('pipeline', () => this.control.pause(caller, key));
  }

  @Mutation(() => PipelinePayload)
  resumePipeline(@Args('key') key: string, @CurrentCaller() caller: Caller) {
    return answer('pipeline', () => this.control.resume(caller, key));
  }

  @ResolveField(() => ServiceType)
  service(@Parent() pipeline: Pipeline, @Loaders() loaders: Loaders) {
    return loaders.service.load(pipeline.serviceId);
  }

  @ResolveField(() => DatasetType)
  dataset(@Parent() pipeline: Pipeline, @Loaders() loaders: Loaders) {
    return loaders.dataset.load(pipeline.datasetId);
  }

  @ResolveField(() => ModelVersionType, { nullable: true })
  async live(@Parent() pipeline: Pipeline, @Loaders() loaders: Loaders) {
    const found = await deployed(pipeline, loaders, ['LIVE']);
    return found ? loaders.modelVersion.load(found.modelVersionId) : null;
  }

  @ResolveField(() => ModelVersionType, { nullable: true })
  async candidate(@Parent() pipeline: Pipeline, @Loaders() loaders: Loaders) {
    const found = await deployed(pipeline, loaders, ['SHADOW', 'CANARY']);
    return found ? loaders.modelVersion.load(found.modelVersionId) : null;
  }

  @ResolveField(() => Int, { nullable: true })
  async canaryPercent(@Parent() pipeline: Pipeline, @Loaders() loaders: Loaders) {
    return (await deployed(pipeline, loaders, ['CANARY']))?.canaryPercent ?? null;
  }
}

const deployed = async (pipeline: Pipeline, loaders: Loaders, states: readonly string[]) =>
  (await loaders.deploymentsOf.load(pipeline.id))?.find(({ state }) => states.includes(state)) ?? null;
