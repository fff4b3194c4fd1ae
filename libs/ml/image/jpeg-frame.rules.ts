/** What a JPEG's frame header says: size before any turning, and components (1 grey, 3 colour, 4 ink). */
export interface JpegFrame {
  width: number;
  height: number;
  components: number;
}

/** Baseline, extended and progressive with Huffman codes: the ones in use. */
const FRAMES: readonly number[] = [0xc0, 0xc1, 0xc2];
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/**
 * The frame of an ordinary JPEG: segment after segment from the first byte to a frame of 8 bit. Null for everything
 * that needs a decoder's judgement (stray bytes between segments, lossless or arithmetic frames, other depths or
 * components, no frame before the scan).
 */
export function jpegFrame(bytes: Uint8Array): JpegFrame | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 10 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker < 0xc0 || marker === START_OF_SCAN || marker === END_OF_IMAGE) return null;
    if (FRAMES.includes(marker)) return frameAt(view, at + 4);
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function frameAt(view: DataView, at: number): JpegFrame | null {
  const [depth, height, width] = [view.getUint8(at), view.getUint16(at + 1), view.getUint16(at + 3)];
  const components = view.getUint8(at + 5);
  const ordinary = depth === 8 && width > 0 && height > 0 && [1, 3, 4].includes(components);
  return ordinary ? { width, height, components } : null;
}
