/** What the header of a JPEG says of its picture. */
export interface JpegHeader {
  width: number;
  height: number;
  /** 1 grey, 3 colour, 4 ink. */
  channels: 1 | 3 | 4;
}

const SOS = 0xda;
/** Baseline, extended and progressive with Huffman codes: the ones in use. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);

/**
 * Size and channels of a JPEG of 8 bit from its frame header, without a decoder; null for everything unusual, about
 * which the decoder must be asked. Costs microseconds, where opening the file in libvips costs half a millisecond.
 */
export function jpegHeader(bytes: Uint8Array): JpegHeader | null {
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1]!;
    if (bytes[at] !== 0xff || marker === SOS || marker < 0xc0) return null;
    if (FRAMES.has(marker)) return frame(bytes, at);
    at += 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!);
  }
  return null;
}

function frame(bytes: Uint8Array, at: number): JpegHeader | null {
  if (at + 10 > bytes.length || bytes[at + 4] !== 8) return null;
  const height = (bytes[at + 5]! << 8) | bytes[at + 6]!;
  const width = (bytes[at + 7]! << 8) | bytes[at + 8]!;
  const channels = bytes[at + 9];
  if (width === 0 || height === 0 || (channels !== 1 && channels !== 3 && channels !== 4)) return null;
  return { width, height, channels };
}
