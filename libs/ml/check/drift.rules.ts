import { populationShift } from '../deployment/population-shift.rules.js';
import { type Finding, finding } from './finding.js';
import type { Thresholds } from './thresholds.rules.js';

/** What drift is measured on: mean grey 0..255 and class of each picture. */
export interface Measured {
  means: readonly number[];
  labels: readonly number[];
}

const BINS = 10;

/** Counts in ten bins that hold a tenth of `reference` each. */
export function decileCounts(reference: readonly number[], values: readonly number[]): number[] {
  const sorted = [...reference].sort((a, b) => a - b);
  const edges = Array.from(
    { length: BINS - 1 },
    (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / BINS)] ?? 0,
  );
  const counts = new Array<number>(BINS).fill(0);
  for (const value of values) counts[edges.filter((edge) => value >= edge).length]!++;
  return counts;
}

/**
 * Population stability index of new pictures against the training pictures, on mean grey (ten bins) and on the share
 * of the classes. What the index shows by chance alone at these numbers, (bins - 1) (1/n + 1/m), is taken off.
 */
export function drift(training: Measured, fresh: Measured): { grey: number; classes: number } {
  const n = training.means.length;
  const m = fresh.means.length;
  if (n === 0 || m === 0) return { grey: 0, classes: 0 };
  const classes = Math.max(...training.labels, ...fresh.labels) + 1;
  const count = (labels: readonly number[]): number[] => {
    const counts = new Array<number>(classes).fill(0);
    for (const label of labels) counts[label]!++;
    return counts;
  };
  const chance = (bins: number): number => (bins - 1) * (1 / n + 1 / m);
  const grey = populationShift(
    decileCounts(training.means, training.means),
    decileCounts(training.means, fresh.means),
  );
  return {
    grey: Math.max(0, grey - chance(BINS)),
    classes: Math.max(0, populationShift(count(training.labels), count(fresh.labels)) - chance(classes)),
  };
}

/** WARN above the first threshold; above the second one it holds automatic runs until a person decides, runs by hand go on. */
export function driftFinding(training: Measured, fresh: Measured, { DRIFT: t }: Thresholds): Finding | null {
  if (fresh.means.length < t.minimum) return null;
  const { grey, classes } = drift(training, fresh);
  const worst = Math.max(grey, classes);
  if (worst <= t.warn && worst <= t.fail) return null;
  const what = grey >= classes ? 'brightness' : 'share of the classes';
  const asks = worst > t.fail;
  return finding({
    code: 'DRIFT',
    severity: 'WARN',
    split: 'TRAINING',
    count: fresh.means.length,
    message: `${fresh.means.length} new pictures differ from the training pictures in their ${what}: stability index ${worst.toFixed(2)}, above ${asks ? `${t.fail}: automatic training waits for a person` : t.warn}.`,
    remedy: asks ? 'look at the new pictures, then accept the finding or start a run by hand' : null,
    holds: asks,
  });
}
