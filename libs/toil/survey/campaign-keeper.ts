import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual } from 'typeorm';
import { Alerts, Ids, type Tx } from '#platform';
import { Organizations } from '../organization/organizations.js';
import { dateOf } from '../time/zone.rules.js';
import { campaignTimes, lastDue, weekAsked } from './campaign.rules.js';
import { surveyAlertOf } from './survey.jobs.js';
import { SurveyCampaign } from './survey-campaign.entity.js';
import { SurveyReminder } from './survey-reminder.entity.js';
import { SurveySchedule } from './survey-schedule.entity.js';

/** Opens campaigns when they are due, and closes them. */
@Injectable()
export class CampaignKeeper {
  constructor(
    private readonly organizations: Organizations,
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
        mailed: 0,
        closedAt: null,
      };
      await tx.createQueryBuilder().insert().into(SurveyCampaign).values(campaign).orIgnore().execute();
    }
  }

  /** Ends what is over, and the reminder with it. */
  async close(tx: Tx, now: Date): Promise<void> {
    const over = await tx.findBy(SurveyCampaign, { closedAt: IsNull(), closesAt: LessThanOrEqual(now) });
    for (const campaign of over) {
      await tx.update(SurveyCampaign, { id: campaign.id }, { closedAt: campaign.closesAt });
      await tx.delete(SurveyReminder, { campaignId: campaign.id });
      const { kind, subject } = surveyAlertOf(campaign);
      await this.alerts.resolve(tx, kind, subject);
    }
  }
}
