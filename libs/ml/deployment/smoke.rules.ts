import type { SmokeReport } from './smoke-test.js';

/** The largest difference of a probability that two copies of one model may show. */
export const GOLDEN_TOLERANCE = 1e-5;

/** What the version promises. */
export interface SmokeExpectation {
  classNames: readonly string[];
  labels: readonly string[];
  preprocessingDigest: string;
  contractDigest: string;
  probabilities: readonly (readonly number[])[];
}

/** Why the version must not serve, in one sentence; null when the fresh process answers as the golden file says. */
export function smokeFault(expected: SmokeExpectation, seen: SmokeReport): string | null {
  if (expected.labels.join('\n') !== expected.classNames.join('\n')) {
    return 'The exported labels differ from the classes of the version.';
  }
  if (seen.classes !== expected.classNames.length) {
    return `The model has ${seen.classes} outputs, the label map ${expected.classNames.length}.`;
  }
  if (
    seen.preprocessingDigest !== expected.preprocessingDigest ||
    expected.contractDigest !== expected.preprocessingDigest
  ) {
    return 'The preprocessing of the model and of the server differ.';
  }
  const gap = largestGap(expected.probabilities, seen.probabilities);
  if (Number.isNaN(gap)) return 'The model answers NaN to golden pictures.';
  if (gap > GOLDEN_TOLERANCE) {
    return `A golden answer is off by ${gap.toExponential(1)}, more than ${GOLDEN_TOLERANCE.toExponential(0)}.`;
  }
  return null;
}

/** The largest difference between two lists of rows; NaN when a value is NaN or missing. */
export function largestGap(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number {
  if (a.length !== b.length) return Number.NaN;
  let gap = 0;
  a.forEach((row, i) => {
    row.forEach((value, j) => {
      const difference = Math.abs(value - (b[i]?.[j] ?? Number.NaN));
      gap = Number.isNaN(difference) ? Number.NaN : Math.max(gap, difference);
    });
  });
  return gap;
}
