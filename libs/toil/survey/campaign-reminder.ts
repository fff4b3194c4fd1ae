import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { Alerts, Jobs, Mailer, type Tx } from '#platform';
import { mailReminders, surveyAlertOf } from './survey.jobs.js';
import { SurveyCampaign } from './survey-campaign.entity.js';
import { SurveyPopulation } from './survey-population.js';

/** Reminds once in the life of a campaign. */
@Injectable()
export class CampaignReminder {
  constructor(
    private readonly population: SurveyPopulation,
    private readonly alerts: Alerts,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
  ) {}

  /** Tells the channels how many have not answered yet, never who; these see it in their own list, and by mail where there is one. */
  async remind(tx: Tx, now: Date): Promise<void> {
    const due = await tx.findBy(SurveyCampaign, {
      ...{ closedAt: IsNull(), remindedAt: IsNull() },
      remindAt: LessThanOrEqual(now),
      closesAt: MoreThan(now),
    });
    for (const campaign of due) {
      const { id, weekStarting, serviceIds, closesAt } = campaign;
      const { invited, answered } = await this.population.of(tx, weekStarting, serviceIds);
      await tx.update(SurveyCampaign, { id }, { remindedAt: now });
      const missing = invited.length - answered.length;
      if (missing === 0) continue;
      const byMail = this.mailer.isConfigured;
      const how = byMail ? '' : ' Without a mail server nobody is reminded personally.';
      await this.alerts.raise(tx, {
        ...surveyAlertOf(campaign),
        title: `The survey about the week of ${weekStarting} lacks ${missing} of ${invited.length} answers.${how}`,
        severity: 'INFO',
        detail: { weekStarting, closesAt, missing, byMail },
      });
      if (byMail) await this.jobs.enqueue(tx, mailReminders, { campaignId: id });
    }
  }
}
