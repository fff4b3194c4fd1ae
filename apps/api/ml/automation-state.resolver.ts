import { Args, Parent, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { type Pipeline, QueueStates, Retrain, RunRepository } from '#ml';
import { decimal, EventBus, percent, Transactions } from '#platform';
import { apiError } from '../graphql/api-error.js';
import { PageArgs } from '../graphql/connection.js';
import { followNew } from '../graphql/live.js';
import { PipelineType, QueueHealthType, RetrainStatusType } from './pipeline.type.js';
import { PipelineRunConnection } from './run.type.js';

/** What a pipeline does by itself: its runs, why none is due, and how its queues are. */
@Resolver(() => PipelineType)
export class AutomationStateResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly runs: RunRepository,
    private readonly retraining: Retrain,
    private readonly queueStates: QueueStates,
    private readonly events: EventBus,
  ) {}

  @ResolveField(() => PipelineRunConnection, { name: 'runs', description: 'newest first' })
  runsOf(@Parent() pipeline: Pipeline, @Args() page: PageArgs) {
    return this.runs.page(this.transactions.read, pipeline.id, page);
  }

  @ResolveField(() => RetrainStatusType, { name: 'retrain' })
  retrain(@Parent() pipeline: Pipeline) {
    return this.retraining.judge(pipeline);
  }

  @ResolveField(() => [QueueHealthType], { name: 'queues' })
  async queues(@Parent() pipeline: Pipeline) {
    return (await this.queueStates.of(this.transactions.read, pipeline.id)).map(queueView);
  }

  @Subscription(() => QueueHealthType, {
    resolve: (health: QueueHealthType) => health,
    description: 'Every sample of the input queues of a pipeline (its key).',
  })
  async queueHealth(@Args('pipeline') key: string) {
    const { read } = this.transactions;
    const id = await this.queueStates.pipelineId(read, key);
    if (id === null) throw apiError('NOT_FOUND', `There is no pipeline "${key}".`);
    return followNew(
      this.events,
      'queue',
      async () => '',
      async (position, changed) => {
        if (changed !== null && changed !== id) return { rows: [], position };
        const rows = await this.queueStates.of(read, id);
        return { rows: rows.map(queueView), position };
      },
    );
  }
}

type QueueRow = Awaited<ReturnType<QueueStates['of']>>[number];

const queueView = (row: QueueRow): QueueHealthType => ({
  ...row,
  state: row.state as QueueHealthType['state'],
  fillPercent: percent(row.capacity === 0 ? 0 : (100 * row.size) / row.capacity),
  inPerSecond: decimal(row.inPerSecond),
  outPerSecond: decimal(row.outPerSecond),
});
