import { crc32 } from 'node:zlib';
import { grouped } from '#platform';
import type { FileKind } from './magic-bytes.rules.js';

/**
 * Says how a picture file is cut or damaged, from its structure alone and before anything is decoded; null when the
 * structure is whole. PGM and PPM are judged by their own reader.
 */
export function structuralFault(kind: FileKind, bytes: Uint8Array): string | null {
  if (kind === 'EMPTY') return 'is empty (0 bytes)';
  if (kind === 'JPEG') return zeroTail(bytes) ?? jpegEnd(bytes);
  if (kind === 'PNG') return pngChunks(bytes) ?? null;
  if (kind === 'WEBP') return webpSize(bytes);
  return null;
}

// A download that stopped in a preallocated file: its size is right, its rest is zero.
function zeroTail(bytes: Uint8Array): string | null {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  if (bytes.length - end < 16 || hasMarkerAt(bytes, end)) return null;
  return `truncated at ${grouped(end)} of ${grouped(bytes.length)} bytes: the rest is zero`;
}

const hasMarkerAt = (bytes: Uint8Array, end: number): boolean =>
  bytes[end - 2] === 0xff && bytes[end - 1] === 0xd9;

function jpegEnd(bytes: Uint8Array): string | null {
  // Cameras append data after the end marker: it may stand anywhere in the file, not inside the scan (there FF is stuffed).
  for (let i = bytes.length - 2; i > 1; i--) if (bytes[i] === 0xff && bytes[i + 1] === 0xd9) return null;
  return `truncated at ${grouped(bytes.length)} bytes: the end marker (EOI) is missing`;
}

function pngChunks(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const end = at + 12 + length;
    if (end > bytes.length)
      return `truncated at ${grouped(bytes.length)} of at least ${grouped(end)} bytes, inside ${type}`;
    if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== view.getUint32(end - 4)) {
      return `damaged: the checksum of ${type} at byte ${grouped(at)} does not fit`;
    }
    if (type === 'IEND') return null;
    at = end;
  }
  return `truncated at ${grouped(bytes.length)} bytes: the end chunk (IEND) is missing`;
}

function webpSize(bytes: Uint8Array): string | null {
  const needed = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true) + 8;
  return needed > bytes.length
    ? `truncated at ${grouped(bytes.length)} of ${grouped(needed)} bytes`
    : zeroTailOf(bytes, needed);
}

function zeroTailOf(bytes: Uint8Array, end: number): string | null {
  let last = Math.min(end, bytes.length);
  while (last > 0 && bytes[last - 1] === 0) last--;
  const zeroes = Math.min(end, bytes.length) - last;
  return zeroes < 64
    ? null
    : `truncated at ${grouped(last)} of ${grouped(bytes.length)} bytes: the rest is zero`;
}
