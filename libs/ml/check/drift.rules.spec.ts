import { describe, expect, it } from 'vitest';
import { decileCounts, drift, driftFinding } from './drift.rules.js';
import { readThresholds } from './thresholds.rules.js';

const t = readThresholds(null).thresholds;
const even = (n: number, low: number, high: number) =>
  Array.from({ length: n }, (_, i) => low + ((high - low) * i) / n);
const side = (means: number[], labels = means.map((_, i) => i % 5)) => ({ means, labels });

describe('drift', () => {
  it('cuts the reference into ten equal bins', () => {
    expect(decileCounts(even(100, 50, 150), even(100, 50, 150))).toEqual(new Array(10).fill(10));
    expect(decileCounts(even(100, 50, 150), [0, 10])).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });
  it('is nothing for more of the same', () => {
    expect(drift(side(even(200, 50, 150)), side(even(40, 50, 150)))).toEqual({ grey: 0, classes: 0 });
  });
  it('sees darker pictures and another share of the classes apart', () => {
    const dark = drift(side(even(200, 50, 150)), side(even(40, 0, 50)));
    expect(dark.grey).toBeGreaterThan(1);
    expect(dark.classes).toBe(0);
    const one = drift(side(even(200, 50, 150)), side(even(40, 50, 150), new Array(40).fill(0)));
    expect(one.classes).toBeGreaterThan(0.25);
    expect(one.grey).toBe(0);
  });
  it('asks a person above a threshold that was set alone, below the one for warnings', () => {
    const { thresholds } = readThresholds({ DRIFT: { fail: 0.01, warn: 100 } });
    expect(driftFinding(side(even(200, 50, 150)), side(even(40, 0, 50)), thresholds)).toMatchObject({
      severity: 'WARN',
      holds: true,
    });
  });
  it('says nothing of fewer than 20 pictures', () => {
    expect(driftFinding(side(even(200, 50, 150)), side(even(19, 0, 1)), t)).toBeNull();
    expect(driftFinding(side(even(200, 50, 150)), side(even(20, 0, 1)), t)).toMatchObject({
      code: 'DRIFT',
      severity: 'WARN',
    });
  });
});
