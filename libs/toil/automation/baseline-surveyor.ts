import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import type { Tx } from '#platform';
import { ORGANIZATION_ID, Organization } from '../organization/organization.entity.js';
import { ServiceSize } from '../service/service-size.entity.js';
import { daysBetween } from '../time/zone.rules.js';
import { ManualWorkRepository } from './manual-work.repository.js';
import { medianOf } from './median.rules.js';
import { Rational } from './rational.rules.js';

/** What the log says about doing a task by hand. */
export interface Baseline {
  medianMinutes: Rational;
  samples: number;
  perWeek: Rational;
  /** Instances of the service at the last occurrence; null when nobody told. */
  size: number | null;
}

const SIXTY = Rational.of(60);

/** Measures how long, and how often, a task is done by hand. */
@Injectable()
export class BaselineSurveyor {
  constructor(private readonly manual: ManualWorkRepository) {}

  /** Median minutes and weekly rate (first to last occurrence, a week at least); null when nothing was logged. */
  async measure(tx: Tx, serviceId: string, taskTypeId: string): Promise<Baseline | null> {
    const { reportingZone: zone } = await tx.findOneByOrFail(Organization, { id: ORGANIZATION_ID });
    const all = await this.manual.occurrences(tx, { taskTypeId, serviceId, from: null, to: null, zone });
    const found = all.filter(({ seconds }) => seconds > 0);
    const median = medianOf(found.map(({ seconds }) => seconds));
    const first = found[0]?.date;
    const last = found.at(-1)?.date;
    if (!median || !first || !last) return null;
    const days = Math.max(7, daysBetween(first, last) + 1);
    return {
      medianMinutes: median.over(SIXTY),
      samples: found.length,
      perWeek: Rational.of(found.length * 7, days),
      size: await this.sizeOn(tx, serviceId, last),
    };
  }

  /** The size in force on a date; null when none was told by then. */
  async sizeOn(tx: Tx, serviceId: string, date: string): Promise<number | null> {
    const size = await tx
      .createQueryBuilder(ServiceSize, 's')
      .where('s.serviceId = :serviceId and s.date <= :date', { serviceId, date })
      .orderBy('s.date', 'DESC')
      .limit(1)
      .getOne();
    return size?.instances ?? null;
  }

  /** The same for any date up to `last`, from one reading. */
  async sizesUntil(tx: Tx, serviceId: string, last: string): Promise<(date: string) => number | null> {
    const rows = await tx.find(ServiceSize, {
      where: { serviceId, date: LessThanOrEqual(last) },
      order: { date: 'DESC' },
    });
    return (date) => rows.find((row) => row.date <= date)?.instances ?? null;
  }
}
