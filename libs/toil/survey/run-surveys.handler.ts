import { Injectable } from '@nestjs/common';
import { Clock, done, type Handles, JobHandler, type JobOutcome, Transactions } from '#platform';
import { CampaignKeeper } from './campaign-keeper.js';
import { CampaignReminder } from './campaign-reminder.js';
import { runSurveys } from './survey.jobs.js';

/** Moves surveys on; run twice at the same instant it does nothing the second time. */
@Injectable()
@JobHandler(runSurveys)
export class RunSurveysHandler implements Handles<typeof runSurveys> {
  constructor(
    private readonly transactions: Transactions,
    private readonly keeper: CampaignKeeper,
    private readonly reminder: CampaignReminder,
    private readonly clock: Clock,
  ) {}

  async handle(): Promise<JobOutcome> {
    const now = this.clock.now();
    await this.transactions.run((tx) => this.keeper.close(tx, now));
    await this.transactions.run((tx) => this.keeper.open(tx, now));
    await this.transactions.run((tx) => this.reminder.remind(tx, now));
    return done();
  }
}
