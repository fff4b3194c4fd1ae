import type { Prediction } from '../model/evaluation.entity.js';
import type { ClassOutcome } from './gate-decision.entity.js';

/** How two models answered the same pictures. */
export interface Comparison {
  bothRight: number;
  bothWrong: number;
  candidateOnlyRight: number;
  championOnlyRight: number;
}

const isRight = (one: Prediction): boolean => one.predicted === one.label;

/**
 * Pairs the answers picture by picture. Throws when the two lists are not about the same pictures: numbers of different
 * validation sets must never be compared. Without a champion only the candidate's own right and wrong answers count.
 */
export function compare(
  candidate: readonly Prediction[],
  champion: readonly Prediction[] | null,
): Comparison {
  const result = { bothRight: 0, bothWrong: 0, candidateOnlyRight: 0, championOnlyRight: 0 };
  if (champion && champion.length !== candidate.length) throw new UnequalSets();
  candidate.forEach((mine, i) => {
    const theirs = champion?.[i] ?? null;
    if (theirs && (theirs.pixelSha !== mine.pixelSha || theirs.label !== mine.label)) throw new UnequalSets();
    const right = isRight(mine);
    if (theirs && right !== isRight(theirs)) result[right ? 'candidateOnlyRight' : 'championOnlyRight'] += 1;
    else result[right ? 'bothRight' : 'bothWrong'] += 1;
  });
  return result;
}

/** Two evaluations on different validation sets met. */
export class UnequalSets extends Error {
  constructor() {
    super('the two models were evaluated on different validation sets');
  }
}

/** Recall and confusion of each class, in class order. */
export function classOutcomes(
  predictions: readonly Prediction[],
  classNames: readonly string[],
): ClassOutcome[] {
  return classNames.map((name, label) => {
    const own = predictions.filter((one) => one.label === label);
    const confusion = classNames.map((_, called) => own.filter((one) => one.predicted === called).length);
    return { name, n: own.length, right: confusion[label] ?? 0, confusion };
  });
}
