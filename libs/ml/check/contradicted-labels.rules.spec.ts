import { describe, expect, it } from 'vitest';
import { contradictedLabels, type ModelAnswer } from './contradicted-labels.rules.js';
import type { ComparedPicture } from './similarity.rules.js';

const answer = (pixelSha: string, label: number, predicted: number, confidence: number): ModelAnswer => ({
  pixelSha,
  label,
  predicted,
  confidence,
});
const picture = (pixelSha: string, label: number, more: Partial<ComparedPicture> = {}): ComparedPicture => ({
  hash: { high: 0, low: 0 },
  mirror: { high: 0, low: 0 },
  split: 'VALIDATION',
  label,
  pixelSha,
  usable: true,
  shown: { path: `${pixelSha}.png`, row: 1, split: 'VALIDATION', label: null, pixelSha },
  ...more,
});
// Right about kim with 0.9 and 0.7 (0.8 on average), about lee with 0.6.
const ANSWERS = [
  answer('a', 0, 0, 0.9),
  answer('b', 0, 0, 0.7),
  answer('c', 1, 1, 0.6),
  answer('sure', 1, 0, 0.8),
  answer('unsure', 1, 0, 0.79),
  answer('other', 0, 1, 0.6),
  answer('never', 0, 2, 1),
];
const suspects = (...pictures: ComparedPicture[]) =>
  contradictedLabels(pictures, ANSWERS, ['kim', 'lee', 'park']).map(
    ({ picture: { path }, given, likely }) => [path, given, likely],
  );

describe('contradictedLabels', () => {
  it('are those of which the model is as sure as where it is right', () => {
    expect(suspects(picture('sure', 1), picture('unsure', 1), picture('other', 0), picture('a', 0))).toEqual([
      ['sure.png', 'lee', 'kim'],
      ['other.png', 'kim', 'lee'],
    ]);
  });

  it('need a class that the model has named rightly, an answer, and a picture that is judged here', () => {
    expect(
      suspects(
        picture('never', 0),
        picture('new', 1),
        picture('sure', 1, { split: 'TRAINING' }),
        picture('sure', 1, { usable: false }),
      ),
    ).toEqual([]);
  });

  it('go by the label that stands there now, not by the one of then', () => {
    expect(suspects(picture('sure', 0), picture('a', 1))).toEqual([['a.png', 'lee', 'kim']]);
  });
});
