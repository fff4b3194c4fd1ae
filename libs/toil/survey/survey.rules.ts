import jstat from 'jstat';
import { Rational } from '../automation/rational.rules.js';

/** One answer: the share of toil (0..1) and the weight of the person, its capacity in any unit. */
export interface WeightedAnswer {
  share: Rational;
  weight: bigint;
}

/** What a survey says about the team. */
export interface SurveyEstimate {
  /** Answers with a weight. */
  n: number;
  /** null below two answers: one answer would be a person's own. */
  mean: Rational | null;
  /** Half of the 95 % interval, 0..1; null when there are too few answers for one. */
  halfWidth: number | null;
  nullReason: 'TOO_FEW_RESPONSES' | null;
  /** Share of the team's weight that answered; null without a team. */
  response: Rational | null;
  /** The mean if all who did not answer had said 0, or 100 %; null where the mean is. */
  lowest: Rational | null;
  highest: Rational | null;
}

const FEWEST = 2;

/**
 * Weighted mean of the answers with its 95 % interval. w weight, x share, p = sum wx / sum w; effective number
 * n = (sum w)^2 / sum w^2; variance s2 = sum w(x-p)^2 / sum w x n/(n-1); finite team: 1 - answered / team;
 * half-width = t(.975, n-1) x sqrt(s2 / n x that). Below n = 2 no interval; when all answered it is 0.
 */
export function estimate(answers: WeightedAnswer[], teamWeight: bigint): SurveyEstimate {
  const counted = answers.filter((answer) => answer.weight > 0n);
  const answered = counted.reduce((sum, answer) => sum + answer.weight, 0n);
  const response = teamWeight > 0n ? Rational.of(answered, teamWeight) : null;
  if (counted.length < FEWEST || response === null) {
    return {
      n: counted.length,
      mean: null,
      halfWidth: null,
      nullReason: 'TOO_FEW_RESPONSES',
      response,
      lowest: null,
      highest: null,
    };
  }
  const sum = Rational.sum(counted.map(({ share, weight }) => share.times(Rational.of(weight))));
  const mean = sum.over(Rational.of(answered));
  const halfWidth = halfWidthOf(counted, answered, mean, response);
  return {
    n: counted.length,
    mean,
    halfWidth,
    nullReason: halfWidth === null ? 'TOO_FEW_RESPONSES' : null,
    response,
    lowest: sum.over(Rational.of(teamWeight)),
    highest: sum.plus(Rational.of(teamWeight - answered)).over(Rational.of(teamWeight)),
  };
}

function halfWidthOf(
  answers: WeightedAnswer[],
  answered: bigint,
  mean: Rational,
  response: Rational,
): number | null {
  const squares = answers.reduce((total, { weight }) => total + weight * weight, 0n);
  if (answered * answered < 2n * squares) return null;
  const effective = ratio(answered * answered, squares);
  const spread = Rational.sum(
    answers.map(({ share, weight }) => {
      const distance = share.minus(mean);
      return distance.times(distance).times(Rational.of(weight));
    }),
  );
  const variance = (numberOf(spread.over(Rational.of(answered))) * effective) / (effective - 1);
  const open = Math.max(0, numberOf(Rational.of(1).minus(response)));
  return jstat.jStat.studentt.inv(0.975, effective - 1) * Math.sqrt((variance / effective) * open);
}

const SCALE = 10n ** 15n;
const ratio = (a: bigint, b: bigint): number => Number((a * SCALE) / b) / 1e15;
const numberOf = (value: Rational): number => ratio(value.numerator, value.denominator);

/**
 * What a weekly snippet adds to the log of the same person, service and week: it restates work, so only what goes beyond
 * counts (max of both, never the sum). Seconds.
 */
export function snippetExcess(snippetSeconds: number, logged: Rational): Rational {
  const excess = Rational.of(snippetSeconds).minus(logged);
  return excess.isPositive ? excess : Rational.of(0);
}
