import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
// For its side effect: it registers the gradients, which tfjs-core leaves out of its Node build.
import '@tensorflow/tfjs-layers';
import type { NetworkPlan } from '../../engine/network.rules.js';
import type { Batch } from '../input/batch-ring.js';

/**
 * Loss and gradients from plain TensorFlow.js operations on its pure-JavaScript backend: slow, simple, and not ours, so
 * it is what every engine is measured against. Some 0.8 s for each picture of 32x32.
 */
export async function referenceGradients(
  plan: NetworkPlan,
  weights: Float32Array[],
  batch: Batch,
): Promise<{ loss: number; gradients: Float32Array[] }> {
  // Or it advises, at every first use, another backend than the one that serves as the measure here.
  tf.enableProdMode();
  const before = tf.engine().backendName;
  await tf.setBackend('cpu');
  const rows = batch.labels.length;
  tf.engine().startScope();
  try {
    const x = tf.tensor4d(batch.pixels.slice(), [rows, plan.inputSize, plan.inputSize, 3]);
    const mask = tf.tensor2d(batch.mask.slice(), [rows, plan.dense[1]!.outputs]);
    const target = tf.cast(tf.oneHot(tf.tensor1d(batch.labels.slice(), 'int32'), plan.classes), 'float32');
    const tensors = plan.tensors.map((tensor, i) => tf.tensor(weights[i]!, tensor.shape));
    const loss = (...w: tf.Tensor[]): tf.Scalar => {
      const logits = composedLogits(plan, x, mask, w);
      return tf.losses.softmaxCrossEntropy(target, logits) as tf.Scalar;
    };
    const { value, grads } = tf.valueAndGrads(loss)(tensors);
    const gradients = grads.map((gradient) => Float32Array.from(gradient.dataSync()));
    return { loss: value.dataSync()[0]!, gradients };
  } finally {
    tf.engine().endScope();
    // A native engine lives in the same TensorFlow.js and needs its own backend back.
    if (before) await tf.setBackend(before);
  }
}

function composedLogits(plan: NetworkPlan, x: tf.Tensor4D, mask: tf.Tensor2D, w: tf.Tensor[]): tf.Tensor2D {
  let a: tf.Tensor4D = x;
  plan.convs.forEach((_, i) => {
    const convolved = tf.conv2d(a, w[2 * i] as tf.Tensor4D, 1, 'same');
    a = tf.maxPool(tf.relu(tf.add(convolved, w[2 * i + 1]!)) as tf.Tensor4D, 2, 2, 'same');
  });
  const first = plan.convs.length * 2;
  let h = tf.reshape(a, [x.shape[0], -1]) as tf.Tensor2D;
  for (let i = 0; i < 2; i++) {
    h = tf.relu(tf.add(tf.matMul(h, w[first + 2 * i] as tf.Tensor2D), w[first + 2 * i + 1]!));
  }
  return tf.add(tf.matMul(tf.mul(h, mask), w[first + 4] as tf.Tensor2D), w[first + 5]!);
}
