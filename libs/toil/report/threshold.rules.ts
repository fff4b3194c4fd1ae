/** How far a number can be trusted. */
export const TIERS = ['HIGH', 'MEDIUM', 'LOW'] as const;
export type Tier = (typeof TIERS)[number];

/** The traffic light of a toil share. */
export const TOIL_BANDS = ['HEALTHY', 'WATCH', 'OVER', 'UNKNOWN'] as const;
export type ToilBand = (typeof TOIL_BANDS)[number];

/** What an organisation may set about judging numbers. */
export interface ToilThresholds {
  /** From here on WATCH. */
  watchPercent: number;
  /** Above it OVER: the organisation's toil budget, in millionths. */
  budgetPartsPerMillion: number;
  /** Coverage from which a number is HIGH, and from which a fresh survey makes it MEDIUM. */
  highCoveragePercent: number;
  mediumCoveragePercent: number;
  /** A survey older than this lifts no tier. */
  surveyWeeks: number;
  /** Weeks of the average on which policy is judged, because toil is spiky. */
  policyWeeks: number;
  /** Below it, a survey carries the warning LOW_RESPONSE. */
  lowResponsePercent: number;
  /** Fewest answers at which the spread of the answers is shown. */
  privateBelow: number;
}

/** Below 30 % healthy, to 50 % watch; HIGH from 80 % coverage, MEDIUM from 40 %; 13 weeks. */
export const DEFAULT_THRESHOLDS: ToilThresholds = {
  watchPercent: 30,
  budgetPartsPerMillion: 500_000,
  highCoveragePercent: 80,
  mediumCoveragePercent: 40,
  surveyWeeks: 13,
  policyWeeks: 13,
  lowResponsePercent: 60,
  privateBelow: 5,
};
