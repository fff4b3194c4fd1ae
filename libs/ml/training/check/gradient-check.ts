import type { Architecture } from '../../engine/contract.js';
import { type NetworkPlan, networkPlan } from '../../engine/network.rules.js';
import { type Batch, BatchRing, type RingHandle } from '../input/batch-ring.js';
import type { ComputeEngine } from '../loop/compute-engine.js';
import { Draws, PURPOSE, unit } from '../random/draws.rules.js';
import { dropoutRow } from '../random/dropout.rules.js';
import { initialWeights } from '../random/init.rules.js';
import { referenceGradients } from './reference.js';

/** Largest relative L2 distance between an engine's gradient and the reference's, over all tensors. */
export const GRADIENT_TOLERANCE = 1e-4;
/** The same in bfloat16, whose 8 significant bits also let other positions win in a pool: 0.15-0.2 was measured. */
export const HALF_TOLERANCE = 0.3;

const ROWS = 3;
const SIZE = 32;
const CLASSES = 3;

/** Makes the engine under test for a small network. */
export type EngineMaker = (
  plan: NetworkPlan,
  rows: number,
  ring: RingHandle | null,
) => Promise<ComputeEngine>;

/** What a check found: `worst` is the largest relative error and `tensor` where it was. */
export interface GradientCheck {
  ok: boolean;
  worst: number;
  tensor: string;
  lossError: number;
}

/** Compares an engine's loss and gradients with plain TensorFlow.js on the architecture, three pictures of 32x32. */
export async function checkGradients(
  make: EngineMaker,
  architecture: Architecture,
  tolerance = GRADIENT_TOLERANCE,
): Promise<GradientCheck> {
  const plan = networkPlan(architecture, CLASSES, SIZE);
  const ring = BatchRing.create(ROWS, 1, SIZE * SIZE * 3);
  const batch = fillBatch(ring.slot(0));
  const weights = initialWeights(plan, 11);
  // Biases away from zero, so that a bias forgotten or added twice shows.
  plan.tensors.forEach((tensor, i) => {
    if (tensor.fanIn === 0) weights[i]!.set(Float32Array.from(weights[i]!, (_, j) => ((j % 7) - 3) * 0.01));
  });
  const engine = await make(plan, ROWS, ring.handle);
  try {
    await engine.restore({ weights });
    const [own, reference] = [await engine.gradients(batch), await referenceGradients(plan, weights, batch)];
    const errors = plan.tensors.map((_, i) => relativeError(own.gradients[i]!, reference.gradients[i]!));
    const worst = Math.max(...errors.map((e) => (Number.isFinite(e) ? e : Number.POSITIVE_INFINITY)));
    const lossError = Math.abs(own.loss - reference.loss) / reference.loss;
    const ok = worst <= tolerance && lossError <= tolerance;
    return { ok, worst, tensor: plan.tensors[errors.indexOf(worst)]?.name ?? 'none', lossError };
  } finally {
    await engine.dispose();
  }
}

/** ||a - b|| / ||b|| */
export function relativeError(a: Float32Array, b: Float32Array): number {
  let difference = 0;
  let norm = 0;
  for (let i = 0; i < b.length; i++) {
    difference += (a[i]! - b[i]!) ** 2;
    norm += b[i]! ** 2;
  }
  return Math.sqrt(difference / norm);
}

function fillBatch(batch: Batch): Batch {
  const draws = new Draws(5, PURPOSE.check);
  batch.pixels.set(Float32Array.from(batch.pixels, (_, i) => unit(draws.block(0, 0, i >> 2)[i % 4]!)));
  batch.labels.set(Int32Array.from(batch.labels, (_, i) => (i + 1) % CLASSES));
  for (let row = 0; row < ROWS; row++)
    dropoutRow(batch.mask.subarray(row * 256, (row + 1) * 256), 5, 0, row, 0.7);
  return batch;
}
