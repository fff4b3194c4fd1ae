import type { Prediction } from './evaluation.entity.js';

/** A picture that was asked, with its true class. */
export interface Asked {
  row: number | null;
  path: string;
  pixelSha: string;
  label: number;
}

/** The place of the largest value of one row; the first one when several are equal. NaN never wins. */
export function mostProbable(probabilities: ArrayLike<number>, start: number, classes: number): number {
  let best = 0;
  for (let i = 1; i < classes; i++) {
    if ((probabilities[start + i] as number) > (probabilities[start + best] as number)) best = i;
  }
  return best;
}

/**
 * What a model said to each picture. Its classes may be older than the data's: they are matched by name, and a class
 * that the data does not have counts as a wrong answer (-1).
 */
export function predictionsOf(
  asked: readonly Asked[],
  probabilities: Float32Array,
  modelClasses: readonly string[],
  dataClasses: readonly string[],
): Prediction[] {
  const places = modelClasses.map((name) => dataClasses.indexOf(name));
  return asked.map(({ row, path, pixelSha, label }, i) => {
    const best = mostProbable(probabilities, i * modelClasses.length, modelClasses.length);
    const confidence = probabilities[i * modelClasses.length + best] as number;
    return { row, path, pixelSha, label, predicted: places[best] ?? -1, confidence };
  });
}

/** Right answers among predictions. */
export const countRight = (predictions: readonly Prediction[]): number =>
  predictions.filter((one) => one.predicted === one.label).length;

/** The places of up to `count` of n things, evenly spread and always with the first. */
export function spread(n: number, count: number): number[] {
  const taken = Math.min(n, count);
  return Array.from({ length: taken }, (_, i) => Math.floor((i * n) / taken));
}

/** Up to `count` answers to look at: the wrong ones first, then right ones spread evenly over the set. */
export function exampleAnswers(predictions: readonly Prediction[], count: number): Prediction[] {
  const wrong = predictions.filter((one) => one.predicted !== one.label).slice(0, count);
  const right = predictions.filter((one) => one.predicted === one.label);
  return [...wrong, ...spread(right.length, count - wrong.length).map((at) => right[at] as Prediction)];
}
