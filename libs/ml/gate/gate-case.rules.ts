import type { Interval } from './proportion.rules.js';

export const GATE_OUTCOMES = [
  'FIRST',
  'PROMOTE_BETTER',
  'PROMOTE_NOT_WORSE',
  'HOLD',
  'REJECT_WORSE',
  'REJECT_FLOOR',
] as const;
export type GateOutcome = (typeof GATE_OUTCOMES)[number];

/** Thresholds of the promotion gate; percentages 0..100 and alpha 0..1 as plain decimals, so that they compare exactly. */
export interface GateSettings {
  floorPercent: string;
  minClassRecallPercent: string;
  baselineTolerancePercent: string;
  alpha: string;
  strictLooks: boolean;
  marginPercent: string;
}

export const GATE_DEFAULTS: GateSettings = {
  floorPercent: '60',
  minClassRecallPercent: '50',
  baselineTolerancePercent: '5',
  alpha: '0.05',
  strictLooks: true,
  marginPercent: '5',
};

/** How one class came out: n validation pictures, right of them named correctly. */
export interface ClassCount {
  name: string;
  n: number;
  right: number;
}

/** What the gate judges: answers of both models on one and the same frozen validation set. */
export interface GateCounts {
  /** Validation pictures, at least 1. */
  n: number;
  candidateRight: number;
  /** Disagreements with the champion; null when there is no champion. */
  paired: { candidateOnly: number; championOnly: number } | null;
  /** Comparisons made on this validation set so far, this one included. */
  looks: number;
  /** Whether the run brings data or a class that the champion never saw. */
  newData: boolean;
  classes?: ClassCount[];
  /** How many the most frequent class alone would get right. */
  majorityRight?: number | null;
  /** How many the nearest neighbour in pixel space gets right. */
  nearestNeighbourRight?: number | null;
}

/** The verdict with everything needed to explain it. Shares and probabilities 0..1. */
export interface GateJudgement {
  outcome: GateOutcome;
  accuracy: number;
  wilson: Interval;
  /** Chance of so many wins if both were equally good; null without a champion. */
  pValue: number | null;
  /** The alpha of this look: divided by the number of looks when strict. */
  alpha: number;
  lossBound: number | null;
  advice: string | null;
  reasons: string[];
}

/** Comparisons on one validation set after which its answers say little about new pictures. */
export const WORN_OUT_LOOKS = 20;
