import type { FileKind } from './magic-bytes.rules.js';

const KEPT_CHUNKS = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
/** JFIF, and Adobe's note on the colours; everything else of APP0 to APP15 and comments is about the picture, not of it. */
const KEPT_APPS = new Set([0xe0, 0xee]);

/**
 * A JPEG or PNG without anything that is not the picture: no EXIF, no place, no comment, no preview, nothing behind its
 * end. The pixels stay as they are, except that a rotation noted in EXIF is lost: compare before and after. Null for
 * other formats and for structures that this does not understand.
 */
export function withoutMetadata(kind: FileKind, bytes: Uint8Array): Uint8Array | null {
  if (kind === 'PNG') return join(pngParts(bytes));
  return kind === 'JPEG' ? join(jpegParts(bytes)) : null;
}

function pngParts(bytes: Uint8Array): Uint8Array[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (KEPT_CHUNKS.has(type)) parts.push(bytes.subarray(at, end));
    if (type === 'IEND') return parts;
    at = end;
  }
  return null;
}

function jpegParts(bytes: Uint8Array): Uint8Array[] | null {
  const parts = [bytes.subarray(0, 2)];
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1]!;
    if (bytes[at] !== 0xff || marker === SOI) return null;
    const end = at + 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!);
    const dropped = (marker >= 0xe0 && marker <= 0xef && !KEPT_APPS.has(marker)) || marker === 0xfe;
    if (!dropped) parts.push(bytes.subarray(at, end));
    at = end;
    if (marker !== SOS) continue;
    const next = afterScan(bytes, end);
    parts.push(bytes.subarray(end, next));
    if (bytes[next + 1] === EOI) return [...parts, bytes.subarray(next, next + 2)];
    at = next;
  }
  return null;
}

// Inside a scan FF is followed by 0 (a plain FF) or by a restart marker; anything else ends it.
function afterScan(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1]!;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at++;
  }
  return bytes.length;
}

const join = (parts: Uint8Array[] | null): Uint8Array | null =>
  parts === null ? null : Buffer.concat(parts);
