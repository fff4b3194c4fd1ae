import { atMost, type Rational, rational } from './rational.rules.js';

/**
 * Exact one-sided McNemar test on paired answers: the chance of `wins` or more among the disagreements if both models
 * were equally good, sum over i >= wins of C(wins + losses, i) / 2^(wins + losses). Counts are whole and not negative.
 */
export function mcnemar(wins: number, losses: number): Rational {
  const n = wins + losses;
  // Summed from the shorter side: C(n, i) grows by one multiplication and one exact division from term to term.
  const tail = (count: number): bigint => {
    let term = 1n;
    let sum = 0n;
    for (let i = 0; i < count; i++) {
      sum += term;
      term = (term * BigInt(n - i)) / BigInt(i + 1);
    }
    return sum;
  };
  const all = 1n << BigInt(n);
  const numerator = losses + 1 <= wins ? tail(losses + 1) : all - tail(wins);
  return rational(numerator, all);
}

/** The fewest wins against that many losses that the test accepts at alpha. */
export function winsNeeded(losses: number, alpha: Rational): number {
  let wins = losses;
  while (!atMost(mcnemar(wins, losses), alpha)) wins++;
  return wins;
}
