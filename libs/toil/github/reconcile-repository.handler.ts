import { Injectable } from '@nestjs/common';
import {
  done,
  FinalError,
  type Handles,
  JobHandler,
  type JobOutcome,
  type PayloadOf,
  type RunningJob,
  skipped,
  Transactions,
} from '#platform';
import { GithubRepository } from './github.entity.js';
import { reconcileRepository } from './github.jobs.js';
import { ReconcileRepository } from './reconcile-repository.service.js';

/** Looks through one repository. A refused token is told once and not tried again. */
@Injectable()
@JobHandler(reconcileRepository)
export class ReconcileRepositoryHandler implements Handles<typeof reconcileRepository> {
  constructor(
    private readonly transactions: Transactions,
    private readonly reconciling: ReconcileRepository,
  ) {}

  async handle({ fullName }: PayloadOf<typeof reconcileRepository>, job: RunningJob): Promise<JobOutcome> {
    const repository = await this.transactions.read.findOneBy(GithubRepository, { fullName });
    if (!repository) return skipped('the repository is not watched any more');
    try {
      const { missedDeliveries, correctedIssues, deletedIssues } =
        await this.reconciling.reconcile(repository);
      await job.progress(
        1,
        `${missedDeliveries} deliveries, ${correctedIssues} issues, ${deletedIssues} deletions`,
      );
    } catch (error) {
      const { status } = error as { status?: number };
      if (status === 401 || status === 404) throw new FinalError(`GitHub answers ${status} for ${fullName}`);
      throw error;
    }
    return done();
  }
}
