import { atMost, nearestTo, type Rational, rational } from './rational.rules.js';

/** Up to so many disagreements every term is a whole number; beyond, such sums take minutes (ten million: days). */
const MOST_EXACT = 4096;

/**
 * One-sided McNemar test on paired answers: the chance of `wins` or more among the disagreements if both models were
 * equally good, sum over i >= wins of C(wins + losses, i) / 2^(wins + losses). Counts are whole and not negative. Exact up
 * to 4096 disagreements, to nine digits beyond.
 */
export function mcnemar(wins: number, losses: number): Rational {
  const n = wins + losses;
  return n <= MOST_EXACT ? exactChance(wins, losses) : nearestTo(nearChance(wins, losses));
}

/** The fewest wins, not fewer than the losses, that the test accepts at alpha. Alpha lies above 0. */
export function winsNeeded(losses: number, alpha: Rational): number {
  const isEnough = (wins: number): boolean => atMost(mcnemar(wins, losses), alpha);
  if (isEnough(losses)) return losses;
  // The chance falls with every win: stride ahead until it is enough, then halve the stretch between.
  let low = losses;
  let stride = 1;
  while (!isEnough(low + stride)) {
    low += stride;
    stride *= 2;
  }
  let high = low + stride;
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function exactChance(wins: number, losses: number): Rational {
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

// From the term at `wins` on each is smaller than the one before, so the sum is that term times a series that soon ends.
function nearChance(wins: number, losses: number): number {
  if (wins === 0) return 1;
  if (wins <= losses) return 1 - nearChance(losses + 1, wins - 1);
  const n = wins + losses;
  let part = 1;
  let series = 0;
  for (let i = wins; i <= n && part > series * Number.EPSILON; i++) {
    series += part;
    part *= (n - i) / (i + 1);
  }
  return chanceOfExactly(wins, losses) * series;
}

// C(n, wins) / 2^n by Stirling's formula, written so that nothing large is taken from something large.
function chanceOfExactly(wins: number, losses: number): number {
  const n = wins + losses;
  const lead = (wins - losses) / n;
  // Below the smallest double for every n that comes here; nearer to one half both counts are in the hundreds.
  if (lead > 0.6) return 0;
  const exponent = wins * Math.log1p(lead) + losses * Math.log1p(-lead);
  const correction = beyondStirling(n) - beyondStirling(wins) - beyondStirling(losses);
  return Math.sqrt(n / (2 * Math.PI * wins * losses)) * Math.exp(correction - exponent);
}

const beyondStirling = (n: number): number => 1 / (12 * n) - 1 / (360 * n ** 3);
