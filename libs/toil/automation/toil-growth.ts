import { Injectable } from '@nestjs/common';
import { decimal, Refusal, type Tx } from '#platform';
import { DailyToil } from '../budget/daily-toil.js';
import { Directory } from '../directory/directory.js';
import { Organizations } from '../organization/organizations.js';
import { type WeekDay, weeksOf } from '../time/week.rules.js';
import { addDays, daysBetween } from '../time/zone.rules.js';
import { BaselineSurveyor } from './baseline-surveyor.js';
import { GoLives } from './go-live.repository.js';
import { type Growth, type GrowthClass, type GrowthPoint, growth } from './growth.rules.js';
import { type GoLive, type GrowthSegment, type GrowthWeek, growthSegments } from './growth-segment.rules.js';
import { Rational } from './rational.rules.js';

/** Where the points come from: given, or the whole weeks of a service in [from, to). whole: do not cut at go-lives. */
export interface GrowthAsked {
  service?: string | null;
  from?: string | null;
  to?: string | null;
  points?: GrowthPoint[] | null;
  whole?: boolean | null;
}

/** A fit as clients see it; decimals half-up. */
export interface GrowthFit {
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

/** The fit of the newest segment, and all segments, oldest first; none of given points, which have no dates. */
export interface GrowthReport extends GrowthFit {
  segments: (GrowthFit & { from: string; to: string; cutBy: GoLive[]; points: GrowthWeek[] })[];
}

const LONGEST_DAYS = 3660;
const MOST_POINTS = 10_000;
const HOUR = Rational.of(3600);

/** Tells whether the toil of a service grows with its size. */
@Injectable()
export class ToilGrowth {
  private readonly goLives = new GoLives();

  constructor(
    private readonly directory: Directory,
    private readonly toil: DailyToil,
    private readonly sizes: BaselineSurveyor,
    private readonly organizations: Organizations,
  ) {}

  /** The given points as they are; a service's weeks cut where an automation of it went live. */
  async report(tx: Tx, asked: GrowthAsked): Promise<GrowthReport> {
    if (asked.points) {
      refuseBad(asked.points);
      return { ...shown(growth(asked.points)), segments: [] };
    }
    const segments = await this.segments(tx, asked);
    return {
      ...shown((segments.at(-1) as GrowthSegment).growth),
      segments: segments.map(({ growth: fit, ...segment }) => ({ ...segment, ...shown(fit) })),
    };
  }

  private async segments(tx: Tx, { service: key, from, to, whole }: GrowthAsked): Promise<GrowthSegment[]> {
    if (!key || !from || !to) {
      throw new Refusal('INVALID_INPUT', 'Give points, or a service with from and to.', [
        !key ? 'service' : !from ? 'from' : 'to',
      ]);
    }
    if (to <= from) throw new Refusal('END_BEFORE_START', 'to must be later than from.', ['to']);
    if (daysBetween(from, to) > LONGEST_DAYS)
      throw new Refusal('INVALID_INPUT', 'At most ten years at once.', ['to']);
    const { id } = await this.directory.service(tx, key, ['service']);
    const { weekStart, reportingZone } = await this.organizations.current(tx);
    const range = { from, to, weekStart };
    const goLives = whole ? [] : await this.goLives.of(tx, id, reportingZone);
    return growthSegments(await this.weeks(tx, id, range), range, goLives);
  }

  /** One point for each whole week whose size is known: the size last told by the week's end, the hours of the week. */
  private async weeks(
    tx: Tx,
    serviceId: string,
    { from, to, weekStart }: { from: string; to: string; weekStart: WeekDay },
  ): Promise<GrowthWeek[]> {
    const toil = await this.toil.byDay(tx, serviceId, from, to);
    const sizeOn = await this.sizes.sizesUntil(tx, serviceId, to);
    return weeksOf(from, to, weekStart).flatMap((week) => {
      const size = daysBetween(week.from, week.to) < 7 ? null : sizeOn(addDays(week.to, -1));
      return size === null ? [] : [{ week: week.from, size, hours: hoursOf(toil, week.from) }];
    });
  }
}

function refuseBad(points: GrowthPoint[]): void {
  if (points.length > MOST_POINTS) {
    throw new Refusal('INVALID_INPUT', `At most ${MOST_POINTS} points.`, ['points']);
  }
  const bad = points.findIndex(
    ({ size, hours }) => !Number.isFinite(size) || !Number.isFinite(hours) || size < 0 || hours < 0,
  );
  if (bad >= 0)
    throw new Refusal('INVALID_INPUT', 'Sizes and hours must not be negative.', ['points', String(bad)]);
}

function hoursOf(toil: ReadonlyMap<string, Rational>, firstDay: string): number {
  let seconds = Rational.of(0);
  for (let day = 0; day < 7; day++)
    seconds = seconds.plus(toil.get(addDays(firstDay, day)) ?? Rational.of(0));
  return seconds.over(HOUR).toNumber();
}

const text = (value: number | null): string | null => (value === null ? null : decimal(value));

function shown(result: Growth): GrowthFit {
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
