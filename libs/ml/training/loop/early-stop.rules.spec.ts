import { describe, expect, it } from 'vitest';
import { lookAgain } from './early-stop.rules.js';
import { firstState } from './loop-state.js';

const RULE = { patience: 3, minDelta: 0, smoothing: 0.6 };
const stopsAt = (losses: number[]): number => {
  let state = { ...firstState() };
  for (const [i, loss] of losses.entries()) {
    state = { ...state, ...lookAgain(state, loss, RULE) };
    if (state.stoppedEarly) return i;
  }
  return -1;
};

describe('lookAgain', () => {
  it('goes on while the loss falls', () => {
    expect(stopsAt([1, 0.9, 0.8, 0.7, 0.6, 0.5])).toBe(-1);
  });

  it('stops after three looks without a better smoothed loss', () => {
    expect(stopsAt([0.5, 0.6, 0.7, 0.8, 0.9])).toBe(3);
  });

  it('is not moved by one lucky look', () => {
    expect(stopsAt([1, 0.95, 0.1, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65])).toBe(5);
    expect(stopsAt([1, 0.95, 0.93, 0.91, 0.89, 0.87])).toBe(-1);
  });

  it('never stops without a rule', () => {
    expect(lookAgain(firstState(), 9, null).stoppedEarly).toBe(false);
  });
});
