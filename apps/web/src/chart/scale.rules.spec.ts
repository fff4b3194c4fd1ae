import { describe, expect, it } from 'vitest';
import {
  apart,
  evenDecimals,
  fitting,
  linear,
  niceMax,
  path,
  roundSeconds,
  roundTimes,
  smooth,
  spread,
  thin,
  ticks,
  wholeTicks,
} from './scale.rules.js';

describe('ticks', () => {
  it.each([
    [0, 100, 5, [0, 25, 50, 75, 100]],
    [0, 2.5, 6, [0, 0.5, 1, 1.5, 2, 2.5]],
    [0, 600, 4, [0, 200, 400, 600]],
    [3, 3, 5, [3]],
  ])('from %d to %d in %d', (min, max, count, expected) => {
    expect(ticks(min, max, count)).toEqual(expected);
  });
  it('counts steps of a training by whole ones', () => {
    expect(ticks(10, 12)).toEqual([10, 10.5, 11, 11.5, 12]);
    expect(wholeTicks(10, 12)).toEqual([10, 11, 12]);
  });
  it('ends the axis on a label', () => {
    expect(niceMax(2.37)).toBe(3);
    expect(niceMax(0)).toBe(1);
    expect(niceMax(512)).toBe(600);
  });
});

describe('evenDecimals', () => {
  it.each([
    [
      ['0', '0.5', '1', '1.5', '2'],
      ['0.0', '0.5', '1.0', '1.5', '2.0'],
    ],
    [
      ['0', '0.05', '0.1'],
      ['0.00', '0.05', '0.10'],
    ],
    [
      ['0', '500', '1,000'],
      ['0', '500', '1,000'],
    ],
    [
      ['0 h', '2.5 h'],
      ['0 h', '2.5 h'],
    ],
  ])('%j become %j', (labels, even) => {
    expect(evenDecimals(labels)).toEqual(even);
  });
});

describe('roundSeconds', () => {
  it.each([
    [0, 5, [0]],
    [140, 5, [0, 30, 60, 90, 120]],
    [3, 5, [0, 1, 2, 3]],
    [7300, 5, [0, 1800, 3600, 5400, 7200]],
    [80_000, 5, [0, 21_600, 43_200, 64_800]],
  ])('to %d s, at most %d', (to, count, places) => {
    expect(roundSeconds(to, count)).toEqual(places);
  });
});

describe('roundTimes', () => {
  const at = (time: string) => Date.parse(`2026-11-22T${time}:00Z`);
  it.each([
    ['10:21', '12:01', 6, ['10:30', '11:00', '11:30', '12:00']],
    ['10:21', '10:24', 6, ['10:21', '10:22', '10:23', '10:24']],
    ['00:10', '23:50', 3, ['12:00']],
  ])('from %s to %s, at most %d', (from, to, count, expected) => {
    const shown = roundTimes(at(from), at(to), count).map((one) => new Date(one).toISOString().slice(11, 16));
    expect(shown).toEqual(expected);
  });
  it('keep apart over weeks', () => {
    expect(roundTimes(0, 30 * 86_400_000, 6).length).toBeLessThanOrEqual(6);
  });
});

describe('smooth', () => {
  it('keeps the values at weight 0, a constant at any weight, and gaps', () => {
    expect(smooth([1, 5, null, 2], 0)).toEqual([1, 5, null, 2]);
    expect(smooth([4, 4, 4], 0.9).map((value) => Number(value?.toFixed(9)))).toEqual([4, 4, 4]);
    expect(smooth([1, null, 3], 0.5)[1]).toBeNull();
  });
  it('weighs the second of two values by bias correction', () => {
    expect(smooth([0, 1], 0.5)[1]).toBeCloseTo(2 / 3, 12);
  });
});

describe('labels', () => {
  it('are cut where they do not fit, between whole letters', () => {
    expect(fitting('Mira Lindqvist', 130)).toBe('Mira Lindqvist');
    expect(fitting('Hubert Blaine Wolfeschlegel', 60)).toBe('Hubert…');
    expect(fitting('김하늘 🙂🙂🙂🙂', 60)).toBe('김하늘…');
    expect(fitting('Hubert', 1)).toBe('H…');
  });
  it('stay apart from the bottom up', () => {
    expect(apart([0, 30, 50, 100, 400], (mark) => 100 - mark / 4)).toEqual([0, 50, 100, 400]);
  });
});

describe('drawing', () => {
  it('lifts the pen at a gap', () => {
    expect(path([[0, 0], [1, 1], null, [3, 3], [4, 4]])).toBe('M0.0 0.0L1.0 1.0M3.0 3.0L4.0 4.0');
  });
  it('maps, thins and spreads', () => {
    expect(linear([0, 100], [200, 0])(25)).toBe(150);
    expect(thin([1, 2, 3, 4, 5, 6, 7], 3)).toEqual([1, 4, 7]);
    expect(spread([10, 12], 14, 0, 100)).toEqual([10, 24]);
    expect(spread([95, 99], 14, 0, 100)).toEqual([86, 100]);
  });
});
