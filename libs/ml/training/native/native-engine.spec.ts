import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { enginesFolder } from '../../../../test/harness/engines-folder.js';
import { networkPlan } from '../../engine/network.rules.js';
import { checkGradients, HALF_TOLERANCE } from '../check/gradient-check.js';
import { BatchRing } from '../input/batch-ring.js';
import { adamRate } from '../loop/compute-engine.js';
import { initialWeights } from '../random/init.rules.js';
import { loadNativeLibrary, type NativeLibrary } from './library.js';
import { NativeEngine } from './native-engine.js';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const SIZE = 32;
const found = loadNativeLibrary(enginesFolder());
const missing = typeof found === 'string';
const library = found as NativeLibrary;

describe.skipIf(missing)(`the native engine${missing ? ` (skipped: ${found})` : ''}`, () => {
  it.each(['SEED_3X3', 'SEED_5X5'] as const)(
    '%s: has the gradients of plain TensorFlow.js',
    async (architecture) => {
      const check = await checkGradients(
        (plan, rows, ring) => NativeEngine.create({ library, plan, rows: ring && rows, half: false }),
        architecture,
      );
      expect(check).toMatchObject({ ok: true });
      expect(check.worst).toBeLessThan(1e-5);
    },
  );

  it('stays near them with bfloat16 convolutions', async () => {
    const check = await checkGradients(
      (plan, rows, ring) => NativeEngine.create({ library, plan, rows: ring && rows, half: true }),
      'SEED_3X3',
      HALF_TOLERANCE,
    );
    expect(check).toMatchObject({ ok: true });
    expect(check.worst).toBeGreaterThan(1e-4);
  });

  it('gives equal bits twice, resumes from its own state, and leaves no tensor behind', async () => {
    const plan = networkPlan('SEED_3X3', 5, SIZE);
    const ring = BatchRing.create(6, 1, SIZE * SIZE * 3);
    const batch = ring.slot(0);
    batch.pixels.set(Float32Array.from(batch.pixels, (_, i) => ((i * 7919) % 1000) / 1000));
    batch.labels.set([0, 1, 2, 3, 4, 0]);
    batch.mask.fill(1);
    const run = async (stopAfter: number): Promise<string> => {
      const engine = await NativeEngine.create({ library, plan, rows: 6, half: false });
      await engine.restore({ weights: initialWeights(plan, 1) });
      const before = library.tf.memory().numTensors;
      for (let t = 1; t <= 8; t++) {
        await engine.step(batch, adamRate(1e-3, t));
        if (t === stopAfter) await engine.restore(await engine.state());
      }
      expect(library.tf.memory().numTensors).toBe(before);
      const hash = createHash('sha256');
      for (const values of (await engine.state()).weights) hash.update(values);
      await engine.dispose();
      return hash.digest('hex');
    };
    const plain = await run(0);
    expect(await run(0)).toBe(plain);
    expect(await run(5)).toBe(plain);
  });

  it('predicts what WebAssembly predicts', async () => {
    const { WasmEngine } = await import('../wasm/wasm-engine.js');
    const plan = networkPlan('SEED_5X5', 4);
    const weights = initialWeights(plan, 2);
    const pixels = Uint8Array.from({ length: 3 * 96 * 96 * 3 }, (_, i) => (i * 31) % 256);
    const engines = [
      await NativeEngine.create({ library, plan, rows: null, half: false }),
      new WasmEngine({ plan, rows: 2, threads: 1, ring: null }),
    ];
    const answers: Float32Array[] = [];
    for (const engine of engines) {
      await engine.restore({ weights });
      answers.push(await engine.probabilities(pixels));
      await engine.dispose();
    }
    expect(answers[0]).toHaveLength(12);
    for (const [i, p] of answers[0]!.entries()) expect(p).toBeCloseTo(answers[1]![i]!, 5);
  });
});
