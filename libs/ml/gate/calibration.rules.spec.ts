import { describe, expect, it } from 'vitest';
import { calibrate, rejectThreshold } from './calibration.rules.js';

const answers = (confidence: number, right: number, wrong: number) => [
  ...Array.from({ length: right }, () => ({ confidence, right: true })),
  ...Array.from({ length: wrong }, () => ({ confidence, right: false })),
];

describe('calibrate', () => {
  it('finds no error where confidence equals accuracy', () =>
    expect(calibrate(answers(0.75, 3, 1)).expectedError).toBeCloseTo(0, 12));
  it('weighs each bin by its answers', () =>
    expect(calibrate([...answers(0.95, 1, 1), ...answers(0.55, 1, 1)]).expectedError).toBeCloseTo(0.25, 12));
  it('puts certainty into the last bin', () => expect(calibrate(answers(1, 2, 0)).bins.at(-1)?.n).toBe(2));
  it('is zero without answers', () => expect(calibrate([]).expectedError).toBe(0));
});

describe('rejectThreshold', () => {
  it('keeps at least 95 % of the right answers', () => {
    const given = Array.from({ length: 100 }, (_, i) => ({ confidence: (i + 1) / 1000, right: true }));
    const threshold = rejectThreshold(given);
    expect(given.filter((one) => one.confidence >= threshold).length).toBe(95);
  });
  it('never asks for more than one half', () => expect(rejectThreshold(answers(0.99, 10, 0))).toBe(0.5));
  it('rejects nothing when nothing was right', () => expect(rejectThreshold(answers(0.9, 0, 4))).toBe(0));
});
