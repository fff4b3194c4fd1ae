import type { Savings } from './ledger.rules.js';
import { Rational } from './rational.rules.js';

/** What several automations gave back together, exact minutes. */
export interface GivenBackSum {
  /** How many automations ran at all. */
  automations: number;
  succeededRuns: number;
  creditedRuns: number;
  /** Credits less attended minutes. */
  claimedMinutes: Rational;
  /** Demand x baseline less the minutes still worked, of the automations that ran. */
  realisedMinutes: Rational;
  /** realised / claimed; null unless something was claimed. */
  ratio: Rational | null;
}

const ZERO = Rational.of(0);

/**
 * Adds up the books of automations: sum over sum, never the mean of ratios. One that did not run in the range gave nothing
 * back, so its demand is not counted as saved.
 */
export function givenBackSum(books: readonly Savings[]): GivenBackSum {
  const ran = books.filter(({ rows }) => rows > 0);
  const claimedMinutes = ran.reduce((sum, one) => sum.plus(one.claimedMinutes), ZERO);
  const realisedMinutes = ran.reduce((sum, one) => sum.plus(one.realisedMinutes), ZERO);
  return {
    automations: ran.length,
    succeededRuns: ran.reduce((sum, one) => sum + one.succeededRuns, 0),
    creditedRuns: ran.reduce((sum, one) => sum + one.creditedRuns, 0),
    claimedMinutes,
    realisedMinutes,
    ratio: claimedMinutes.isPositive ? realisedMinutes.over(claimedMinutes) : null,
  };
}
