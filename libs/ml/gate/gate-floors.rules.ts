import type { GateCounts, GateSettings } from './gate-case.rules.js';
import { wilson } from './proportion.rules.js';
import { atMost, exactDecimal, type Rational, rational } from './rational.rules.js';

/** Validation pictures from which on a class has to reach its own recall floor. */
export const MIN_CLASS_PICTURES = 5;

const percent = (text: string): Rational => {
  const value = exactDecimal(text);
  return rational(value.numerator, value.denominator * 100n);
};

const share = (count: number, n: number): Rational => rational(BigInt(count), BigInt(n));

const shown = (count: number, n: number): string => `${count} of ${n} (${((100 * count) / n).toFixed(2)} %)`;

/** Every floor that the candidate misses, each in one sentence; empty when it reaches all of them. */
export function floorFaults(counts: GateCounts, settings: GateSettings): string[] {
  const { n, candidateRight } = counts;
  const faults: string[] = [];
  const low = wilson(candidateRight, n).low;
  if (low < Number(settings.floorPercent) / 100) {
    faults.push(
      `${shown(candidateRight, n)} right proves no more than ${(100 * low).toFixed(2)} % (Wilson 95 % lower bound), ` +
        `below the floor of ${settings.floorPercent} %.`,
    );
  }
  const recall = percent(settings.minClassRecallPercent);
  for (const one of counts.classes ?? []) {
    if (one.n < MIN_CLASS_PICTURES || atMost(recall, share(one.right, one.n))) continue;
    faults.push(
      `Class ${one.name}: ${shown(one.right, one.n)} right, below ${settings.minClassRecallPercent} %.`,
    );
  }
  const majority = counts.majorityRight ?? null;
  if (majority !== null && candidateRight <= majority) {
    faults.push(
      `Always naming the most frequent class gets ${shown(majority, n)} right; the candidate is no better.`,
    );
  }
  const neighbour = counts.nearestNeighbourRight ?? null;
  if (neighbour !== null) {
    const tolerance = percent(settings.baselineTolerancePercent);
    const behind = share(Math.max(0, neighbour - candidateRight), n);
    if (!atMost(behind, tolerance)) {
      faults.push(
        `The nearest neighbour gets ${shown(neighbour, n)} right; the candidate is more than ` +
          `${settings.baselineTolerancePercent} points behind.`,
      );
    }
  }
  return faults;
}
