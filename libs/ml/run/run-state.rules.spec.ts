import { describe, expect, it } from 'vitest';
import {
  closedStatus,
  hasEnded,
  progressOf,
  STEP_NAMES,
  type StepStatus,
  stepAfter,
} from './run-state.rules.js';
import { thin } from './thinning.rules.js';

const steps = (...statuses: StepStatus[]) =>
  STEP_NAMES.map((name, i) => ({ name, status: statuses[i] ?? 'PENDING', fraction: 0.5 }));

describe('a run', () => {
  it('goes through six steps in order', () => {
    expect(STEP_NAMES.map(stepAfter)).toEqual(['PREFLIGHT', 'TRAIN', 'EVALUATE', 'GATE', 'DEPLOY', null]);
  });
  it.each([
    ['QUEUED', false],
    ['RUNNING', false],
    ['SUCCEEDED', true],
    ['FAILED', true],
    ['CANCELLED', true],
  ] as const)('%s has ended: %s', (status, ended) => expect(hasEnded(status)).toBe(ended));
  it.each<[StepStatus, boolean, StepStatus]>([
    ['RUNNING', true, 'FAILED'],
    ['PENDING', true, 'FAILED'],
    ['RUNNING', false, 'SKIPPED'],
    ['PENDING', false, 'SKIPPED'],
    ['SUCCEEDED', false, 'SUCCEEDED'],
  ])('closes %s (culprit %s) as %s', (status, culprit, closed) =>
    expect(closedStatus(status, culprit)).toBe(closed),
  );
  it.each([
    ['QUEUED', steps(), 0],
    ['RUNNING', steps('SUCCEEDED', 'SUCCEEDED', 'RUNNING'), 50],
    ['SUCCEEDED', steps('SUCCEEDED'), 100],
    ['FAILED', steps('FAILED'), 4],
    ['CANCELLED', steps('SUCCEEDED', 'SUCCEEDED', 'SKIPPED'), 50],
  ] as const)('%s is at %j', (status, given, percent) => expect(progressOf(status, given)).toBe(percent));
});

describe('thin', () => {
  const values = Array.from({ length: 1001 }, (_, i) => i);
  it('keeps what is few enough', () => expect(thin([1, 2, 3], 3)).toEqual([1, 2, 3]));
  it('keeps first and last, evenly spread', () => expect(thin(values, 5)).toEqual([0, 250, 500, 750, 1000]));
  it('keeps the last when one is asked for', () => expect(thin(values, 1)).toEqual([1000]));
  it('never repeats a value', () => expect(new Set(thin(values, 999)).size).toBe(999));
});
