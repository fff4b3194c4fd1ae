import { ratioDecimal } from '#platform';
import { Rational } from '../automation/rational.rules.js';
import { percentOf } from './metric.rules.js';

/** How unevenly toil lies on people, without saying on whom. */
export interface Spread {
  people: number;
  /** 0 = everybody the same, towards 1 = all on one. */
  gini: string | null;
  lowestPercent: string | null;
  medianPercent: string | null;
  highestPercent: string | null;
}

/**
 * Spread of people's toil shares. Gini = sum over all pairs |a - b| / (2 n^2 mean). Below `fewest` people nothing but their
 * number is told, because each could work out the others; null also where there is no toil.
 */
export function spreadOf(shares: Rational[], fewest: number): Spread {
  const none = {
    people: shares.length,
    gini: null,
    lowestPercent: null,
    medianPercent: null,
    highestPercent: null,
  };
  if (shares.length < fewest) return none;
  const sorted = [...shares].sort((a, b) => a.compare(b));
  const n = sorted.length;
  const sum = sorted.reduce((total, share) => total.plus(share), Rational.of(0));
  // Sorted, the pairs' distances add up to 2 x sum of (2i - n - 1) x_i, i from 1.
  const weighted = sorted.reduce(
    (total, share, i) => total.plus(share.times(Rational.of(2 * (i + 1) - n - 1))),
    Rational.of(0),
  );
  const gini = sum.isZero ? null : weighted.over(sum.times(Rational.of(n)));
  const middle = sorted[Math.floor((n - 1) / 2)]!.plus(sorted[Math.floor(n / 2)]!).over(Rational.of(2));
  return {
    people: n,
    gini: gini && ratioDecimal(gini.numerator, gini.denominator),
    lowestPercent: percentOf(sorted[0]!),
    medianPercent: percentOf(middle),
    highestPercent: percentOf(sorted[n - 1]!),
  };
}
