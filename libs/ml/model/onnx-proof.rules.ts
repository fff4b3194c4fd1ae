import { mostProbable } from './answers.rules.js';
import type { OnnxProof } from './model-version.entity.js';

/** The largest difference of a probability that an export may show. */
export const ONNX_TOLERANCE = 1e-5;

/** Compares two sets of answers, picture by picture; a missing value counts as an infinite difference. */
export function onnxProof(own: Float32Array, exported: readonly (readonly number[])[]): OnnxProof {
  const pictures = exported.length;
  const classes = pictures === 0 ? 0 : own.length / pictures;
  let sameAnswers = 0;
  let largestDifference = 0;
  exported.forEach((row, picture) => {
    const from = picture * classes;
    if (mostProbable(own, from, classes) === mostProbable(row, 0, classes)) sameAnswers += 1;
    for (let i = 0; i < classes; i++) {
      const difference = Math.abs((own[from + i] ?? Number.NaN) - (row[i] ?? Number.NaN));
      largestDifference = Math.max(largestDifference, Number.isNaN(difference) ? 1 : difference);
    }
  });
  return { pictures, sameAnswers, largestDifference };
}

/** Whether an export may be handed out: the same answer to every picture, and no probability far off. */
export const isProven = ({ pictures, sameAnswers, largestDifference }: OnnxProof): boolean =>
  sameAnswers === pictures && largestDifference <= ONNX_TOLERANCE;
