import { describe, expect, it } from 'vitest';
import { networkPlan } from '../engine/network.rules.js';
import { layerSheets } from './layer-sheet.rules.js';
import { activationTiles, filterTiles, silentChannels } from './layer-tiles.rules.js';
import { sheetPlan, tileSheet } from './tile-sheet.rules.js';

const conv = (kernel: number, inChannels: number, outChannels: number) => ({
  name: 'conv',
  kernel,
  size: 4,
  inChannels,
  outChannels,
});

describe('filterTiles', () => {
  it('shows three inputs as red, green and blue, stretched by the largest weight of the filter', () => {
    // [1, 1, 3, 2]: filter 0 has red 1, green -0.5, blue 0; filter 1 is zero.
    const { channels, tiles } = filterTiles(conv(1, 3, 2), Float32Array.of(1, 0, -0.5, 0, 0, 0));
    expect(channels).toBe(3);
    expect(tiles.map((tile) => [...tile])).toEqual([
      [255, 65, 128],
      [128, 128, 128],
    ]);
  });

  it('averages more inputs into grey', () => {
    // [1, 2, ...] is no kernel of ours; [2, 2, 2, 1] with means 1, -1, 0.5, 0
    const { channels, tiles } = filterTiles(conv(2, 2, 1), Float32Array.of(1, 1, -1, -1, 0, 1, 2, -2));
    expect(channels).toBe(1);
    expect(tiles.map((tile) => [...tile])).toEqual([[255, 1, 192, 128]]);
  });
});

describe('activationTiles', () => {
  const activation = {
    layer: 'conv1',
    size: 2,
    channels: 2,
    values: Float32Array.of(0, 0, 1, 0, 2, 0, 4, 0),
  };

  it('stretches each channel from zero to its largest value', () => {
    expect(activationTiles(activation).tiles.map((tile) => [...tile])).toEqual([
      [0, 64, 128, 255],
      [0, 0, 0, 0],
    ]);
  });

  it('counts the channels that stay silent', () => expect(silentChannels(activation)).toBe(1));
});

describe('tileSheet', () => {
  it.each([
    [3, 16, { columns: 4, tilePixels: 48, width: 198, height: 198 }],
    [5, 128, { columns: 16, tilePixels: 45, width: 750, height: 374 }],
    [3, 32, { columns: 8, tilePixels: 48, width: 398, height: 198 }],
    [3, 37, { columns: 7, tilePixels: 48, width: 348, height: 298 }],
    [96, 16, { columns: 4, tilePixels: 96, width: 390, height: 390 }],
    [1, 1, { columns: 1, tilePixels: 48, width: 48, height: 48 }],
  ])('plans tiles of %i: %i of them', (side, count, plan) => expect(sheetPlan(side, count)).toEqual(plan));

  it('draws each value as a square and leaves white lines', () => {
    const tiles = [10, 20, 30].map((value) => Uint8Array.of(value));
    const { width, height, data } = tileSheet({ side: 1, channels: 1, tiles });
    const at = (x: number, y: number) => data[y * width + x];
    expect([width, height]).toEqual([98, 98]);
    expect([at(0, 0), at(47, 47), at(48, 0), at(50, 0), at(0, 50), at(97, 97)]).toEqual([
      10, 10, 255, 20, 30, 255,
    ]);
  });

  it('is what layerSheets says before the weights are known', () => {
    const [first] = layerSheets('SEED_5X5', 'filters');
    expect(first).toMatchObject({ layer: 'conv1', shape: [3, 3, 3, 16], tiles: 16, width: 198 });
    const last = layerSheets('SEED_5X5', 'activations').at(-1);
    expect(last).toMatchObject({ layer: 'conv4', shape: [12, 12, 128], tiles: 128, tilePixels: 48 });
    expect(networkPlan('SEED_5X5', 1).convs).toHaveLength(4);
  });
});
