import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { Alerts, Ids, type Tx } from '#platform';
import { Organizations } from '../organization/organizations.js';
import { dateOf } from '../time/zone.rules.js';
import { campaignTimes, lastDue, weekAsked } from './campaign.rules.js';
import { surveyAlertOf } from './survey.jobs.js';
import { SurveyCampaign } from './survey-campaign.entity.js';
import { SurveyPopulation } from './survey-population.js';
import { SurveySchedule } from './survey-schedule.entity.js';

/** Opens campaigns when they are due, reminds once, and closes them. */
@Injectable()
export class CampaignKeeper {
  constructor(
    private readonly organizations: Organizations,
    private readonly population: SurveyPopulation,
    private readonly alerts: Alerts,
    private readonly ids: Ids,
  ) {}

  /** Opens what is due; a campaign whose time is over already is not opened any more. */
  async open(tx: Tx, now: Date): Promise<void> {
    const { reportingZone, weekStart } = await this.organizations.current(tx);
    const today = dateOf(now.getTime(), reportingZone);
    for (const schedule of await tx.findBy(SurveySchedule, { stoppedAt: IsNull() })) {
      const opensOn = lastDue(schedule.every, schedule.startsOn, today);
      if (opensOn === null) continue;
      const times = campaignTimes(opensOn, schedule, reportingZone);
      if (times.closesAt <= now) continue;
      const campaign: SurveyCampaign = {
        ...{ id: this.ids.next('scp'), scheduleId: schedule.id, opensOn, ...times },
        weekStarting: weekAsked(opensOn, weekStart),
        serviceIds: schedule.serviceIds,
        openedAt: now,
        remindedAt: null,
        closedAt: null,
      };
      await tx.createQueryBuilder().insert().into(SurveyCampaign).values(campaign).orIgnore().execute();
    }
  }

  /** Tells the channels how many have not answered yet, never who; the people themselves see it in their own list. */
  async remind(tx: Tx, now: Date): Promise<void> {
    const due = await tx.findBy(SurveyCampaign, {
      ...{ closedAt: IsNull(), remindedAt: IsNull() },
      remindAt: LessThanOrEqual(now),
      closesAt: MoreThan(now),
    });
    for (const campaign of due) {
      const { invited, answered } = await this.population.of(tx, campaign.weekStarting, campaign.serviceIds);
      await tx.update(SurveyCampaign, { id: campaign.id }, { remindedAt: now });
      const missing = invited.length - answered.length;
      if (missing === 0) continue;
      await this.alerts.raise(tx, {
        ...surveyAlertOf(campaign),
        title: `The survey about the week of ${campaign.weekStarting} lacks ${missing} of ${invited.length} answers.`,
        severity: 'INFO',
        detail: { weekStarting: campaign.weekStarting, closesAt: campaign.closesAt, missing },
      });
    }
  }

  /** Ends what is over, and the reminder with it. */
  async close(tx: Tx, now: Date): Promise<void> {
    const over = await tx.findBy(SurveyCampaign, { closedAt: IsNull(), closesAt: LessThanOrEqual(now) });
    for (const campaign of over) {
      await tx.update(SurveyCampaign, { id: campaign.id }, { closedAt: campaign.closesAt });
      const { kind, subject } = surveyAlertOf(campaign);
      await this.alerts.resolve(tx, kind, subject);
    }
  }
}
