import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { parseUnits, percent, type Tx } from '#platform';
import { Rational } from '../automation/rational.rules.js';
import { CapacityRepository } from '../capacity/capacity.repository.js';
import { capacityOf } from '../capacity/capacity.rules.js';
import { Directory } from '../directory/directory.js';
import { Organizations } from '../organization/organizations.js';
import { settingsOf } from '../organization/settings.rules.js';
import { percentOf, toNumber } from '../report/metric.rules.js';
import { Service } from '../service/service.entity.js';
import { addDays } from '../time/zone.rules.js';
import { PersonWeights } from './supplement.rules.js';
import { estimate } from './survey.rules.js';
import { SurveyAnswer } from './survey-answer.entity.js';

/** What a week's survey says. Percents are null where the answers are too few to be told. */
export interface SurveyReport {
  weekStarting: string;
  answers: number;
  responsePercent: string | null;
  meanPercent: string | null;
  lowPercent: string | null;
  highPercent: string | null;
  /** If all who did not answer had said 0, or 100 %. */
  nonResponseLowPercent: string | null;
  nonResponseHighPercent: string | null;
  nullReason: 'TOO_FEW_RESPONSES' | null;
  warnings: string[];
  /** The single answers in rising order, without names; null below five. */
  spreadPercents: string[] | null;
}

/** Reads surveys of a week. */
@Injectable()
export class SurveyReports {
  private readonly capacities = new CapacityRepository();

  constructor(
    private readonly directory: Directory,
    private readonly organizations: Organizations,
  ) {}

  /** The answers about one week of people with capacity on the services (keys; null = all), weighted by it. */
  async ofWeek(tx: Tx, weekStarting: string, services: string[] | null): Promise<SurveyReport> {
    const { thresholds, workDays } = settingsOf(await this.organizations.current(tx));
    const selected = services
      ? await this.directory.services(tx, services, ['services'])
      : await tx.find(Service);
    const to = addDays(weekStarting, 7);
    const capacity = capacityOf(
      await this.capacities.facts(tx, weekStarting, to, workDays, null),
      weekStarting,
      to,
    );
    const weights = new PersonWeights(
      capacity,
      selected.map((service) => service.id),
    );
    const rows = await tx.findBy(SurveyAnswer, { weekStarting, supersededAt: IsNull() });
    const answers = rows.map(({ personId, toilPercent }) => ({
      share: Rational.of(parseUnits(toilPercent, 4), 1_000_000),
      weight: weights.of(personId, weekStarting, to),
    }));
    const { n, mean, halfWidth, nullReason, response, lowest, highest } = estimate(
      answers,
      weights.total(weekStarting, to),
    );
    const low =
      response !== null &&
      response.compare(Rational.of(Math.round(thresholds.lowResponsePercent * 100), 10_000)) < 0;
    const bound = (sign: 1 | -1) =>
      mean && halfWidth !== null
        ? percent(100 * Math.min(1, Math.max(0, toNumber(mean) + sign * halfWidth)))
        : null;
    const counted = answers.filter((answer) => answer.weight > 0n).map((answer) => answer.share);
    return {
      weekStarting,
      answers: n,
      responsePercent: response && percentOf(response),
      meanPercent: mean && percentOf(mean),
      lowPercent: bound(-1),
      highPercent: bound(1),
      nonResponseLowPercent: lowest && percentOf(lowest),
      nonResponseHighPercent: highest && percentOf(highest),
      nullReason,
      warnings: [...(nullReason ? [nullReason] : []), ...(low ? ['LOW_RESPONSE'] : [])],
      spreadPercents:
        n < thresholds.privateBelow ? null : counted.sort((a, b) => a.compare(b)).map(percentOf),
    };
  }
}
