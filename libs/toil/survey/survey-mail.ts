import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { Account, Clock, Mailer, Transactions, type Tx } from '#platform';
import { Organizations } from '../organization/organizations.js';
import { addDays, dateOf } from '../time/zone.rules.js';
import { reminderMail } from './reminder-mail.rules.js';
import { SurveyCampaign } from './survey-campaign.entity.js';
import { SurveyPopulation } from './survey-population.js';
import { SurveyReminder } from './survey-reminder.entity.js';

/** What became of the mails of one try; `later`: the server may take them another time. */
export interface MailsSent {
  sent: number;
  later: number;
}

interface Recipient {
  personId: string;
  email: string;
  language: string | null;
}

/** Reminds people of a survey by mail, each at most once, and nobody of anybody else. */
@Injectable()
export class SurveyMail {
  constructor(
    private readonly transactions: Transactions,
    private readonly population: SurveyPopulation,
    private readonly organizations: Organizations,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  /** Writes to those who have not answered, have an account with an address, and were not written to yet. */
  async send(campaign: SurveyCampaign): Promise<MailsSent> {
    const { read: tx } = this.transactions;
    const { reportingZone, locale } = await this.organizations.current(tx);
    const reminder = {
      weekStarting: campaign.weekStarting,
      lastDay: addDays(dateOf(campaign.closesAt.getTime(), reportingZone), -1),
      link: this.mailer.link('/'),
    };
    const result: MailsSent = { sent: 0, later: 0 };
    for (const { personId, email, language } of await this.recipients(tx, campaign)) {
      // The claim comes first: a worker that dies in between leaves one mail unsent, never one sent twice.
      if (!(await this.claim(campaign, personId))) continue;
      try {
        const mail = reminderMail(reminder, language ?? locale);
        await this.mailer.send({ ...mail, to: email, id: `${campaign.id}.${personId}` });
        result.sent++;
      } catch (error) {
        if (isForGood(error)) continue;
        await this.unclaim(campaign, personId);
        result.later++;
      }
    }
    await this.transactions.runStatement((own) =>
      own.increment(SurveyCampaign, { id: campaign.id }, 'mailed', result.sent),
    );
    return result;
  }

  private async recipients(tx: Tx, { weekStarting, serviceIds }: SurveyCampaign): Promise<Recipient[]> {
    const { invited, answered } = await this.population.of(tx, weekStarting, serviceIds);
    const missing = invited.filter((id) => !answered.includes(id));
    const accounts = await tx.find(Account, {
      where: { personId: In(missing), email: Not(IsNull()), disabledAt: IsNull() },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
    // Of several accounts of a person the oldest.
    const byPerson = new Map(accounts.map((account) => [account.personId, account as Recipient]));
    return [...byPerson.values()];
  }

  // False where the campaign has closed or the person has answered in the meantime, or was written to.
  private async claim({ id, weekStarting }: SurveyCampaign, personId: string): Promise<boolean> {
    const claimed: unknown[] = await this.transactions.runStatement((tx) =>
      tx.query(
        `insert into survey_reminder (campaign_id, person_id, claimed_at)
       select id, $2, $3 from survey_campaign where id = $1 and closed_at is null and closes_at > $3
         and not exists (select 1 from survey_answer
                          where person_id = $2 and week_starting = $4 and superseded_at is null)
       on conflict do nothing returning person_id`,
        [id, personId, this.clock.now(), weekStarting],
      ),
    );
    return claimed.length > 0;
  }

  private async unclaim({ id }: SurveyCampaign, personId: string): Promise<void> {
    await this.transactions.runStatement((tx) => tx.delete(SurveyReminder, { campaignId: id, personId }));
  }
}

/** An answer of class 5: this address will never do. */
const isForGood = (error: unknown): boolean => {
  const { responseCode } = error as { responseCode?: number };
  return responseCode !== undefined && responseCode >= 500 && responseCode < 600;
};
