import { COMMAND, CONTROL } from './control.js';
import type { Lane } from './lane.js';
import { convolveTiles } from './tiles.js';
import { isTiled } from './tiles.rules.js';

/** Pictures to probabilities. Shapes in comments: B rows, P padded rows, C padded classes. Ends without a barrier. */
export function forward(lane: Lane, command: number): void {
  if (Atomics.load(lane.control, CONTROL.repack) === 1) {
    packKernels(lane);
    lane.meet();
  }
  const rows = lane.rows;
  for (let row = lane.claim(CONTROL.nextPicture); row < rows; row = lane.claim(CONTROL.nextPicture)) {
    convolutions(lane, row, command);
  }
  lane.meet();
  const { layout, kernels, plan } = lane;
  // [P, 4608] x [4608, 512]
  denseRelu(lane, 0, layout.flat, layout.dense1);
  lane.meet();
  // [P, 512] x [512, 256], then dropout for a step
  denseRelu(lane, 1, layout.dense1, layout.dense2);
  const [from, to] = lane.share(plan.dense[1]!.outputs, 8);
  const { dense2, hidden, mask } = layout;
  if (command !== COMMAND.predict && to > from) {
    kernels.elementwiseProduct(
      dense2.at + from * 4,
      mask.at + from * 4,
      hidden.at + from * 4,
      lane.paddedRows,
      to - from,
      hidden.row,
    );
  }
  lane.meet();
  logits(lane, command);
}

function packKernels(lane: Lane): void {
  const { layout, kernels, plan, thread, threads } = lane;
  layout.packedDense.forEach((packed, i) => {
    const { inputs, outputs } = plan.dense[i]!;
    if (i % threads === thread)
      kernels.packKernel(lane.weight(plan.convs.length * 2 + i * 2), packed, 1, inputs, outputs);
  });
  plan.convs.forEach((conv, i) => {
    if (i % threads !== thread) return;
    if (isTiled(conv)) {
      packTiles(lane, i);
      return;
    }
    const taps = conv.kernel ** 2;
    kernels.packKernel(lane.weight(2 * i), layout.packed[i]!, taps, conv.inChannels, conv.outChannels);
    if (layout.training && i > 0) {
      kernels.packKernelFlipped(
        lane.weight(2 * i),
        layout.flipped[i]!,
        taps,
        conv.inChannels,
        conv.outChannels,
      );
    }
  });
}

function packTiles(lane: Lane, index: number): void {
  const { layout, kernels, plan } = lane;
  const { inChannels, outChannels } = plan.convs[index]!;
  kernels.tileKernel(lane.weight(2 * index), layout.packed[index]!, inChannels, outChannels);
  if (layout.training)
    kernels.tileKernelFlipped(layout.packed[index]!, layout.flipped[index]!, inChannels, outChannels);
}

function convolutions(lane: Lane, row: number, command: number): void {
  const { layout, kernels, plan, scratch } = lane;
  const picture = layout.training ? row : lane.thread;
  loadPicture(lane, row, picture, command);
  plan.convs.forEach((conv, i) => {
    const input = layout.padded[i]!.at + picture * layout.padded[i]!.row;
    const next = plan.convs[i + 1];
    let out = layout.flat.at + row * layout.flat.row;
    let outRow = (conv.size / 2) * conv.outChannels * 4;
    if (next) {
      const border = next.kernel >> 1;
      outRow = (next.size + 2 * border) * next.inChannels * 4;
      out =
        layout.padded[i + 1]!.at +
        picture * layout.padded[i + 1]!.row +
        border * outRow +
        border * next.inChannels * 4;
    }
    const winner = layout.winner[i]!.at + picture * layout.winner[i]!.row;
    if (isTiled(conv)) {
      convolveTiles(lane, i, input, { at: out, row: outRow, winner });
      return;
    }
    kernels.convolve(
      input,
      layout.packed[i]!,
      scratch.convolved,
      conv.size,
      conv.kernel,
      conv.inChannels,
      conv.outChannels,
    );
    kernels.poolBiasRelu(
      scratch.convolved,
      lane.weight(2 * i + 1),
      out,
      outRow,
      winner,
      conv.size,
      conv.outChannels,
    );
  });
}

