import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Tx } from '#platform';
import { CapacityRepository } from '../capacity/capacity.repository.js';
import { capacityOf } from '../capacity/capacity.rules.js';
import { Organizations } from '../organization/organizations.js';
import { settingsOf } from '../organization/settings.rules.js';
import { Service } from '../service/service.entity.js';
import { addDays } from '../time/zone.rules.js';
import { PersonWeights } from './supplement.rules.js';
import { SurveyAnswer } from './survey-answer.entity.js';

/** Who is asked about a week, and who has answered. */
export interface Population {
  /** Ids of the people with capacity on the services in that week. */
  invited: string[];
  /** Of these, who answered. Never shown to others. */
  answered: string[];
}

/** Knows whom a survey is about. */
@Injectable()
export class SurveyPopulation {
  private readonly capacities = new CapacityRepository();

  constructor(private readonly organizations: Organizations) {}

  async of(tx: Tx, weekStarting: string, serviceIds: readonly string[] | null): Promise<Population> {
    const { workDays } = settingsOf(await this.organizations.current(tx));
    const to = addDays(weekStarting, 7);
    const capacity = capacityOf(
      await this.capacities.facts(tx, weekStarting, to, workDays, null),
      weekStarting,
      to,
    );
    const ids = serviceIds ?? (await tx.find(Service, { select: { id: true } })).map((service) => service.id);
    const weights = new PersonWeights(capacity, ids);
    const invited = weights.everybody().filter((id) => weights.of(id, weekStarting, to) > 0n);
    const answers = await tx.find(SurveyAnswer, {
      select: { personId: true },
      where: { weekStarting, supersededAt: IsNull() },
    });
    const told = new Set(answers.map((answer) => answer.personId));
    return { invited, answered: invited.filter((id) => told.has(id)) };
  }
}
