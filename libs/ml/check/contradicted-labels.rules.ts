import type { ComparedPicture } from './similarity.rules.js';
import type { Suspect } from './suspects.rules.js';

/** What a model answered for a picture: class numbers, and the probability of the class that it chose. */
export interface ModelAnswer {
  pixelSha: string;
  label: number;
  predicted: number;
  confidence: number;
}

/**
 * Validation pictures whose label a model contradicts: it is at least as sure of another class as it is on average where it
 * names that class rightly (the thresholds of confident learning, Northcutt et al. 2021). It never trained on them, so that
 * its answers are out of fold. A class that it never names rightly gives no measure, and contradicts nobody.
 */
export function contradictedLabels(
  pictures: readonly ComparedPicture[],
  answers: readonly ModelAnswer[],
  classNames: readonly string[],
): Suspect[] {
  const usual = usualConfidence(answers);
  const byPixels = new Map(answers.map((answer) => [answer.pixelSha, answer]));
  return pictures.flatMap(({ split, usable, pixelSha, label, shown }) => {
    const answer = byPixels.get(pixelSha);
    if (split !== 'VALIDATION' || !usable || !answer || answer.predicted === label) return [];
    if (answer.confidence < (usual.get(answer.predicted) ?? Number.POSITIVE_INFINITY)) return [];
    const nameOf = (place: number): string => classNames[place] ?? String(place);
    return [{ picture: shown, given: nameOf(label), likely: nameOf(answer.predicted) }];
  });
}

// How sure the model is on average of each class where that is the label.
function usualConfidence(answers: readonly ModelAnswer[]): Map<number, number> {
  const right = answers.filter(({ label, predicted }) => label === predicted);
  const byClass = Map.groupBy(right, ({ label }) => label);
  return new Map(
    [...byClass].map(([label, own]) => [
      label,
      own.reduce((sum, { confidence }) => sum + confidence, 0) / own.length,
    ]),
  );
}
