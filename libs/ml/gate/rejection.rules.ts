import type { Answer } from './calibration.rules.js';

/** What answering only above a confidence would have meant on the validation set. Counts of answers. */
export interface RejectionPoint {
  below: number;
  /** Answers given: confidence at or above the threshold. */
  accepted: number;
  acceptedRight: number;
  /** Wrong answers that the threshold turns into "unknown". */
  rejectedWrong: number;
  /** Right answers that it costs. */
  rejectedRight: number;
}

/** How well the confidence tells right answers from wrong ones, and where to put the threshold. */
export interface RejectionReport {
  current: RejectionPoint;
  points: RejectionPoint[];
  /** The lowest threshold that reaches the wanted accuracy; null when none does. */
  advised: RejectionPoint | null;
  /** Probability that a right answer is more confident than a wrong one (AUROC), ties one half; null without either. */
  separation: number | null;
  advice: string;
}

const STEPS = 20;
const percent = (part: number, whole: number): string =>
  `${whole === 0 ? '0.0' : ((100 * part) / whole).toFixed(1)} %`;

/** Counts what one threshold accepts and rejects; the rule of serving: a confidence below it counts as unknown. */
export function rejectionAt(answers: readonly Answer[], below: number): RejectionPoint {
  const point: RejectionPoint = { below, accepted: 0, acceptedRight: 0, rejectedWrong: 0, rejectedRight: 0 };
  for (const { confidence, right } of answers) {
    if (confidence >= below) {
      point.accepted++;
      if (right) point.acceptedRight++;
    } else if (right) point.rejectedRight++;
    else point.rejectedWrong++;
  }
  return point;
}

/**
 * The price and the gain of rejecting, from the stored validation answers: at 0, 0.05 .. 1, at the version's own
 * threshold, and at the lowest one whose accepted answers reach `wanted` (0..1), found among the confidences given.
 */
export function rejectionReport(
  answers: readonly Answer[],
  rejectBelow: number,
  wanted: number,
): RejectionReport {
  const points = Array.from({ length: STEPS + 1 }, (_, i) => rejectionAt(answers, i / STEPS));
  const advised = lowestReaching(answers, wanted);
  const current = rejectionAt(answers, rejectBelow);
  return {
    current,
    points,
    advised,
    separation: separation(answers),
    advice: adviceOf(answers.length, current, advised, wanted),
  };
}

function lowestReaching(answers: readonly Answer[], wanted: number): RejectionPoint | null {
  const sorted = [...answers].sort((a, b) => a.confidence - b.confidence);
  const right = sorted.filter((one) => one.right).length;
  let below = 0;
  let rejectedRight = 0;
  // Thresholds can only lie where one confidence ends and the next begins.
  for (let i = 0; i < sorted.length; i++) {
    const here = sorted[i]!.confidence;
    if (i === 0 || here > sorted[i - 1]!.confidence) {
      const acceptedRight = right - rejectedRight;
      if (acceptedRight >= wanted * (sorted.length - i)) return rejectionAt(answers, i === 0 ? 0 : below);
    }
    if (sorted[i]!.right) rejectedRight++;
    const next = sorted[i + 1]?.confidence;
    if (next !== undefined && next > here) below = next;
  }
  return null;
}

/** Mann-Whitney U over the product of the counts: the area under the ROC curve, ties counted half. */
function separation(answers: readonly Answer[]): number | null {
  const sorted = [...answers].sort((a, b) => a.confidence - b.confidence);
  const right = answers.filter((one) => one.right).length;
  const wrong = answers.length - right;
  if (right === 0 || wrong === 0) return null;
  let wrongBelow = 0;
  let area = 0;
  for (let i = 0; i < sorted.length; ) {
    let rights = 0;
    let wrongs = 0;
    const { confidence } = sorted[i]!;
    for (; i < sorted.length && sorted[i]!.confidence === confidence; i++) {
      if (sorted[i]!.right) rights++;
      else wrongs++;
    }
    area += rights * (wrongBelow + wrongs / 2);
    wrongBelow += wrongs;
  }
  return area / (right * wrong);
}

function adviceOf(
  n: number,
  current: RejectionPoint,
  advised: RejectionPoint | null,
  wanted: number,
): string {
  if (n === 0) return 'No validation answers are kept for this version.';
  const target = `${(100 * wanted).toFixed(1)} %`;
  const now =
    `Below ${current.below.toFixed(2)} this version says "unknown" to ${n - current.accepted} of ${n} validation pictures; ` +
    `${percent(current.acceptedRight, current.accepted)} of the others are right.`;
  if (!advised)
    return `${now} No threshold reaches ${target}: its confidence does not tell right answers from wrong ones.`;
  if (current.accepted > 0 && current.acceptedRight >= wanted * current.accepted)
    return `${now} That reaches ${target}${
      advised.below < current.below ? `, and so would ${advised.below.toFixed(2)} already` : ''
    }.`;
  return `${now} For ${target} reject below ${advised.below.toFixed(2)}: ${percent(n - advised.accepted, n)} of the pictures would be unknown.`;
}
