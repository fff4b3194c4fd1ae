import { describe, expect, it } from 'vitest';
import { GateDecision, type Prediction } from '#ml';
import { gateView } from './gate.view.js';

const NAMES = ['kim', 'lee', 'park'];
const prediction = (path: string, label: number, predicted: number): Prediction => ({
  row: 1,
  path,
  pixelSha: path,
  label,
  predicted,
  confidence: 0.9,
});
const decision = Object.assign(new GateDecision(), {
  n: 4,
  correct: 1,
  wilsonLow: 0.05,
  wilsonHigh: 0.7,
  pValue: null,
  alpha: 0.05,
  lossBound: null,
  majorityRight: null,
  nearestNeighbourRight: null,
  classes: NAMES.map((name) => ({ name, n: 2, right: 1, confusion: [0, 0, 0] })),
});

describe('gateView', () => {
  it('names the misread pictures of each class, and what each was called', () => {
    const predictions = [
      prediction('a', 0, 0),
      prediction('b', 0, 2),
      prediction('c', 1, 0),
      prediction('d', 0, 1),
    ];
    const { classes } = gateView(decision, predictions, NAMES, null);
    expect(
      classes.map(({ misread, misreadAs }) =>
        misread.map(({ path, label }, i) => [path, label, misreadAs[i]]),
      ),
    ).toEqual([
      [
        ['b', 'kim', 'park'],
        ['d', 'kim', 'lee'],
      ],
      [['c', 'lee', 'kim']],
      [],
    ]);
  });
});
