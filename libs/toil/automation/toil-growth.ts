import { Injectable } from '@nestjs/common';
import { decimal, Refusal, type Tx } from '#platform';
import { DailyToil } from '../budget/daily-toil.js';
import { Directory } from '../directory/directory.js';
import { ORGANIZATION_ID, Organization } from '../organization/organization.entity.js';
import { weeksOf } from '../time/week.rules.js';
import { addDays, daysBetween } from '../time/zone.rules.js';
import { BaselineSurveyor } from './baseline-surveyor.js';
import { type Growth, type GrowthClass, type GrowthPoint, growth } from './growth.rules.js';
import { Rational } from './rational.rules.js';

/** Where the points come from: given, or the whole weeks of a service in [from, to). */
export interface GrowthAsked {
  service?: string | null;
  from?: string | null;
  to?: string | null;
  points?: GrowthPoint[] | null;
}

/** Growth as clients see it; decimals half-up. */
export interface GrowthReport {
  slope: string | null;
  intercept: string | null;
  r2: string | null;
  slopeLow: string | null;
  slopeHigh: string | null;
  elasticity: string | null;
  growthClass: GrowthClass | null;
  scalesLinearly: boolean | null;
  nullReason: Growth['nullReason'];
}

const LONGEST_DAYS = 3660;
const MOST_POINTS = 10_000;
const HOUR = Rational.of(3600);

/** Tells whether the toil of a service grows with its size. */
@Injectable()
export class ToilGrowth {
  constructor(
    private readonly directory: Directory,
    private readonly toil: DailyToil,
    private readonly sizes: BaselineSurveyor,
  ) {}

  async report(tx: Tx, asked: GrowthAsked): Promise<GrowthReport> {
    const points = asked.points ?? (await this.pointsOf(tx, asked));
    if (points.length > MOST_POINTS) {
      throw new Refusal('INVALID_INPUT', `At most ${MOST_POINTS} points.`, ['points']);
    }
    const bad = points.findIndex(
      ({ size, hours }) => !Number.isFinite(size) || !Number.isFinite(hours) || size < 0 || hours < 0,
    );
    if (bad >= 0)
      throw new Refusal('INVALID_INPUT', 'Sizes and hours must not be negative.', ['points', String(bad)]);
    return shown(growth(points));
  }

  /** One point for each whole week whose size is known: the size last told by the week's end, the hours of the week. */
  private async pointsOf(tx: Tx, { service: key, from, to }: GrowthAsked): Promise<GrowthPoint[]> {
    if (!key || !from || !to) {
      throw new Refusal('INVALID_INPUT', 'Give points, or a service with from and to.', [
        !key ? 'service' : !from ? 'from' : 'to',
      ]);
    }
    if (to <= from) throw new Refusal('END_BEFORE_START', 'to must be later than from.', ['to']);
    if (daysBetween(from, to) > LONGEST_DAYS)
      throw new Refusal('INVALID_INPUT', 'At most ten years at once.', ['to']);
    const service = await this.directory.service(tx, key, ['service']);
    const { weekStart } = await tx.findOneByOrFail(Organization, { id: ORGANIZATION_ID });
    const toil = await this.toil.byDay(tx, service.id, from, to);
    const points: GrowthPoint[] = [];
    for (const week of weeksOf(from, to, weekStart)) {
      if (daysBetween(week.from, week.to) < 7) continue;
      const size = await this.sizes.sizeOn(tx, service.id, addDays(week.to, -1));
      if (size !== null) points.push({ size, hours: hoursOf(toil, week.from) });
    }
    return points;
  }
}

function hoursOf(toil: ReadonlyMap<string, Rational>, firstDay: string): number {
  let seconds = Rational.of(0);
  for (let day = 0; day < 7; day++)
    seconds = seconds.plus(toil.get(addDays(firstDay, day)) ?? Rational.of(0));
  return seconds.over(HOUR).toNumber();
}

const text = (value: number | null): string | null => (value === null ? null : decimal(value));

function shown(result: Growth): GrowthReport {
  const { growthClass, scalesLinearly, nullReason } = result;
  return {
    slope: text(result.slope),
    intercept: text(result.intercept),
    r2: text(result.r2),
    slopeLow: text(result.slopeLow),
    slopeHigh: text(result.slopeHigh),
    elasticity: text(result.elasticity),
    ...{ growthClass, scalesLinearly, nullReason },
  };
}
