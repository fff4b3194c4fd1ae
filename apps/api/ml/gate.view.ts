import type { GateDecision, Prediction } from '#ml';
import { decimal, percent, ratioPercent } from '#platform';
import type { ClassResultType, GateDecisionType } from './model.type.js';
import { pictureView } from './picture.type.js';

const share = (part: number, whole: number): string => ratioPercent(BigInt(part), BigInt(whole));

/** A stored decision as the API shows it; predictions name the misread pictures. */
export function gateView(
  decision: GateDecision,
  predictions: readonly Prediction[],
  classNames: readonly string[],
  dataset: string | null,
): GateDecisionType {
  const { n, correct, majorityRight, nearestNeighbourRight, pValue, lossBound } = decision;
  return {
    outcome: decision.outcome,
    n,
    accuracy: share(correct, n),
    bothRight: decision.bothRight,
    bothWrong: decision.bothWrong,
    wilsonLowPercent: percent(100 * decision.wilsonLow),
    wilsonHighPercent: percent(100 * decision.wilsonHigh),
    candidateOnlyRight: decision.candidateOnlyRight,
    championOnlyRight: decision.championOnlyRight,
    pValue: pValue === null ? null : decimal(pValue),
    looks: decision.looks,
    alpha: decimal(decision.alpha),
    lossBoundPercent: lossBound === null ? null : percent(100 * lossBound),
    validationDigest: decision.validationDigest,
    majorityPercent: majorityRight === null ? null : share(majorityRight, n),
    nearestNeighbourPercent: nearestNeighbourRight === null ? null : share(nearestNeighbourRight, n),
    classes: decision.classes.map((one, label): ClassResultType => {
      const misread = predictions.filter((given) => given.label === label && given.predicted !== label);
      return {
        name: one.name,
        n: one.n,
        recallPercent: one.n === 0 ? null : share(one.right, one.n),
        confusion: one.confusion,
        misread: misread.map(({ path, row, pixelSha }) =>
          pictureView(dataset, {
            path,
            row,
            split: 'VALIDATION',
            label: classNames[label] ?? one.name,
            pixelSha,
          }),
        ),
        misreadAs: misread.map(({ predicted }) => classNames[predicted] ?? String(predicted)),
      };
    }),
    advice: decision.advice,
    reasons: decision.reasons,
  };
}
