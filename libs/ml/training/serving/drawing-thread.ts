import { parentPort } from 'node:worker_threads';
import sharp from 'sharp';
import { readWeights, type Weights } from '../../engine/weights-file.js';
import { activations } from '../../inspector/activations.rules.js';
import type { LayerPicture } from '../../inspector/layer-picture.js';
import { activationTiles, filterTiles, silentChannels } from '../../inspector/layer-tiles.rules.js';
import { type Tiles, tileSheet } from '../../inspector/tile-sheet.rules.js';

/** What the thread is asked to draw: filters, or with pixels (uint8 RGB [96, 96, 3]) what they make of a picture. */
export interface DrawingOrder {
  weights: Uint8Array;
  pixels: Uint8Array | null;
}

/** What came of it. */
export type DrawingAnswer = { pictures: LayerPicture[] } | { error: string };

async function draw({ weights, pixels }: DrawingOrder): Promise<LayerPicture[]> {
  const read = await readWeights(weights);
  return pixels ? drawActivations(read, pixels) : drawFilters(read);
}

function drawFilters({ plan, tensors }: Weights): Promise<LayerPicture[]> {
  return Promise.all(
    plan.convs.map(async (conv, i) => {
      const tiles = filterTiles(conv, tensors[2 * i]?.values ?? new Float32Array());
      return { layer: conv.name, silent: null, png: await pngOf(tiles) };
    }),
  );
}

function drawActivations({ plan, tensors }: Weights, pixels: Uint8Array): Promise<LayerPicture[]> {
  const found = activations(
    plan,
    tensors.map(({ values }) => values),
    pixels,
  );
  return Promise.all(
    found.map(async (one) => ({
      layer: one.layer,
      silent: silentChannels(one),
      png: await pngOf(activationTiles(one)),
    })),
  );
}

function pngOf(tiles: Tiles): Promise<Buffer> {
  const { data, width, height, channels } = tileSheet(tiles);
  return sharp(data, { raw: { width, height, channels } }).png().toBuffer();
}

parentPort?.once('message', (order: DrawingOrder) => {
  draw(order)
    .then(
      (pictures): DrawingAnswer => ({ pictures }),
      (error: unknown): DrawingAnswer => ({ error: error instanceof Error ? error.message : String(error) }),
    )
    .then((answer) => parentPort?.postMessage(answer));
});
