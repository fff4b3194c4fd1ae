import { Args, ArgsType, Field, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type ModelVersion, PromoteModel, RollbackModel } from '#ml';
import type { Caller } from '#platform';
import { answer } from '../graphql/answer.js';
import { PageArgs } from '../graphql/connection.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Loaders } from '../graphql/loaders.js';
import { CountScalar } from '../graphql/scalars.js';
import { gateView } from './gate.view.js';
import { layersOf } from './inspector.resolver.js';
import {
  DeploymentPayload,
  DeploymentStateEnum,
  GateDecisionType,
  LayerRowType,
  ModelFileType,
  ModelVersionConnection,
  ModelVersionType,
} from './model.type.js';
import { ModelReader } from './model-reader.js';
import { PipelineType } from './pipeline.type.js';

@ArgsType()
export class ModelVersionsArgs extends PageArgs {
  @Field({ description: 'key' })
  pipeline: string;
}

/** Model versions: what the gate said, what they are made of, and where they are deployed. */
@Resolver(() => ModelVersionType)
export class ModelResolver {
  constructor(
    private readonly reader: ModelReader,
    private readonly promotion: PromoteModel,
    private readonly rollback: RollbackModel,
  ) {}

  @Query(() => ModelVersionConnection, { description: 'newest first' })
  modelVersions(@Args() { pipeline, ...page }: ModelVersionsArgs) {
    return this.reader.page(pipeline, page);
  }

  @Mutation(() => DeploymentPayload, {
    description:
      'Refused with GATE_NOT_PASSED unless the gate passed or an admin forces it with a reason (audited).',
  })
  promoteModel(
    @Args('id', { type: () => ID }) id: string,
    @CurrentCaller() caller: Caller,
    @Args('forceReason', { type: () => String, nullable: true }) forceReason?: string | null,
  ) {
    return answer('modelVersion', () => this.promotion.promote(caller, id, forceReason));
  }

  @Mutation(() => DeploymentPayload, {
    description:
      'Ends a trial, or gives the requests back to the version before; answers with the version that is live.',
  })
  rollbackModel(
    @Args('pipeline') pipeline: string,
    @Args('reason') reason: string,
    @CurrentCaller() caller: Caller,
  ) {
    return answer('modelVersion', () => this.rollback.rollback(caller, pipeline, reason));
  }

  @ResolveField(() => PipelineType)
  pipeline(@Parent() version: ModelVersion, @Loaders() loaders: Loaders) {
    return loaders.pipeline.load(version.pipelineId);
  }

  @ResolveField(() => GateDecisionType, { nullable: true })
  async gate(@Parent() version: ModelVersion, @Loaders() loaders: Loaders) {
    const found = await loaders.gateDecision.load(version.id);
    if (!found) return null;
    const pipeline = await loaders.pipeline.load(version.pipelineId);
    const dataset = pipeline && (await loaders.dataset.load(pipeline.datasetId));
    return gateView(
      found.decision,
      found.evaluation?.predictions ?? [],
      version.classNames,
      dataset?.key ?? null,
    );
  }

  @ResolveField(() => DeploymentStateEnum, { nullable: true })
  async deployment(@Parent() version: ModelVersion, @Loaders() loaders: Loaders) {
    return (await loaders.deploymentOf.load(version.id))?.state ?? null;
  }

  @ResolveField(() => String, { nullable: true, description: 'Why the deployment waits or ended.' })
  async deploymentDetail(@Parent() version: ModelVersion, @Loaders() loaders: Loaders) {
    return (await loaders.deploymentOf.load(version.id))?.detail ?? null;
  }

  @ResolveField(() => [ModelFileType])
  async files(@Parent() version: ModelVersion, @Loaders() loaders: Loaders): Promise<ModelFileType[]> {
    const key = (await loaders.pipeline.load(version.pipelineId))?.key ?? '';
    return version.files.map((file) => ({
      ...file,
      url: `/v1/models/${key}/versions/${version.number}/files/${encodeURIComponent(file.name)}`,
    }));
  }

  @ResolveField(() => [LayerRowType], { description: 'layer table of the inspector' })
  layers(@Parent() version: ModelVersion) {
    return layersOf(version).layers;
  }

  @ResolveField(() => CountScalar)
  parameters(@Parent() version: ModelVersion) {
    return layersOf(version).parameters;
  }
}
