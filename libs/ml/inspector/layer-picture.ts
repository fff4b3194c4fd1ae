/** A layer of a trained version drawn as tiles in one PNG. */
export interface LayerPicture {
  /** conv1 for the first. */
  layer: string;
  /** Activations that are zero everywhere; null for filters. */
  silent: number | null;
  png: Uint8Array;
}

/** What a version is asked to show of itself. */
export const LAYER_SHOWS = ['filters', 'activations'] as const;
export type LayerShow = (typeof LAYER_SHOWS)[number];
