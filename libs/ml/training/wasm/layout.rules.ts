import type { NetworkPlan } from '../../engine/network.rules.js';
import { isTiled, mostTiles, PLACES } from './tiles.rules.js';

/**
 * The batch is cut into this many shards, whatever the number of threads: each shard adds up its own convolution gradients
 * and the shards are added in order. So a run gives the same bits on one thread and on eight.
 */
export const SHARDS = 16;

/** A table of equal rows in the shared memory: byte address of the first, bytes from row to row. */
export interface Table {
  at: number;
  row: number;
}

/** Byte addresses of everything an engine keeps in the shared memory. */
export interface WasmLayout {
  bytes: number;
  rows: number;
  /** rows rounded up to whole tiles of four. */
  paddedRows: number;
  /** classes rounded up to whole vectors of eight. */
  paddedClasses: number;
  training: boolean;
  /** Start of each tensor, relative to `weights`, `mean`, `square` and (dense ones) `gradient`. */
  tensorAt: number[];
  /** Values of all tensors with their alignment gaps, and of the convolutions among them. */
  values: number;
  convValues: number;
  weights: number;
  mean: number;
  square: number;
  /** Dense gradients, addressed like weights; the part before the dense tensors is unused. */
  gradient: number;
  /** SHARDS blocks of convolution gradients. */
  shards: Table;
  /** Kernels as the forward pass reads them: packed, and those of tiled convolutions transformed. */
  packed: number[];
  /** Kernels of the first two dense layers in blocks of eight columns; for predictions, where they are read again and again. */
  packedDense: number[];
  /** The same for the way back. */
  flipped: number[];
  /** uint8 pictures for predictions. */
  pixels: Table;
  /** Padded input of each convolution: one row for each picture while training, else one for each thread. */
  padded: Table[];
  winner: Table[];
  flat: Table;
  dense1: Table;
  dense2: Table;
  hidden: Table;
  mask: Table;
  logits: Table;
  output: Table;
  flatGradient: Table;
  dense1Gradient: Table;
  dense2Gradient: Table;
  /** float64 loss and int32 hit of each row. */
  losses: number;
  hits: number;
  scratch: ThreadScratch[];
}

/** Buffers of one thread. */
export interface ThreadScratch {
  convolved: number;
  pooledGradient: number;
  paddedGradient: number[];
  /** 16 planes of tiles before and after a product. */
  tiles: number;
  products: number;
  /** 16 planes of each tiled convolution's kernel gradient. */
  tiledGradient: number[];
}

const ALIGN = 64;

/** Plans the shared memory for `rows` pictures at a time on `threads` threads; throws when it exceeds 4 GiB. */
export function wasmLayout(plan: NetworkPlan, rows: number, threads: number, training: boolean): WasmLayout {
  let end = 1024;
  const bytes = (count: number): number => {
    const at = end;
    end += Math.ceil(count / ALIGN) * ALIGN;
    return at;
  };
  const floats = (count: number): number => bytes(count * 4);
  const table = (count: number, rowFloats: number): Table => {
    const row = Math.ceil((rowFloats * 4) / ALIGN) * ALIGN;
    return { at: bytes(row * count), row };
  };
  const paddedRows = Math.ceil(rows / 4) * 4;
  const paddedClasses = Math.ceil(plan.classes / 8) * 8;
  const tensors = tensorAddresses(plan, paddedClasses);
  const pictures = training ? rows : threads;
  const dense = (width: number, needed = true): Table => table(needed ? paddedRows : 0, width);
  const [first, second] = [plan.dense[0]!, plan.dense[1]!];
  const kernels = plan.convs.map((c) => (isTiled(c) ? PLACES : c.kernel ** 2) * c.inChannels * c.outChannels);
  const slot = training ? tensors.values : 0;
  const layout: WasmLayout = {
    ...tensors,
    bytes: 0,
    rows,
    paddedRows,
    paddedClasses,
    training,
    weights: floats(tensors.values),
    mean: floats(slot),
    square: floats(slot),
    gradient: floats(slot),
    shards: table(training ? SHARDS : 0, tensors.convValues),
    packed: kernels.map((count) => floats(count)),
    packedDense: training ? [] : [first, second].map(({ inputs, outputs }) => floats(inputs * outputs)),
    flipped: kernels.map((count, i) => floats(training && i > 0 ? count : 0)),
    pixels: { at: bytes(rows * plan.inputSize ** 2 * 3), row: plan.inputSize ** 2 * 3 },
    padded: plan.convs.map((c) => table(pictures, (c.size + c.kernel - 1) ** 2 * c.inChannels)),
    winner: plan.convs.map((c) => table(pictures, ((c.size / 2) ** 2 * c.outChannels) / 4)),
    flat: dense(first.inputs),
    dense1: dense(first.outputs),
    dense2: dense(second.outputs),
    hidden: dense(second.outputs),
    mask: dense(second.outputs, training),
    logits: dense(paddedClasses),
    output: dense(paddedClasses),
    flatGradient: dense(first.inputs, training),
    dense1Gradient: dense(first.outputs, training),
    dense2Gradient: dense(second.outputs, training),
    losses: bytes(paddedRows * 8),
    hits: bytes(paddedRows * 4),
    scratch: Array.from({ length: threads }, () => scratch(plan, training, floats)),
  };
  layout.bytes = end;
  if (end > 2 ** 32 - 65_536)
    throw new RangeError(`a batch of ${rows} needs ${Math.ceil(end / 2 ** 20)} MiB, WASM has 4096`);
  return layout;
}

function tensorAddresses(
  plan: NetworkPlan,
  paddedClasses: number,
): Pick<WasmLayout, 'tensorAt' | 'values' | 'convValues'> {
  const tensorAt: number[] = [];
  let values = 0;
  let convValues = 0;
  plan.tensors.forEach((tensor, i) => {
    tensorAt.push(values * 4);
    const wide =
      i >= plan.tensors.length - 2 ? (tensor.length / plan.classes) * paddedClasses : tensor.length;
    values += Math.ceil(wide / 16) * 16;
    if (i === plan.convs.length * 2 - 1) convValues = values;
  });
  return { tensorAt, values, convValues };
}

function scratch(plan: NetworkPlan, training: boolean, floats: (count: number) => number): ThreadScratch {
  const most = (count: (i: number) => number): number => Math.max(...plan.convs.map((_, i) => count(i)));
  const need = training ? 1 : 0;
  return {
    convolved: floats(most((i) => plan.convs[i]!.size ** 2 * plan.convs[i]!.outChannels)),
    pooledGradient: floats(
      need * most((i) => (i === 0 ? 0 : plan.convs[i]!.size ** 2 * plan.convs[i]!.inChannels)),
    ),
    paddedGradient: plan.convs.map((c) => floats(need * (c.size + c.kernel - 1) ** 2 * c.outChannels)),
    tiles: floats(most((i) => PLACES * mostTiles(plan.convs[i]!))),
    products: floats(most((i) => PLACES * mostTiles(plan.convs[i]!))),
    tiledGradient: plan.convs.map((c) =>
      floats(isTiled(c) ? need * PLACES * c.inChannels * c.outChannels : 0),
    ),
  };
}
