import {
  Args,
  ID,
  Int,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
  Subscription,
} from '@nestjs/graphql';
import { CancelRun, Chronicle, type PipelineRun, progressOf, RunPipeline } from '#ml';
import { type Caller, percent, Transactions } from '#platform';
import { answer } from '../graphql/answer.js';
import { badInput } from '../graphql/api-error.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { Loaders } from '../graphql/loaders.js';
import { DecimalScalar } from '../graphql/scalars.js';
import { ModelVersionType } from './model.type.js';
import { PipelineType } from './pipeline.type.js';
import { MetricPointType, PipelineRunPayload, PipelineRunType, PipelineStepType } from './run.type.js';
import { RunReader } from './run-reader.js';

const MOST_POINTS = 10_000;
const MOST_LINES = 10_000;

/** Runs of pipelines: started, followed, stopped. */
@Resolver(() => PipelineRunType)
export class RunResolver {
  constructor(
    private readonly reader: RunReader,
    private readonly chronicle: Chronicle,
    private readonly runner: RunPipeline,
    private readonly canceller: CancelRun,
    private readonly transactions: Transactions,
  ) {}

  @Query(() => PipelineRunType, { nullable: true })
  pipelineRun(@Args('id', { type: () => ID }) id: string) {
    return this.reader.read(id);
  }

  @Mutation(() => PipelineRunPayload)
  runPipeline(
    @Args('key') key: string,
    @CurrentCaller() caller: Caller,
    @Args('idempotencyKey', { type: () => String, nullable: true }) idempotencyKey?: string | null,
  ) {
    return answer('run', () => this.runner.run(caller, key, idempotencyKey));
  }

  @Mutation(() => PipelineRunPayload)
  cancelRun(@Args('id', { type: () => ID }) id: string, @CurrentCaller() caller: Caller) {
    return answer('run', () => this.canceller.cancel(caller, id));
  }

  @Subscription(() => PipelineRunType, {
    resolve: (run: PipelineRun) => run,
    description: 'The run at once, and again after each change, until it has ended.',
  })
  runProgress(@Args('id', { type: () => ID }) id: string) {
    return this.reader.follow(id);
  }

  @ResolveField(() => PipelineType)
  pipeline(@Parent() run: PipelineRun, @Loaders() loaders: Loaders) {
    return loaders.pipeline.load(run.pipelineId);
  }

  @ResolveField(() => [PipelineStepType])
  steps(@Parent() run: PipelineRun, @Loaders() loaders: Loaders) {
    return loaders.runSteps.load(run.id);
  }

  @ResolveField(() => ModelVersionType, { nullable: true })
  modelVersion(@Parent() run: PipelineRun, @Loaders() loaders: Loaders) {
    return run.modelVersionId === null ? null : loaders.modelVersion.load(run.modelVersionId);
  }

  @ResolveField(() => DecimalScalar)
  async progressPercent(@Parent() run: PipelineRun, @Loaders() loaders: Loaders) {
    return percent(progressOf(run.status, (await loaders.runSteps.load(run.id)) ?? []));
  }

  @ResolveField(() => [MetricPointType], {
    description: 'evenly thinned to at most `points` for each series',
  })
  metrics(
    @Parent() run: PipelineRun,
    @Args('series', { type: () => [String], nullable: true }) series: string[] | undefined,
    @Args('points', { type: () => Int, nullable: true, defaultValue: 500 }) points: number,
  ) {
    if (points < 1 || points > MOST_POINTS)
      throw badInput(`metrics: points must lie between 1 and ${MOST_POINTS}.`);
    return this.chronicle.metrics(this.transactions.read, run.id, series ?? null, points);
  }

  @ResolveField(() => [String], { description: 'oldest first' })
  log(
    @Parent() run: PipelineRun,
    @Args('last', { type: () => Int, nullable: true, defaultValue: 200 }) last: number,
  ) {
    if (last < 1 || last > MOST_LINES) throw badInput(`log: last must lie between 1 and ${MOST_LINES}.`);
    return this.chronicle.log(this.transactions.read, run.id, last);
  }
}
