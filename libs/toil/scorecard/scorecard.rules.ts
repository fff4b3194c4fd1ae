/** What a service is looked at for. */
export const SCORE_CRITERIA = [
  'TOIL_HEALTHY',
  'WITHIN_BUDGET',
  'WELL_COVERED',
  'DOES_NOT_SCALE',
  'MOSTLY_AUTOMATED',
  'INCIDENTS_ANSWERED',
] as const;
export type ScoreCriterion = (typeof SCORE_CRITERIA)[number];

/** One criterion: passed null = there is nothing to judge it by. value and target say it in words of numbers. */
export interface ScoreCheck {
  criterion: ScoreCriterion;
  passed: boolean | null;
  value: string | null;
  target: string;
}

/** The facts of a service over a range; percentages as decimals, null = unknown. */
export interface ScoreFacts {
  toilPercent: string | null;
  watchPercent: number;
  consumedPercent: string | null;
  coveragePercent: string | null;
  highCoveragePercent: number;
  scalesLinearly: boolean | null;
  growthClass: string | null;
  automatedPercent: string | null;
  incidents: number;
  unanswered: number;
}

const MOSTLY = 50;

/** Judges each criterion by itself; what nobody measured is not held against the service. */
export function scorecard(facts: ScoreFacts): ScoreCheck[] {
  const below = (value: string | null, limit: number) => (value === null ? null : Number(value) < limit);
  const atLeast = (value: string | null, limit: number) => (value === null ? null : Number(value) >= limit);
  const grows =
    facts.growthClass === null ? null : facts.scalesLinearly || facts.growthClass === 'SUPERLINEAR';
  return [
    check(
      'TOIL_HEALTHY',
      below(facts.toilPercent, facts.watchPercent),
      facts.toilPercent,
      `< ${facts.watchPercent} %`,
    ),
    check('WITHIN_BUDGET', below(facts.consumedPercent, 100), facts.consumedPercent, '< 100 %'),
    check(
      'WELL_COVERED',
      atLeast(facts.coveragePercent, facts.highCoveragePercent),
      facts.coveragePercent,
      `>= ${facts.highCoveragePercent} %`,
    ),
    check('DOES_NOT_SCALE', grows === null ? null : !grows, facts.growthClass, 'NOT_SCALING or SUBLINEAR'),
    check(
      'MOSTLY_AUTOMATED',
      atLeast(facts.automatedPercent, MOSTLY),
      facts.automatedPercent,
      `>= ${MOSTLY} %`,
    ),
    check(
      'INCIDENTS_ANSWERED',
      facts.incidents === 0 ? null : facts.unanswered === 0,
      facts.incidents === 0 ? null : String(facts.unanswered),
      '0 without an acknowledgement',
    ),
  ];
}

const check = (
  criterion: ScoreCriterion,
  passed: boolean | null,
  value: string | null,
  target: string,
): ScoreCheck => ({
  criterion,
  passed,
  value,
  target,
});
