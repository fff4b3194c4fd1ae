import type { NetworkPlan } from '../../engine/network.rules.js';

type Convolution = NetworkPlan['convs'][number];

/** Places of a tile of Winograd's F(2x2, 3x3), each a plane of its own; see `assembly/winograd.ts`. */
export const PLACES = 16;
/** Tiles at a time: their planes of 64 channels stay in a core's second cache. */
const TILES = 48;

/** Whether a convolution is computed by tiles: 3x3, and whole vectors of channels. */
export function isTiled({ kernel, inChannels }: Convolution): boolean {
  return kernel === 3 && inChannels % 4 === 0;
}

/** Rows of tiles that are taken at a time: whole rows, and tiles in fours, as the products need them. */
export function rowsAtOnce(size: number): number {
  const row = size / 2;
  for (let rows = Math.max(1, Math.floor(TILES / row)); rows < row; rows++)
    if (row % rows === 0 && (rows * row) % 4 === 0) return rows;
  return row;
}

/** Values that one plane of a convolution's tiles takes at most, on the way there or back; 0 where it has none. */
export function mostTiles(conv: Convolution): number {
  if (!isTiled(conv)) return 0;
  return rowsAtOnce(conv.size) * (conv.size / 2) * Math.max(conv.inChannels, conv.outChannels);
}
