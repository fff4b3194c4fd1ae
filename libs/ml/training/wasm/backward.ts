import { CONTROL } from './control.js';
import type { Lane } from './lane.js';
import { SHARDS, type Table } from './layout.rules.js';
import { addTiledGradient, tiledInputGradient } from './tiles.js';
import { isTiled, PLACES } from './tiles.rules.js';

const BETA1 = 0.9;
const BETA2 = 0.999;
/** Added to the root itself, without bias correction (Kingma and Ba's "epsilon hat", as TensorFlow has it). */
const EPSILON = 1e-7;

/**
 * Gradients of all tensors, from the logits' gradient in `output` down. Dense layers are cut by columns or rows of the
 * result, convolutions by shards of the batch: no sum depends on which thread does it. Ends without a barrier.
 */
export function backward(lane: Lane): void {
  const { kernels, layout, plan } = lane;
  const { output, hidden, mask, dense1, dense2, flat, dense1Gradient, dense2Gradient, flatGradient } = layout;
  const classes: Table = output;
  lane.meet();
  kernelAndBias(lane, 2, hidden, classes, layout.paddedClasses);
  const [first, end] = lane.share(lane.paddedRows, 4);
  if (end > first) {
    const units = plan.dense[1]!.outputs;
    const at = dense2Gradient.at + first * dense2Gradient.row;
    const logitsKernel = lane.weight(plan.convs.length * 2 + 4);
    kernels.multiplyTransposed(
      classes.at + first * classes.row,
      classes.row,
      logitsKernel,
      layout.paddedClasses * 4,
      at,
      dense2Gradient.row,
      end - first,
      units,
      layout.paddedClasses,
    );
    kernels.elementwiseProduct(at, mask.at + first * mask.row, at, end - first, units, dense2Gradient.row);
    kernels.reluGradient(at, dense2.at + first * dense2.row, end - first, units, dense2Gradient.row);
  }
  lane.meet();
  kernelAndBias(lane, 1, dense1, dense2Gradient, plan.dense[1]!.outputs);
  inputGradient(lane, 1, dense2Gradient, dense1Gradient);
  maskByRelu(lane, dense1Gradient, dense1);
  lane.meet();
  kernelAndBias(lane, 0, flat, dense1Gradient, plan.dense[0]!.outputs);
  inputGradient(lane, 0, dense1Gradient, flatGradient);
  lane.meet();
  for (let shard = lane.claim(CONTROL.nextShard); shard < SHARDS; shard = lane.claim(CONTROL.nextShard)) {
    convolutionShard(lane, shard);
  }
}

/** One Adam step over this thread's part of all values. */
export function update(lane: Lane): void {
  const { layout } = lane;
  const part = (first: number, end: number, gradient: number, shards: number): void => {
    if (end <= first) return;
    const at = first * 4;
    lane.kernels.adam(
      layout.weights + at,
      layout.mean + at,
      layout.square + at,
      gradient + at,
      shards,
      layout.shards.row,
      end - first,
      BETA1,
      BETA2,
      lane.rate,
      EPSILON,
    );
  };
  const [first, end] = lane.share(layout.convValues, 16);
  part(first, end, layout.shards.at, SHARDS);
  const [from, to] = lane.share(layout.values - layout.convValues, 16);
  part(layout.convValues + from, layout.convValues + to, layout.gradient, 1);
}

/** dW = X^T dY and db = sum of dY; kernel rows and bias columns are shared out. */
function kernelAndBias(lane: Lane, index: number, input: Table, dy: Table, outputs: number): void {
  const { kernels, plan, rows } = lane;
  const tensor = plan.convs.length * 2 + index * 2;
  const [first, end] = lane.share(plan.dense[index]!.inputs, 4);
  if (end > first) {
    kernels.multiply(
      input.at + first * 4,
      4,
      input.row,
      dy.at,
      dy.row,
      32,
      lane.gradient(tensor) + first * outputs * 4,
      outputs * 4,
      end - first,
      outputs,
      rows,
    );
  }
  const [from, to] = lane.share(outputs, 8);
  if (to > from)
    kernels.columnSums(dy.at + from * 4, lane.gradient(tensor + 1) + from * 4, rows, to - from, dy.row);
}

/** dX = dY W^T; columns of dX (rows of W) are shared out. */
function inputGradient(lane: Lane, index: number, dy: Table, dx: Table): void {
  const { kernels, plan } = lane;
  const { inputs, outputs } = plan.dense[index]!;
  const [first, end] = lane.share(inputs, 8);
  if (end <= first) return;
  const kernel = lane.weight(plan.convs.length * 2 + index * 2) + first * outputs * 4;
  kernels.multiplyTransposed(
    dy.at,
    dy.row,
    kernel,
    outputs * 4,
    dx.at + first * 4,
    dx.row,
    lane.paddedRows,
    end - first,
    outputs,
  );
}

function maskByRelu(lane: Lane, gradient: Table, output: Table): void {
  const [first, end] = lane.share(lane.plan.dense[0]!.outputs, 8);
  if (end <= first) return;
  lane.kernels.reluGradient(
    gradient.at + first * 4,
    output.at + first * 4,
    lane.paddedRows,
    end - first,
    gradient.row,
  );
}

function convolutionShard(lane: Lane, shard: number): void {
  const { kernels, layout, plan, scratch, floats, rows } = lane;
  const base = layout.shards.at + shard * layout.shards.row;
  floats.fill(0, base >>> 2, (base >>> 2) + layout.convValues);
  const tiled = plan.convs.map(isTiled);
  plan.convs.forEach(({ inChannels, outChannels }, i) => {
    const sum = scratch.tiledGradient[i]! >>> 2;
    if (tiled[i]) floats.fill(0, sum, sum + PLACES * inChannels * outChannels);
  });
  const end = Math.floor((rows * (shard + 1)) / SHARDS);
  for (let row = Math.floor((rows * shard) / SHARDS); row < end; row++) {
    let g = layout.flatGradient.at + row * layout.flatGradient.row;
    for (let i = plan.convs.length - 1; i >= 0; i--) {
      const { kernel, size, inChannels, outChannels } = plan.convs[i]!;
      const dy = scratch.paddedGradient[i]!;
      const winner = layout.winner[i]!.at + row * layout.winner[i]!.row;
      const bias = base + layout.tensorAt[2 * i + 1]!;
      kernels.poolBiasReluGradient(g, winner, dy, bias, size, kernel >> 1, outChannels);
      const input = layout.padded[i]!.at + row * layout.padded[i]!.row;
      if (tiled[i]) addTiledGradient(lane, i, input, dy);
      else
        kernels.kernelGradient(
          input,
          dy,
          base + layout.tensorAt[2 * i]!,
          size,
          kernel,
          inChannels,
          outChannels,
        );
      if (i === 0) break;
      if (tiled[i]) tiledInputGradient(lane, i, dy, scratch.pooledGradient);
      else
        kernels.convolve(
          dy,
          layout.flipped[i]!,
          scratch.pooledGradient,
          size,
          kernel,
          outChannels,
          inChannels,
        );
      g = scratch.pooledGradient;
    }
  }
  plan.convs.forEach(({ inChannels, outChannels }, i) => {
    const to = base + layout.tensorAt[2 * i]!;
    if (tiled[i]) kernels.tileKernelGradient(scratch.tiledGradient[i]!, to, inChannels, outChannels);
  });
}
