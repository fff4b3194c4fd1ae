/** Tiles of equal size, uint8 [side, side, channels] each: grey or RGB. */
export interface Tiles {
  side: number;
  channels: 1 | 3;
  tiles: Uint8Array[];
}

/** Where the tiles of a layer lie in one picture: row by row, with white lines between them. */
export interface SheetPlan {
  width: number;
  height: number;
  columns: number;
  /** Width and height of one tile in the sheet, in pixels. */
  tilePixels: number;
}

/** A drawn sheet. */
export interface TileSheet extends SheetPlan {
  channels: 1 | 3;
  /** uint8 [height, width, channels] */
  data: Uint8Array;
}

/** Pixels between two tiles. */
export const TILE_GAP = 2;
const LINE = 255;
/** Smaller tiles are enlarged to about this many pixels: every value then is a square of whole pixels. */
const READABLE_PIXELS = 48;

/** A sheet without holes may be this many times as wide as high. */
const WIDEST = 2.5;

/** So many columns that the last row is full where that can be had, 32 as 8 by 4; as near to a square as it goes otherwise. */
const columnsOf = (count: number): number => {
  const square = Math.ceil(Math.sqrt(count));
  for (let columns = square; columns ** 2 <= WIDEST * count; columns++)
    if (count % columns === 0) return columns;
  return square;
};

/** Lays `count` tiles of a side out in rows. */
export function sheetPlan(side: number, count: number): SheetPlan {
  const columns = columnsOf(count);
  const tilePixels = side * zoomOf(side);
  const across = (tiles: number) => tiles * (tilePixels + TILE_GAP) - TILE_GAP;
  return { width: across(columns), height: across(Math.ceil(count / columns)), columns, tilePixels };
}

/** Draws tiles into one sheet. */
export function tileSheet({ side, channels, tiles }: Tiles): TileSheet {
  const plan = sheetPlan(side, tiles.length);
  const { width, height, columns, tilePixels } = plan;
  const zoom = zoomOf(side);
  const data = new Uint8Array(width * height * channels).fill(LINE);
  tiles.forEach((tile, i) => {
    const left = (i % columns) * (tilePixels + TILE_GAP);
    const top = Math.floor(i / columns) * (tilePixels + TILE_GAP);
    for (let y = 0; y < tilePixels; y++) {
      for (let x = 0; x < tilePixels; x++) {
        const from = (Math.floor(y / zoom) * side + Math.floor(x / zoom)) * channels;
        data.set(tile.subarray(from, from + channels), ((top + y) * width + left + x) * channels);
      }
    }
  });
  return { ...plan, channels, data };
}

const zoomOf = (side: number): number => Math.max(1, Math.floor(READABLE_PIXELS / side));
