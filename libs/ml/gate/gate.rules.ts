import { adviceFor } from './gate-advice.rules.js';
import type { GateCounts, GateJudgement, GateOutcome, GateSettings } from './gate-case.rules.js';
import { floorFaults } from './gate-floors.rules.js';
import { mcnemar } from './mcnemar.rules.js';
import { lossBound, wilson } from './proportion.rules.js';
import { atMost, dividedBy, exactDecimal, toNumber } from './rational.rules.js';

/** Whether the outcome lets the candidate go live without anybody forcing it. */
export const isPassed = (outcome: GateOutcome): boolean =>
  outcome === 'FIRST' || outcome === 'PROMOTE_BETTER' || outcome === 'PROMOTE_NOT_WORSE';

/**
 * Judges a candidate. A candidate proven worse is named so even where it also misses a floor; then come the floors
 * (Wilson lower bound, recall of each class with 5 or more pictures, majority class, nearest neighbour), then the exact
 * paired test at alpha (alpha / looks when strict), then non-inferiority within the margin, which needs new data.
 */
export function judgeGate(counts: GateCounts, settings: GateSettings): GateJudgement {
  const alpha = settings.strictLooks
    ? dividedBy(exactDecimal(settings.alpha), BigInt(Math.max(1, counts.looks)))
    : exactDecimal(settings.alpha);
  const faults = floorFaults(counts, settings);
  const { paired, n } = counts;
  const better = paired && mcnemar(paired.candidateOnly, paired.championOnly);
  const worse = paired && mcnemar(paired.championOnly, paired.candidateOnly);
  const bound = paired ? lossBound(paired.candidateOnly, paired.championOnly, n) : null;
  const margin = Number(settings.marginPercent) / 100;

  const outcome = ((): GateOutcome => {
    if (worse && atMost(worse, alpha)) return 'REJECT_WORSE';
    if (faults.length > 0) return 'REJECT_FLOOR';
    if (!better || bound === null) return 'FIRST';
    if (atMost(better, alpha)) return 'PROMOTE_BETTER';
    return bound <= margin && counts.newData ? 'PROMOTE_NOT_WORSE' : 'HOLD';
  })();

  const judged = {
    outcome,
    accuracy: counts.candidateRight / n,
    wilson: wilson(counts.candidateRight, n),
    pValue: better && toNumber(better),
    alpha: toNumber(alpha),
    lossBound: bound,
  };
  const worseP = worse && toNumber(worse);
  return {
    ...judged,
    ...adviceFor({ ...judged, alphaExact: alpha, worseP, faults, margin }, counts, settings),
  };
}
