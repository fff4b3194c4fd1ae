import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { networkPlan } from '../engine/network.rules.js';
import { activations } from './activations.rules.js';

/** The same by TensorFlow.js operations. */
function byTensorFlow(plan: ReturnType<typeof networkPlan>, tensors: Float32Array[], pixels: Uint8Array) {
  return tf.tidy(() => {
    let input = tf.div(
      tf.tensor4d(Float32Array.from(pixels), [1, plan.inputSize, plan.inputSize, 3]),
      255,
    ) as tf.Tensor4D;
    return plan.convs.map((_, i) => {
      const [kernel, bias] = [0, 1].map((k) => {
        const { shape } = plan.tensors[2 * i + k] ?? { shape: [] };
        return tf.tensor(tensors[2 * i + k] ?? [], shape);
      });
      const found = tf.relu(tf.add(tf.conv2d(input, kernel as tf.Tensor4D, 1, 'same'), bias as tf.Tensor));
      input = tf.maxPool(found as tf.Tensor4D, 2, 2, 'same');
      return found.dataSync();
    });
  });
}

describe('activations', () => {
  it.each(['SEED_3X3', 'SEED_5X5'] as const)('are those of TensorFlow.js for %s', async (architecture) => {
    await tf.setBackend('cpu');
    const plan = networkPlan(architecture, 2, 32);
    const tensors = plan.tensors.map(({ length }, t) =>
      Float32Array.from({ length }, (_, i) => Math.sin(i * 12.9898 + t) / 8),
    );
    const pixels = Uint8Array.from({ length: 32 * 32 * 3 }, (_, i) => (i * 37 + (i >> 5)) % 256);
    const expected = byTensorFlow(plan, tensors, pixels);
    const found = activations(plan, tensors, pixels);
    expect(found.map(({ layer, size, channels }) => [layer, size, channels])).toEqual([
      ['conv1', 32, 16],
      ['conv2', 16, 32],
      ['conv3', 8, 64],
      ['conv4', 4, 128],
    ]);
    found.forEach(({ values }, i) => {
      const other = expected[i] ?? [];
      expect(values.length).toBe(other.length);
      const most = Math.max(...other);
      expect(most).toBeGreaterThan(0);
      values.forEach((value, at) => {
        if (Math.abs(value - (other[at] ?? Number.NaN)) > 1e-5 * most) expect(value).toBe(other[at]);
      });
    });
  });
});
