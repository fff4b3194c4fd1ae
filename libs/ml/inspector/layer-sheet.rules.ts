import type { Architecture } from '../engine/contract.js';
import { networkPlan } from '../engine/network.rules.js';
import type { LayerShow } from './layer-picture.js';
import { sheetPlan } from './tile-sheet.rules.js';

/** What one sheet of a layer shows. */
export interface LayerSheet {
  /** conv1 for the first. */
  layer: string;
  /** A kernel [height, width, in, out], or an activation [height, width, channels]. */
  shape: number[];
  /** Tiles, one for each filter. */
  tiles: number;
  /** Tiles beside each other. */
  columns: number;
  /** Width and height of one tile in pixels. */
  tilePixels: number;
  /** Of the whole sheet. */
  width: number;
  height: number;
}

/** The sheets of a network's convolutions, known without its weights. */
export function layerSheets(architecture: Architecture, show: LayerShow): LayerSheet[] {
  return networkPlan(architecture, 1).convs.map(({ name, kernel, size, inChannels, outChannels }) => {
    const isFilters = show === 'filters';
    return {
      layer: name,
      shape: isFilters ? [kernel, kernel, inChannels, outChannels] : [size, size, outChannels],
      tiles: outChannels,
      ...sheetPlan(isFilters ? kernel : size, outChannels),
    };
  });
}
