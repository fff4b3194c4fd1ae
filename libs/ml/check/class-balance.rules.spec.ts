import { describe, expect, it } from 'vitest';
import { type ClassCount, classFindings, orderFinding } from './class-balance.rules.js';
import { readThresholds } from './thresholds.rules.js';

const t = readThresholds(null).thresholds;
const counts = (...list: [training: number, validation: number, grey?: number][]): ClassCount[] =>
  list.map(([training, validation, grey = 0], i) => ({ name: `c${i}`, training, validation, grey }));
const codes = (list: ClassCount[], hasValidation = true) =>
  classFindings(list, hasValidation, t).map(({ severity, code, split }) => `${severity} ${code} ${split}`);

describe('classFindings', () => {
  it.each<[name: string, list: ClassCount[], expected: string[]]>([
    ['enough everywhere', counts([40, 10], [60, 10]), []],
    ['39 of 40', counts([39, 10], [40, 10]), ['WARN CLASS_TOO_SMALL TRAINING']],
    ['4 of 5', counts([4, 10], [5, 10]), ['FAIL CLASS_TOO_SMALL TRAINING', 'WARN CLASS_TOO_SMALL TRAINING']],
    ['9 of 10 to validate', counts([40, 9], [40, 10]), ['WARN CLASS_TOO_SMALL VALIDATION']],
    [
      'none to validate',
      counts([40, 0], [40, 10]),
      ['FAIL CLASS_TOO_SMALL VALIDATION', 'FAIL CLASS_MISSING VALIDATION'],
    ],
    [
      'none to train on',
      counts([0, 10], [40, 10]),
      ['FAIL CLASS_TOO_SMALL TRAINING', 'FAIL CLASS_MISSING TRAINING'],
    ],
    ['exactly 1.5 to 1', counts([60, 10], [40, 10]), []],
    ['more than 1.5 to 1', counts([61, 10], [40, 10]), ['WARN CLASS_IMBALANCE TRAINING']],
    ['exactly 3 to 1', counts([120, 10], [40, 10]), ['WARN CLASS_IMBALANCE TRAINING']],
    ['more than 3 to 1', counts([121, 10], [40, 10]), ['FAIL CLASS_IMBALANCE TRAINING']],
    ['exactly a tenth of grey', counts([40, 10, 4], [40, 10, 0]), []],
    ['more than a tenth of grey', counts([40, 10, 5], [40, 10, 0]), ['FAIL GREY_COLOUR_MIX TRAINING']],
    ['a class of grey among colour', counts([40, 10, 40], [40, 10, 0]), ['WARN GREY_COLOUR_MIX TRAINING']],
    ['all of grey', counts([40, 10, 40], [40, 10, 40]), []],
  ])('judges %s', (_, list, expected) => {
    expect(codes(list)).toEqual(expected);
  });
  it('fails above a threshold that was set alone, below the one for warnings', () => {
    const { thresholds } = readThresholds({ CLASS_IMBALANCE: { fail: 1.2 } });
    const found = (most: number) =>
      classFindings(counts([most, 10], [40, 10]), true, thresholds).map(({ severity }) => severity);
    expect([found(48), found(49)]).toEqual([[], ['FAIL']]);
  });
  it('says how many pictures are missing, one of them too', () => {
    const [fail, warn] = classFindings(counts([4, 10], [5, 10]), true, t);
    expect([fail?.remedy, warn?.remedy]).toEqual(['add 1 picture of c0', 'add 35 pictures of c1']);
  });
  it('asks nothing of a validation split that was not given', () => {
    expect(codes(counts([40, 0], [40, 0]), false)).toEqual([]);
  });
});

describe('orderFinding', () => {
  const off = readThresholds({ SORTED_UNSHUFFLED: { shuffle: 0 } }).thresholds;
  const short = readThresholds({ SORTED_UNSHUFFLED: { buffer: 3 } }).thresholds;
  it.each<[labels: number[], thresholds: typeof t, severity: string | undefined]>([
    [[0, 0, 1, 1], t, undefined],
    [[0, 0, 1, 1], off, 'FAIL'],
    [[1, 1, 0, 0], off, 'FAIL'],
    [[0, 1, 0, 1], off, undefined],
    [[0, 0, 0], off, undefined],
    [[0, 0, 1, 1], short, 'WARN'],
    [[0, 1, 1], short, undefined],
  ])('%j: %s', (labels, thresholds, severity) => {
    expect(orderFinding(labels, thresholds)?.severity).toBe(severity);
  });
});