function loadPicture(lane: Lane, row: number, picture: number, command: number): void {
  const { layout, kernels, plan, floats } = lane;
  const border = plan.convs[0]!.kernel >> 1;
  const to = layout.padded[0]!.at + picture * layout.padded[0]!.row;
  if (command === COMMAND.predict) {
    kernels.loadPixels(layout.pixels.at + row * layout.pixels.row, to, plan.inputSize, border);
    return;
  }
  const slot = lane.ring!.slot(Atomics.load(lane.control, CONTROL.slot));
  const line = plan.inputSize * 3;
  const from = row * plan.inputSize * line;
  const start = (to >>> 2) + (border * (plan.inputSize + 2 * border) + border) * 3;
  for (let y = 0; y < plan.inputSize; y++) {
    const at = from + y * line;
    floats.set(slot.pixels.subarray(at, at + line), start + y * (plan.inputSize + 2 * border) * 3);
  }
  const { mask } = layout;
  const units = plan.dense[1]!.outputs;
  floats.set(slot.mask.subarray(row * units, (row + 1) * units), (mask.at + row * mask.row) >>> 2);
}

function denseRelu(
  lane: Lane,
  index: number,
  from: { at: number; row: number },
  to: { at: number; row: number },
): void {
  const { kernels, plan } = lane;
  const { inputs, outputs } = plan.dense[index]!;
  const tensor = plan.convs.length * 2 + index * 2;
  const [first, end] = lane.share(outputs, 8);
  if (end <= first) return;
  const at = to.at + first * 4;
  const packed = lane.layout.packedDense[index];
  const plain = packed === undefined;
  kernels.multiply(
    from.at,
    from.row,
    4,
    plain ? lane.weight(tensor) + first * 4 : packed + first * inputs * 4,
    plain ? outputs * 4 : 32,
    plain ? 32 : inputs * 32,
    at,
    to.row,
    lane.paddedRows,
    end - first,
    inputs,
  );
  kernels.addBiasRelu(at, lane.weight(tensor + 1) + first * 4, lane.paddedRows, end - first, to.row);
}

function logits(lane: Lane, command: number): void {
  const { kernels, layout, plan } = lane;
  const [first, end] = lane.share(lane.paddedRows, 4);
  if (end <= first) return;
  const input = command === COMMAND.predict ? layout.dense2 : layout.hidden;
  const tensor = plan.convs.length * 2 + 4;
  const at = layout.logits.at + first * layout.logits.row;
  kernels.multiply(
    input.at + first * input.row,
    input.row,
    4,
    lane.weight(tensor),
    layout.paddedClasses * 4,
    32,
    at,
    layout.logits.row,
    end - first,
    layout.paddedClasses,
    plan.dense[2]!.inputs,
  );
  kernels.addBias(at, lane.weight(tensor + 1), end - first, layout.paddedClasses, layout.logits.row);
  for (let row = first; row < end; row++) {
    if (command === COMMAND.predict) softmax(lane, row);
    else lossAndGradient(lane, row);
  }
}

function softmax(lane: Lane, row: number): void {
  const { floats, layout, plan } = lane;
  const from = (layout.logits.at + row * layout.logits.row) >>> 2;
  const to = (layout.output.at + row * layout.output.row) >>> 2;
  let most = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < plan.classes; c++) most = Math.max(most, floats[from + c]!);
  let sum = 0;
  for (let c = 0; c < plan.classes; c++) sum += Math.exp(floats[from + c]! - most);
  for (let c = 0; c < plan.classes; c++) floats[to + c] = Math.exp(floats[from + c]! - most) / sum;
}

/** Cross entropy of a row, and its gradient by the logits divided by the batch; rows of padding get zeros. */
function lossAndGradient(lane: Lane, row: number): void {
  const { floats, layout, plan, rows } = lane;
  const from = (layout.logits.at + row * layout.logits.row) >>> 2;
  const to = (layout.output.at + row * layout.output.row) >>> 2;
  floats.fill(0, to, to + layout.paddedClasses);
  if (row >= rows) return;
  const label = lane.ring!.slot(Atomics.load(lane.control, CONTROL.slot)).labels[row]!;
  let most = Number.NEGATIVE_INFINITY;
  let best = 0;
  for (let c = 0; c < plan.classes; c++) {
    const value = floats[from + c]!;
    if (value > most) best = c;
    most = Math.max(most, value);
  }
  let sum = 0;
  for (let c = 0; c < plan.classes; c++) sum += Math.exp(floats[from + c]! - most);
  for (let c = 0; c < plan.classes; c++) {
    floats[to + c] = (Math.exp(floats[from + c]! - most) / sum - (c === label ? 1 : 0)) / rows;
  }
  lane.doubles[(layout.losses >>> 3) + row] = most + Math.log(sum) - floats[from + label]!;
  lane.ints[(layout.hits >>> 2) + row] = best === label ? 1 : 0;
}
