import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { networkPlan } from '../../engine/network.rules.js';
import { checkGradients } from '../check/gradient-check.js';
import { BatchRing } from '../input/batch-ring.js';
import { adamRate } from '../loop/compute-engine.js';
import { Draws, PURPOSE, unit } from '../random/draws.rules.js';
import { initialWeights } from '../random/init.rules.js';
import type { KernelFlavour } from './kernels.js';
import { WasmEngine } from './wasm-engine.js';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

beforeAll(async () => {
  const { buildKernels } = (await import('../../../../tools/build-kernels.mjs' as string)) as {
    buildKernels(): Promise<boolean>;
  };
  await buildKernels();
});

const SIZE = 32;

async function train(options: {
  rows: number;
  threads: number;
  classes?: number;
  flavour?: KernelFlavour;
}): Promise<string> {
  const { rows, threads, classes = 5, flavour } = options;
  const plan = networkPlan('SEED_5X5', classes, SIZE);
  const ring = BatchRing.create(rows, 1, SIZE * SIZE * 3);
  const batch = ring.slot(0);
  const draws = new Draws(1, PURPOSE.check);
  batch.pixels.set(Float32Array.from(batch.pixels, (_, i) => unit(draws.block(0, 0, i)[0]!)));
  batch.labels.set(Int32Array.from(batch.labels, (_, i) => i % classes));
  batch.mask.fill(1);
  const engine = new WasmEngine({ plan, rows, threads, ring: ring.handle, flavour });
  try {
    await engine.restore({ weights: initialWeights(plan, 1) });
    for (let t = 1; t <= 3; t++) await engine.step(batch, adamRate(1e-3, t));
    const hash = createHash('sha256');
    for (const values of (await engine.state()).weights) hash.update(values);
    return hash.digest('hex');
  } finally {
    await engine.dispose();
  }
}

describe('the WASM engine', () => {
  it.each([
    ['SEED_3X3', 'relaxed', 1],
    ['SEED_3X3', 'plain', 2],
    ['SEED_5X5', 'relaxed', 3],
    ['SEED_5X5', 'plain', 1],
  ] as const)(
    '%s, %s SIMD, %i threads: has the gradients of plain TensorFlow.js',
    async (architecture, flavour, threads) => {
      const check = await checkGradients(
        async (plan, rows, ring) => new WasmEngine({ plan, rows, threads, ring, flavour }),
        architecture,
      );
      expect(check).toMatchObject({ ok: true });
      expect(check.worst).toBeLessThan(1e-5);
    },
  );

  it.each([1, 3, 4, 17, 33])(
    'gives the same bits for a batch of %i on one, two and three threads',
    async (rows) => {
      const [one, two, three] = [
        await train({ rows, threads: 1 }),
        await train({ rows, threads: 2 }),
        await train({ rows, threads: 3 }),
      ];
      expect(two).toBe(one);
      expect(three).toBe(one);
    },
  );

  it('takes any number of classes', async () => {
    expect(
      new Set([
        await train({ rows: 9, threads: 2, classes: 2 }),
        await train({ rows: 9, threads: 2, classes: 41 }),
      ]).size,
    ).toBe(2);
  });

  it('predicts each picture alike alone and in company', async () => {
    const plan = networkPlan('SEED_3X3', 7, SIZE);
    const engine = new WasmEngine({ plan, rows: 6, threads: 2, ring: null });
    try {
      await engine.restore({ weights: initialWeights(plan, 3) });
      const picture = SIZE * SIZE * 3;
      const pixels = Uint8Array.from({ length: 11 * picture }, (_, i) => (i * 7919) % 251);
      const together = await engine.probabilities(pixels);
      for (let row = 0; row < 11; row++) {
        const alone = await engine.probabilities(pixels.subarray(row * picture, (row + 1) * picture));
        expect(alone).toEqual(together.subarray(row * 7, (row + 1) * 7));
        expect(alone.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
      }
    } finally {
      await engine.dispose();
    }
  });
});
