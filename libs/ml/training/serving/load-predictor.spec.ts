import { beforeAll, describe, expect, it, vi } from 'vitest';
import { networkPlan } from '../../engine/network.rules.js';
import { preprocessingDigest } from '../../engine/preprocessing.rules.js';
import { encodeWeights } from '../../engine/weights-file.js';
import { initialWeights } from '../random/init.rules.js';
import { EnginePredictorLoader } from './load-predictor.js';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const PICTURE = 96 * 96 * 3;
const plan = networkPlan('SEED_5X5', 6);
const bytes = encodeWeights(plan, initialWeights(plan, 8), {
  seed: 8,
  steps: 1,
  dataDigest: 'd',
  engineIdentity: 'e',
});
const pictures = Uint8Array.from({ length: 40 * PICTURE }, (_, i) => (i * 13 + (i >> 9)) % 256);

beforeAll(async () => {
  const { buildKernels } = (await import('../../../../tools/build-kernels.mjs' as string)) as {
    buildKernels(): Promise<boolean>;
  };
  await buildKernels();
});

describe('EnginePredictorLoader', () => {
  it('answers many requests at once, each as if it were alone', async () => {
    const predictor = await new EnginePredictorLoader().load(bytes);
    try {
      expect(predictor).toMatchObject({
        classes: 6,
        architecture: 'SEED_5X5',
        preprocessingDigest: preprocessingDigest(),
      });
      const all = await predictor.predict(pictures);
      const single = await Promise.all(
        Array.from({ length: 40 }, (_, i) =>
          predictor.predict(pictures.subarray(i * PICTURE, (i + 1) * PICTURE)),
        ),
      );
      expect(Float32Array.from(single.flatMap((p) => [...p]))).toEqual(all);
      expect(all.every((p) => p >= 0 && p <= 1)).toBe(true);
    } finally {
      await predictor.dispose();
    }
  });

  it.each([0, 1, PICTURE - 1, PICTURE + 1])('refuses %i bytes as pictures', async (length) => {
    const predictor = await new EnginePredictorLoader().load(bytes);
    await expect(predictor.predict(new Uint8Array(length))).rejects.toThrow(RangeError);
    await predictor.dispose();
  });

  it('refuses damaged weights', async () => {
    const damaged = Buffer.from(bytes);
    damaged.writeUInt8(damaged.readUInt8(5000) ^ 1, 5000);
    await expect(new EnginePredictorLoader().load(damaged)).rejects.toThrow('refused');
  });
});
