import { Injectable } from '@nestjs/common';
import { hasEnded, type PipelineRun, RunRepository } from '#ml';
import { EventBus, Transactions } from '#platform';
import { apiError } from '../graphql/api-error.js';
import { followOne } from '../graphql/live.js';

/** Reads runs, once or live. */
@Injectable()
export class RunReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly runs: RunRepository,
    private readonly events: EventBus,
  ) {}

  read(id: string): Promise<PipelineRun | null> {
    return this.runs.byId(this.transactions.read, id);
  }

  /** The run now and after each change until it has ended; NOT_FOUND when there is none. */
  async follow(id: string): Promise<AsyncIterableIterator<PipelineRun>> {
    if (!(await this.read(id))) throw apiError('NOT_FOUND', `There is no run ${id}.`);
    return followOne(
      this.events,
      'run',
      id,
      () => this.read(id),
      (run) => hasEnded(run.status),
    );
  }
}
