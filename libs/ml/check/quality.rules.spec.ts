import { describe, expect, it } from 'vitest';
import { qualityFaults } from './quality.rules.js';
import { readThresholds } from './thresholds.rules.js';

const blur = (sharpness: number, checks: object) =>
  qualityFaults({ sharpness, mean: 120, deviation: 40 }, readThresholds({ BLUR: checks }).thresholds).map(
    ({ severity, code }) => `${severity} ${code}`,
  );

describe('qualityFaults', () => {
  it.each<[sharpness: number, checks: object, expected: string[]]>([
    [60, {}, []],
    [59.9, {}, ['WARN BLUR']],
    [20, {}, ['WARN BLUR']],
    [19.9, {}, ['FAIL BLUR']],
    // Set alone, above the threshold for warnings.
    [99, { fail: 100 }, ['FAIL BLUR']],
    [100, { fail: 100 }, []],
    [5, { warn: 0, fail: 0 }, []],
  ])('sharpness %d under %j: %j', (sharpness, checks, expected) => {
    expect(blur(sharpness, checks)).toEqual(expected);
  });
});
