import { describe, expect, it } from 'vitest';
import { isProven, onnxProof } from './onnx-proof.rules.js';

const own = Float32Array.of(0.75, 0.25, 0.125, 0.875);

describe('onnxProof', () => {
  it.each([
    [
      'equal answers',
      [
        [0.75, 0.25],
        [0.125, 0.875],
      ],
      { sameAnswers: 2, largestDifference: 0 },
      true,
    ],
    [
      'a difference within the tolerance',
      [
        [0.75, 0.25],
        [0.125008, 0.875],
      ],
      { sameAnswers: 2 },
      true,
    ],
    [
      'a difference above it',
      [
        [0.75, 0.25],
        [0.12502, 0.87498],
      ],
      { sameAnswers: 2 },
      false,
    ],
    [
      'another answer',
      [
        [0.25, 0.75],
        [0.125, 0.875],
      ],
      { sameAnswers: 1, largestDifference: 0.5 },
      false,
    ],
    [
      'NaN',
      [
        [Number.NaN, 0.25],
        [0.125, 0.875],
      ],
      { largestDifference: 1 },
      false,
    ],
    ['a missing class', [[0.75], [0.125, 0.875]], { largestDifference: 1 }, false],
  ])('judges %s', (_, exported, proof, proven) => {
    const found = onnxProof(own, exported);
    expect(found).toMatchObject({ pictures: 2, ...proof });
    expect(isProven(found)).toBe(proven);
  });

  it('has nothing to say without pictures', () =>
    expect(onnxProof(new Float32Array(), [])).toEqual({ pictures: 0, sameAnswers: 0, largestDifference: 0 }));
});
