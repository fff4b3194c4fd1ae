/** One validation answer: the probability of the named class, and whether that class was right. */
export interface Answer {
  confidence: number;
  right: boolean;
}

/** How far stated confidence and real accuracy lie apart, bin by bin. Shares 0..1. */
export interface Calibration {
  expectedError: number;
  bins: { from: number; to: number; n: number; confidence: number; accuracy: number }[];
}

/**
 * Expected calibration error over equally wide bins: sum of n_bin / n x |accuracy - confidence|.
 * A confidence of exactly 1 belongs to the last bin; no answers give an error of 0.
 */
export function calibrate(answers: readonly Answer[], binCount = 10): Calibration {
  const bins = Array.from({ length: binCount }, (_, i) => {
    const inBin = answers.filter(
      (one) => Math.min(binCount - 1, Math.floor(one.confidence * binCount)) === i,
    );
    const n = inBin.length;
    return {
      from: i / binCount,
      to: (i + 1) / binCount,
      n,
      confidence: n === 0 ? 0 : inBin.reduce((sum, one) => sum + one.confidence, 0) / n,
      accuracy: n === 0 ? 0 : inBin.filter((one) => one.right).length / n,
    };
  });
  const total = answers.length;
  const gaps = bins.reduce((sum, bin) => sum + bin.n * Math.abs(bin.accuracy - bin.confidence), 0);
  return { expectedError: total === 0 ? 0 : gaps / total, bins };
}

/**
 * The confidence below which an answer is marked as "unknown" when nobody chose one: low enough that at least 95 % of
 * the right validation answers stay accepted, and never above one half. Zero when nothing was right.
 */
export function rejectThreshold(answers: readonly Answer[]): number {
  const right = answers
    .filter((one) => one.right)
    .map((one) => one.confidence)
    .sort((a, b) => a - b);
  return Math.min(0.5, right[Math.floor(right.length * 0.05)] ?? 0);
}
