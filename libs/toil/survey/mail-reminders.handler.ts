import { Injectable } from '@nestjs/common';
import { done, type Handles, JobHandler, type JobOutcome, Mailer, skipped, Transactions } from '#platform';
import { mailReminders } from './survey.jobs.js';
import { SurveyCampaign } from './survey-campaign.entity.js';
import { SurveyMail } from './survey-mail.js';

/** Sends the mails of a reminder; what the mail server did not take is tried again with the job. */
@Injectable()
@JobHandler(mailReminders)
export class MailRemindersHandler implements Handles<typeof mailReminders> {
  constructor(
    private readonly transactions: Transactions,
    private readonly mail: SurveyMail,
    private readonly mailer: Mailer,
  ) {}

  async handle({ campaignId }: { campaignId: string }): Promise<JobOutcome> {
    if (!this.mailer.isConfigured) return skipped('there is no mail server');
    const campaign = await this.transactions.read.findOneBy(SurveyCampaign, { id: campaignId });
    if (!campaign || campaign.closedAt) return skipped('the survey is over');
    const { later } = await this.mail.send(campaign);
    // Neither who nor why: a mail server's words hold the address of somebody who has not answered.
    if (later > 0) throw new Error(`the mail server did not take ${later} reminders`);
    return done();
  }
}
