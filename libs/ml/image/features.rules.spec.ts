import { describe, expect, it } from 'vitest';
import type { Pixels } from './area-average.rules.js';
import { exposure, laplacianVariance, THUMB_SIZE, zScored } from './features.rules.js';
import { nearest, nearestNeighbourRight, outvotedBy, squaredDistance } from './nearest-neighbours.rules.js';
import { thumbVector } from './thumb-vector.rules.js';

const grey = (side: number, value: (x: number, y: number) => number): Pixels => ({
  width: side,
  height: side,
  channels: 1,
  data: Uint8Array.from({ length: side * side }, (_, i) => value(i % side, Math.floor(i / side))),
});

describe('laplacianVariance', () => {
  it('is zero for flat and evenly rising pictures, large for a chequerboard', () => {
    expect(laplacianVariance(grey(8, () => 90))).toBe(0);
    expect(laplacianVariance(grey(8, (x) => x * 10))).toBe(0);
    expect(laplacianVariance(grey(8, (x, y) => ((x + y) % 2) * 10))).toBe(1600);
  });
});

describe('exposure', () => {
  it('gives mean and deviation of the population', () => {
    expect(exposure(grey(2, (x) => x * 10))).toEqual({ mean: 5, deviation: 5 });
  });
});

describe('neighbours', () => {
  const thumb = (seed: number) => Uint8Array.from({ length: THUMB_SIZE }, (_, i) => (i * seed * 37) % 251);
  const of = (seeds: number[], labels: number[]) => {
    const vectors = new Float32Array(seeds.length * THUMB_SIZE);
    for (const [i, seed] of seeds.entries()) thumbVector(thumb(seed), vectors, i * THUMB_SIZE);
    return { vectors, labels };
  };
  it('z-scores to mean 0 and deviation 1, and a flat one to zero', () => {
    const z = zScored(thumb(3));
    expect(z.reduce((sum, value) => sum + value, 0) / THUMB_SIZE).toBeCloseTo(0, 5);
    expect(z.reduce((sum, value) => sum + value * value, 0) / THUMB_SIZE).toBeCloseTo(1, 5);
    expect(new Set(zScored(new Uint8Array(THUMB_SIZE).fill(9)))).toEqual(new Set([0]));
  });
  it('keeps the distances of z-scored pixels, most of them in the lowest frequencies', () => {
    const smooth = (shift: number) =>
      Uint8Array.from(
        { length: THUMB_SIZE },
        (_, i) => 128 + 60 * Math.sin((i % 24) / 5 + shift) + 40 * Math.cos(Math.floor(i / 24) / 7 + shift),
      );
    for (const [a, b] of [
      [thumb(2), thumb(5)],
      [smooth(0), smooth(1)],
    ] as const) {
      const of = (make: (thumb: Uint8Array) => Float32Array) =>
        squaredDistance(make(a), 0, make(b), 0, Number.POSITIVE_INFINITY);
      expect(of(thumbVector) / of(zScored)).toBeCloseTo(1, 5);
    }
    const [a, b] = [thumbVector(smooth(0)), thumbVector(smooth(1))];
    const low = a.subarray(0, 48).reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0);
    expect(low / squaredDistance(a, 0, b, 0, Number.POSITIVE_INFINITY)).toBeGreaterThan(0.99);
  });
  it('finds the nearest first, itself left out', () => {
    const known = of([1, 2, 3], [0, 1, 2]);
    expect(nearest(known, known.vectors, THUMB_SIZE, 1)).toEqual([1]);
    expect(nearest(known, known.vectors, THUMB_SIZE, 3, (place) => place === 1).sort()).toEqual([0, 2]);
  });
  it('counts what the nearest neighbour names right', () => {
    expect(nearestNeighbourRight(of([1, 2], [0, 1]), of([1, 2, 1], [0, 1, 1]))).toBe(2);
  });
  it.each<[label: number, neighbours: number[], likely: number | null]>([
    [0, [1, 1, 1], 1],
    [0, [1, 1, 2], 1],
    [0, [1, 2, 3], null],
    [0, [0, 1, 1], null],
    [0, [], null],
  ])('label %i among %j: %s', (label, neighbours, likely) => {
    expect(outvotedBy(label, neighbours)).toBe(likely);
  });
});
