import jstat from 'jstat';
import { linearRegression, linearRegressionLine, mean, rSquared, sum } from 'simple-statistics';

export const GROWTH_CLASSES = ['NOT_SCALING', 'SUBLINEAR', 'LINEAR', 'SUPERLINEAR'] as const;
export type GrowthClass = (typeof GROWTH_CLASSES)[number];

/** One week of a service: its size and its toil in hours. */
export interface GrowthPoint {
  size: number;
  hours: number;
}

/** How toil grows with size; all null when the points do not vary enough to tell. */
export interface Growth {
  slope: number | null;
  intercept: number | null;
  r2: number | null;
  slopeLow: number | null;
  slopeHigh: number | null;
  elasticity: number | null;
  growthClass: GrowthClass | null;
  scalesLinearly: boolean | null;
  nullReason: 'INSUFFICIENT_VARIATION' | null;
}

const LEAST_POINTS = 4;
const LINEAR_FROM = 0.8;
const LINEAR_TO = 1.2;

const UNKNOWN: Growth = {
  slope: null,
  intercept: null,
  r2: null,
  slopeLow: null,
  slopeHigh: null,
  elasticity: null,
  growthClass: null,
  scalesLinearly: null,
  nullReason: 'INSUFFICIENT_VARIATION',
};

/**
 * Ordinary least squares of weekly toil hours on size, with the 95 % interval of the slope (t, n - 2), and the
 * elasticity from the same fit on logarithms (only when everything is above zero). An interval that holds 0 is
 * NOT_SCALING; otherwise the elasticity decides, 0.8 to 1.2 being LINEAR. Size and time move together in most
 * services, so a slope is no proof of a cause.
 */
export function growth(points: readonly GrowthPoint[]): Growth {
  const fit = fitted(points.map(({ size, hours }) => [size, hours]));
  if (!fit) return UNKNOWN;
  const margin =
    fit.standardError === 0 ? 0 : jstat.jStat.studentt.inv(0.975, points.length - 2) * fit.standardError;
  const slopeLow = fit.slope - margin;
  const slopeHigh = fit.slope + margin;
  const logarithms = points.every(({ size, hours }) => size > 0 && hours > 0)
    ? fitted(points.map(({ size, hours }) => [Math.log(size), Math.log(hours)]))
    : null;
  const elasticity = logarithms?.slope ?? null;
  const growthClass = slopeLow <= 0 && slopeHigh >= 0 ? 'NOT_SCALING' : classOf(elasticity);
  return {
    slope: fit.slope,
    intercept: fit.intercept,
    r2: fit.r2,
    slopeLow,
    slopeHigh,
    elasticity,
    growthClass,
    scalesLinearly: growthClass === null ? null : growthClass === 'LINEAR',
    nullReason: null,
  };
}

function classOf(elasticity: number | null): GrowthClass | null {
  if (elasticity === null) return null;
  if (elasticity < LINEAR_FROM) return 'SUBLINEAR';
  return elasticity <= LINEAR_TO ? 'LINEAR' : 'SUPERLINEAR';
}

interface Fit {
  slope: number;
  intercept: number;
  /** null when the hours do not vary at all. */
  r2: number | null;
  standardError: number;
}

function fitted(points: [number, number][]): Fit | null {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  if (points.length < LEAST_POINTS || xs.every((x) => x === xs[0])) return null;
  // A constant series would leave a slope of rounding noise with an interval that misses zero.
  if (ys.every((y) => y === ys[0])) return { slope: 0, intercept: ys[0] ?? 0, r2: null, standardError: 0 };
  const { m: slope, b: intercept } = linearRegression(points);
  const line = linearRegressionLine({ m: slope, b: intercept });
  const centre = mean(xs);
  const residual = sum(points.map(([x, y]) => (y - line(x)) ** 2));
  const spread = sum(xs.map((x) => (x - centre) ** 2));
  return {
    slope,
    intercept,
    r2: rSquared(points, line),
    standardError: Math.sqrt(residual / (points.length - 2) / spread),
  };
}
