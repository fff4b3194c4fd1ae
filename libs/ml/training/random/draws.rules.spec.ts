import { describe, expect, it } from 'vitest';
import { networkPlan } from '../../engine/network.rules.js';
import { Draws, PURPOSE, unit } from './draws.rules.js';
import { dropoutRow } from './dropout.rules.js';
import { initialWeights } from './init.rules.js';
import { epochOrder } from './shuffle.rules.js';

describe('Draws', () => {
  it('gives other numbers to other seeds, purposes and places', () => {
    const seen = new Set<string>();
    for (const seed of [1, 2, -1, 2 ** 40 + 1]) {
      for (const purpose of [PURPOSE.init, PURPOSE.dropout]) {
        for (const place of [
          [0, 0, 0],
          [1, 0, 0],
          [0, 1, 0],
          [0, 0, 1],
        ] as const) {
          seen.add([...new Draws(seed, purpose).block(place[0], place[1], place[2])].join());
        }
      }
    }
    expect(seen.size).toBe(32);
  });

  it('stays below one', () => {
    expect(unit(0xffffffff)).toBeLessThan(1);
    expect(Math.fround(unit(0xffffffff))).toBeLessThan(1);
    expect(unit(0)).toBe(0);
  });
});

describe('epochOrder', () => {
  it('is a permutation, the same for the same epoch and another for the next', () => {
    const first = epochOrder(3, 0, 1000);
    expect([...first].sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, i) => i));
    expect(epochOrder(3, 0, 1000)).toEqual(first);
    expect(epochOrder(3, 1, 1000)).not.toEqual(first);
    expect(epochOrder(4, 0, 1000)).not.toEqual(first);
  });

  it('puts every row first about equally often', () => {
    const counts = new Array<number>(5).fill(0);
    for (let epoch = 0; epoch < 5000; epoch++) counts[epochOrder(1, epoch, 5)[0]!]!++;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});

describe('initialWeights', () => {
  it("has He's spread, and zero biases", () => {
    const plan = networkPlan('SEED_3X3', 5);
    const weights = initialWeights(plan, 1);
    plan.tensors.forEach((tensor, i) => {
      const values = weights[i]!;
      const variance = values.reduce((sum, v) => sum + v * v, 0) / values.length;
      if (tensor.fanIn === 0) expect(variance).toBe(0);
      else
        expect(Math.abs(variance * tensor.fanIn * 0.5 - 1)).toBeLessThan(tensor.length < 1000 ? 0.2 : 0.08);
    });
  });
});

describe('dropoutRow', () => {
  const row = (step: number, index: number, keep = 0.7): Float32Array => {
    const mask = new Float32Array(256);
    dropoutRow(mask, 9, step, index, keep);
    return mask;
  };

  it('draws a new mask for each step and row, and the same one again', () => {
    expect(row(1, 0)).toEqual(row(1, 0));
    expect(row(1, 0)).not.toEqual(row(2, 0));
    expect(row(1, 0)).not.toEqual(row(1, 1));
  });

  it('keeps the asked share and the expected value', () => {
    let kept = 0;
    for (let index = 0; index < 200; index++) kept += row(1, index).filter((v) => v > 0).length;
    expect(kept / 51_200).toBeCloseTo(0.7, 2);
    expect(Math.max(...row(1, 0))).toBeCloseTo(1 / 0.7, 6);
  });

  it('keeps all with keep 1', () => {
    expect(row(1, 0, 1).every((v) => v === 1)).toBe(true);
  });
});
