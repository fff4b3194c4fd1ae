import type { Picture } from './thumb.js';

/** A finding of the checks, with the pictures that it is about. */
export interface FindingView {
  code: string;
  severity: string;
  split: Picture['split'];
  count: number;
  firstRow: number | null;
  message: string;
  remedy: string | null;
  rows: number[];
  pairs: { a: Picture; b: Picture; distance: number }[];
  pictures: Picture[];
  acceptable?: boolean;
  accepted?: boolean;
}
