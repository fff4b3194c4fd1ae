import type { AugmentRanges } from '../../engine/contract.js';
import { type Draws, unit } from '../random/draws.rules.js';

/**
 * What `augment: true` means. Flip, contrast, hue and saturation follow the article this product grew out of; its
 * brightness of 0.5 was meant for 0..255 and did next to nothing. Shift, zoom and rotation are ours.
 */
export const DEFAULT_AUGMENT: AugmentRanges = {
  flip: true,
  brightness: 0.1,
  contrast: [0.7, 1.4],
  hue: 0.02,
  saturation: [0.7, 1.4],
  shift: 4,
  zoom: [0.92, 1.08],
  rotate: 6,
};

/** The ranges that a specification asks for, or null for none. */
export function augmentRanges(augment: boolean | Partial<AugmentRanges>): AugmentRanges | null {
  if (augment === false) return null;
  return augment === true ? DEFAULT_AUGMENT : { ...DEFAULT_AUGMENT, ...augment };
}

/** What was drawn for one picture. Angles in radians, shifts in pixels. */
export interface Augmentation {
  flip: boolean;
  brightness: number;
  contrast: number;
  hue: number;
  saturation: number;
  shiftX: number;
  shiftY: number;
  zoom: number;
  rotate: number;
}

/** Draws for the picture that step `step` reads in row `row`; a pure function of seed, step and row. */
export function drawAugmentation(
  draws: Draws,
  step: number,
  row: number,
  ranges: AugmentRanges,
): Augmentation {
  const u: number[] = [];
  for (let block = 0; block < 3; block++)
    for (const word of draws.block(step, row, block)) u.push(unit(word));
  const around = (i: number, most: number): number => (2 * u[i]! - 1) * most;
  const within = (i: number, [low, high]: [number, number]): number => low + u[i]! * (high - low);
  return {
    flip: ranges.flip && u[0]! < 0.5,
    brightness: around(1, ranges.brightness),
    contrast: within(2, ranges.contrast),
    hue: around(3, ranges.hue) * 2 * Math.PI,
    saturation: within(4, ranges.saturation),
    shiftX: around(5, ranges.shift),
    shiftY: around(6, ranges.shift),
    zoom: within(7, ranges.zoom),
    rotate: (around(8, ranges.rotate) * Math.PI) / 180,
  };
}

/** uint8 RGB picture to float32 0..1 without any change. */
export function plainPicture(from: Uint8Array, to: Float32Array): void {
  for (let i = 0; i < from.length; i++) to[i] = from[i]! / 255;
}

/**
 * Applies an augmentation to one picture of size x size: geometry (bilinear, edges repeat), then contrast around the
 * channel means, brightness, saturation and hue as one affine map of the colours, then a clamp to 0..1, so that training
 * never sees a value that serving cannot produce.
 */
export function augmentPicture(from: Uint8Array, to: Float32Array, size: number, a: Augmentation): void {
  const colour = colourMap(from, a);
  const centre = (size - 1) / 2;
  const cos = Math.cos(a.rotate) / a.zoom;
  const sin = Math.sin(a.rotate) / a.zoom;
  const last = size - 1;
  const mirror = a.flip ? -1 : 1;
  const line = size * 3;
  let out = 0;
  for (let y = 0; y < size; y++) {
    const v = y - centre - a.shiftY;
    for (let x = 0; x < size; x++) {
      const u = (x - centre - a.shiftX) * mirror;
      const sx = Math.min(last, Math.max(0, centre + cos * u + sin * v));
      const sy = Math.min(last, Math.max(0, centre - sin * u + cos * v));
      const x0 = sx | 0;
      const y0 = sy | 0;
      const fx = sx - x0;
      const fy = sy - y0;
      const p = y0 * line + x0 * 3;
      const right = x0 < last ? 3 : 0;
      const below = y0 < last ? line : 0;
      const w00 = (1 - fx) * (1 - fy);
      const w01 = fx * (1 - fy);
      const w10 = (1 - fx) * fy;
      const w11 = fx * fy;
      const q = p + below;
      const r = from[p]! * w00 + from[p + right]! * w01 + from[q]! * w10 + from[q + right]! * w11;
      const g =
        from[p + 1]! * w00 + from[p + 1 + right]! * w01 + from[q + 1]! * w10 + from[q + 1 + right]! * w11;
      const b =
        from[p + 2]! * w00 + from[p + 2 + right]! * w01 + from[q + 2]! * w10 + from[q + 2 + right]! * w11;
      to[out] = clamp(colour[0]! * r + colour[1]! * g + colour[2]! * b + colour[3]!);
      to[out + 1] = clamp(colour[4]! * r + colour[5]! * g + colour[6]! * b + colour[7]!);
      to[out + 2] = clamp(colour[8]! * r + colour[9]! * g + colour[10]! * b + colour[11]!);
      out += 3;
    }
  }
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** Rows [r, g, b, offset] of the map from 0..255 to the new 0..1 colours. Grey stays grey: each row's factors have one sum. */
function colourMap(from: Uint8Array, a: Augmentation): Float64Array {
  const mean = [0, 0, 0];
  for (let i = 0; i < from.length; i += 3) {
    mean[0]! += from[i]!;
    mean[1]! += from[i + 1]!;
    mean[2]! += from[i + 2]!;
  }
  const turn = hueAndSaturation(a.hue, a.saturation);
  const map = new Float64Array(12);
  for (let row = 0; row < 3; row++) {
    let offset = 0;
    for (let k = 0; k < 3; k++) {
      const factor = turn[row * 3 + k]!;
      map[row * 4 + k] = (factor * a.contrast) / 255;
      offset += factor * (((1 - a.contrast) * mean[k]!) / ((from.length / 3) * 255) + a.brightness);
    }
    map[row * 4 + 3] = offset;
  }
  return map;
}

/** Turns the chroma plane (YIQ) by the hue and stretches it by the saturation, as one matrix on RGB. */
function hueAndSaturation(hue: number, saturation: number): number[] {
  const c = Math.cos(hue) * saturation;
  const s = Math.sin(hue) * saturation;
  const [lr, lg, lb] = [0.299, 0.587, 0.114];
  return [
    lr + c * (1 - lr) + s * 0.168,
    lg - c * lg + s * 0.33,
    lb - c * lb - s * 0.498,
    lr - c * lr - s * 0.328,
    lg + c * (1 - lg) + s * 0.035,
    lb - c * lb + s * 0.293,
    lr - c * lr + s * 1.25,
    lg - c * lg - s * 1.05,
    lb + c * (1 - lb) - s * 0.2,
  ];
}
