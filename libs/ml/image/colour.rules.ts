import type { Pixels } from './area-average.rules.js';
import type { Raster } from './pnm.rules.js';

/** Brings samples of any maxval to 0..255: value x 255 / maxval, rounded half up. */
export function toEightBit({ width, height, channels, maxval, samples }: Raster): Pixels {
  if (maxval === 255 && samples instanceof Uint8Array) return { width, height, channels, data: samples };
  const data = new Uint8Array(samples.length);
  for (let i = 0; i < samples.length; i++) data[i] = Math.floor((samples[i]! * 510 + maxval) / (2 * maxval));
  return { width, height, channels, data };
}

/** Three equal channels from one; colour pictures are given back as they are. */
export function toRgb(source: Pixels): Pixels {
  if (source.channels === 3) return source;
  const data = new Uint8Array(source.data.length * 3);
  for (let i = 0, o = 0; i < source.data.length; i++) {
    data[o++] = source.data[i]!;
    data[o++] = source.data[i]!;
    data[o++] = source.data[i]!;
  }
  return { ...source, channels: 3, data };
}

/** Luma of Rec. 601 (0.299, 0.587, 0.114), rounded half up; equal channels keep their value exactly. */
export function toGrey(source: Pixels): Pixels {
  if (source.channels === 1) return source;
  const { data: rgb } = source;
  const data = new Uint8Array(rgb.length / 3);
  for (let i = 0, o = 0; o < data.length; i += 3) {
    data[o++] = Math.floor((299 * rgb[i]! + 587 * rgb[i + 1]! + 114 * rgb[i + 2]! + 500) / 1000);
  }
  return { ...source, channels: 1, data };
}

/** Whether no pixel holds any colour, also when the file has three channels. */
export function isGrey(source: Pixels): boolean {
  if (source.channels === 1) return true;
  const { data } = source;
  for (let i = 0; i < data.length; i += 3)
    if (data[i] !== data[i + 1] || data[i] !== data[i + 2]) return false;
  return true;
}

/** The largest square in the middle; an odd rest leaves its extra pixel on the right or at the bottom. */
export function centreCrop(source: Pixels): Pixels {
  const side = Math.min(source.width, source.height);
  if (side === source.width && side === source.height) return source;
  const left = Math.floor((source.width - side) / 2);
  const top = Math.floor((source.height - side) / 2);
  const bytes = side * source.channels;
  const data = new Uint8Array(side * bytes);
  for (let y = 0; y < side; y++) {
    const from = ((top + y) * source.width + left) * source.channels;
    data.set(source.data.subarray(from, from + bytes), y * bytes);
  }
  return { width: side, height: side, channels: source.channels, data };
}
