import { type WeekDay, weekStarting } from '../time/week.rules.js';
import { addDays } from '../time/zone.rules.js';
import { type Growth, type GrowthPoint, growth } from './growth.rules.js';

/** One whole week of a service, by its first day. */
export interface GrowthWeek extends GrowthPoint {
  week: string;
}

/** When an automation of the service began to work. */
export interface GoLive {
  automation: string;
  date: string;
}

/** Weeks between two go-lives, dates [from, to), with their own fit. cutBy: the automations that it begins after. */
export interface GrowthSegment {
  from: string;
  to: string;
  cutBy: GoLive[];
  points: GrowthWeek[];
  growth: Growth;
}

/**
 * Cuts the weeks of [from, to) at the go-lives and fits each part by itself, oldest first: one line through the time before
 * and after an automation would take its gain for a slope. The week in which it went live is neither and in no part,
 * unless it did so on the first day.
 */
export function growthSegments(
  weeks: readonly GrowthWeek[],
  range: { from: string; to: string; weekStart: WeekDay },
  goLives: readonly GoLive[],
): GrowthSegment[] {
  const segments: GrowthSegment[] = [];
  let part = { from: range.from, cutBy: [] as GoLive[] };
  const close = (to: string): void => {
    const points = weeks.filter(({ week }) => week >= part.from && addDays(week, 7) <= to);
    segments.push({ ...part, to, points, growth: growth(points) });
  };
  for (const [week, cutBy] of byWeek(goLives, range)) {
    close(week);
    const mixed = cutBy.some(({ date }) => date > week);
    part = { from: mixed ? addDays(week, 7) : week, cutBy };
  }
  close(range.to);
  return segments;
}

function byWeek(
  goLives: readonly GoLive[],
  { from, to, weekStart }: { from: string; to: string; weekStart: WeekDay },
): [string, GoLive[]][] {
  const weeks = new Map<string, GoLive[]>();
  const within = goLives.filter(({ date }) => date > from && date < to);
  for (const one of within.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    const week = weekStarting(one.date, weekStart);
    weeks.set(week, [...(weeks.get(week) ?? []), one]);
  }
  return [...weeks];
}
