import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import { Clock, type Page, type PageRequest, pageOf, positionOf, type Tx } from '#platform';
import { SurveyAnswer } from './survey-answer.entity.js';
import { SurveyCampaign } from './survey-campaign.entity.js';
import { SurveyPopulation } from './survey-population.js';

/** How many were asked and have answered; never who. */
export interface CampaignRate {
  invited: number;
  answered: number;
}

/** What a person sees of a campaign: the form, and the own answer once it is given. */
export interface SurveyForm {
  campaign: SurveyCampaign;
  /** The own answer about this week; null until it is given. */
  answer: SurveyAnswer | null;
  /** The answer before; null until this one is given, so that it does not lead. */
  previous: SurveyAnswer | null;
}

/** Reads campaigns: for everybody their rates, for a person what there is to answer. */
@Injectable()
export class SurveyCampaigns {
  constructor(
    private readonly population: SurveyPopulation,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async page(tx: Tx, page: PageRequest): Promise<Page<SurveyCampaign>> {
    const query = tx
      .createQueryBuilder(SurveyCampaign, 'c')
      .orderBy('c.openedAt', 'DESC')
      .addOrderBy('c.id', 'DESC')
      .take(page.first + 1);
    const after = positionOf(page.after);
    if (after) query.where('(c.openedAt, c.id) < (:at::timestamptz, :id)', { at: after[0], id: after[1] });
    return pageOf(await query.getMany(), page.first, (row) => [row.openedAt.toISOString(), row.id]);
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<SurveyCampaign[]> {
    return tx.findBy(SurveyCampaign, { id: In([...ids]) });
  }

  isOpen({ closedAt, closesAt }: SurveyCampaign): boolean {
    return closedAt === null && closesAt > this.clock.now();
  }

  async rate(tx: Tx, { weekStarting, serviceIds }: SurveyCampaign): Promise<CampaignRate> {
    const { invited, answered } = await this.population.of(tx, weekStarting, serviceIds);
    return { invited: invited.length, answered: answered.length };
  }

  /** The open campaigns that ask the person, soonest to close first. */
  async forms(tx: Tx, personId: string): Promise<SurveyForm[]> {
    const open = await tx.find(SurveyCampaign, {
      where: { closedAt: IsNull(), closesAt: MoreThan(this.clock.now()) },
      order: { closesAt: 'ASC', id: 'ASC' },
    });
    const forms: SurveyForm[] = [];
    for (const campaign of open) {
      const { invited } = await this.population.of(tx, campaign.weekStarting, campaign.serviceIds);
      if (!invited.includes(personId)) continue;
      const own = await tx.find(SurveyAnswer, {
        where: { personId, supersededAt: IsNull() },
        order: { weekStarting: 'DESC' },
      });
      const answer = own.find(({ weekStarting }) => weekStarting === campaign.weekStarting) ?? null;
      const previous =
        answer && (own.find(({ weekStarting }) => weekStarting < campaign.weekStarting) ?? null);
      forms.push({ campaign, answer, previous });
    }
    return forms;
  }
}
