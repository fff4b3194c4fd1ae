import { Injectable } from '@nestjs/common';
import { Cron, CronExpression, Interval } from '@nestjs/schedule';
import { Jobs, Transactions } from '#platform';
import {
  askAboutStaleIncidents,
  evaluateBudgets,
  GithubRepositories,
  runSurveys,
  stopForgottenTimers,
} from '#toil';

const TIMERS_MS = 60_000;

/** Has budgets, timers, silent incidents, surveys and repositories looked after. Ten workers enqueue one job each. */
@Injectable()
export class OpsClock {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
    private readonly repositories: GithubRepositories,
  ) {}

  @Interval(TIMERS_MS)
  async timers(): Promise<void> {
    await this.transactions.run((tx) => this.jobs.enqueue(tx, stopForgottenTimers, {}));
  }

  // Every hour, because the reporting zone's day ends at any of them; the same day again changes nothing.
  @Cron(CronExpression.EVERY_HOUR)
  async hourly(): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.jobs.enqueue(tx, evaluateBudgets, {});
      await this.jobs.enqueue(tx, askAboutStaleIncidents, {});
      await this.jobs.enqueue(tx, runSurveys, {});
    });
  }

  @Cron(CronExpression.EVERY_10_MINUTES)
  async repositoriesAgain(): Promise<void> {
    await this.transactions.run((tx) => this.repositories.reconcileAll(tx));
  }
}
