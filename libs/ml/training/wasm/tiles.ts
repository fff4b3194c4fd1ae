import type { Lane } from './lane.js';
import { PLACES, rowsAtOnce } from './tiles.rules.js';

/** Where a tiled convolution's pooled output goes. */
export interface PooledOutput {
  at: number;
  row: number;
  winner: number;
}

/** Convolution, pool, bias and relu of one picture: padded input to pooled output. */
export function convolveTiles(lane: Lane, index: number, padded: number, to: PooledOutput): void {
  const { kernels, layout, plan, scratch } = lane;
  const { size, inChannels, outChannels } = plan.convs[index]!;
  const bias = lane.weight(2 * index + 1);
  byStrips(size, (first, rows, tiles) => {
    const plane = tiles * outChannels * 4;
    kernels.tileInputs(padded, scratch.tiles, tiles * inChannels * 4, size, inChannels, first, rows);
    multiplyPlanes(lane, layout.packed[index]!, tiles, inChannels, outChannels);
    kernels.tilePoolBiasRelu(
      scratch.products,
      plane,
      bias,
      to.at,
      to.row,
      to.winner,
      size,
      outChannels,
      first,
      rows,
    );
  });
}

/** Adds one picture's kernel gradient, as 16 planes, from padded input and padded output gradient. */
export function addTiledGradient(lane: Lane, index: number, padded: number, dy: number): void {
  const { kernels, plan, scratch } = lane;
  const { size, inChannels, outChannels } = plan.convs[index]!;
  byStrips(size, (first, rows, tiles) => {
    const [from, to, sum] = [inChannels, outChannels, inChannels * outChannels].map((n) => n * 4);
    kernels.tileInputs(padded, scratch.tiles, tiles * from!, size, inChannels, first, rows);
    kernels.tileGradients(dy, scratch.products, tiles * to!, size, outChannels, first, rows);
    for (let place = 0; place < PLACES; place++) {
      kernels.multiplyAdd(
        scratch.tiles + place * tiles * from!,
        4,
        from!,
        scratch.products + place * tiles * to!,
        to!,
        32,
        scratch.tiledGradient[index]! + place * sum!,
        to!,
        inChannels,
        outChannels,
        tiles,
      );
    }
  });
}

/** One picture's input gradient [size][size][inChannels] from its padded output gradient. */
export function tiledInputGradient(lane: Lane, index: number, dy: number, to: number): void {
  const { kernels, layout, plan, scratch } = lane;
  const { size, inChannels, outChannels } = plan.convs[index]!;
  byStrips(size, (first, rows, tiles) => {
    kernels.tileInputs(dy, scratch.tiles, tiles * outChannels * 4, size, outChannels, first, rows);
    multiplyPlanes(lane, layout.flipped[index]!, tiles, outChannels, inChannels);
    kernels.tileOutputs(scratch.products, tiles * inChannels * 4, to, size, inChannels, first, rows);
  });
}

function byStrips(size: number, strip: (first: number, rows: number, tiles: number) => void): void {
  const rows = rowsAtOnce(size);
  for (let first = 0; first < size / 2; first += rows) strip(first, rows, (rows * size) / 2);
}

/** products = tiles x kernel in each plane: [tiles, from] x [from, to]. */
function multiplyPlanes(lane: Lane, kernel: number, tiles: number, from: number, to: number): void {
  const { kernels, scratch } = lane;
  for (let place = 0; place < PLACES; place++) {
    kernels.multiply(
      scratch.tiles + place * tiles * from * 4,
      from * 4,
      4,
      kernel + place * from * to * 4,
      32,
      from * 32,
      scratch.products + place * tiles * to * 4,
      to * 4,
      tiles,
      to,
      from,
    );
  }
}
