import { grouped } from '#platform';
/** A picture as it lies in its file, before any policy: samples interleaved row by row. */
export interface Raster {
  width: number;
  height: number;
  channels: 1 | 3;
  /** The value that stands for white: 255 for most files, up to 65535. */
  maxval: number;
  /** width x height x channels samples, each 0..maxval. */
  samples: Uint8Array | Uint16Array;
}

/** Why a PGM or PPM cannot be read; the message needs no file name in it. */
export class PnmFault extends Error {}

const WHITESPACE = new Set([0x20, 0x09, 0x0a, 0x0b, 0x0c, 0x0d]);
const HASH = 0x23;
const NEWLINES = new Set([0x0a, 0x0d]);

interface Header {
  kind: 'P2' | 'P3' | 'P5' | 'P6';
  width: number;
  height: number;
  maxval: number;
  /** Where the samples start. */
  offset: number;
}

/** Reads the header alone: sizes are known before anything is allocated. Comments may stand between any two values. */
export function pnmHeader(bytes: Uint8Array): Header {
  const kind = String.fromCharCode(bytes[0] ?? 0, bytes[1] ?? 0);
  if (kind !== 'P2' && kind !== 'P3' && kind !== 'P5' && kind !== 'P6')
    throw new PnmFault(`"${kind}" is not PGM or PPM`);
  let at = 2;
  const number = (what: string): number => {
    at = skipBlanks(bytes, at);
    const start = at;
    while (at < bytes.length && isDigit(bytes[at]!)) at++;
    if (at === start)
      throw new PnmFault(
        at >= bytes.length ? `ends inside its header, before ${what}` : `${what} is not a number`,
      );
    if (at - start > 9) throw new PnmFault(`${what} is too large`);
    return Number(ascii(bytes, start, at));
  };
  const width = number('the width');
  const height = number('the height');
  const maxval = number('the maximum value');
  if (width < 1 || height < 1) throw new PnmFault(`is ${width}x${height}: a side is zero`);
  if (maxval < 1 || maxval > 65_535) throw new PnmFault(`has the maximum value ${maxval}, outside 1..65535`);
  // Exactly one blank separates a binary header from its samples: the next byte may already be a sample.
  return { kind, width, height, maxval, offset: at + 1 };
}

/** Reads P2, P3, P5 and P6 of 8 or 16 bit. Truncated files say how many bytes are missing. */
export function readPnm(bytes: Uint8Array): Raster {
  const header = pnmHeader(bytes);
  const channels = header.kind === 'P3' || header.kind === 'P6' ? 3 : 1;
  const count = header.width * header.height * channels;
  const samples =
    header.kind === 'P5' || header.kind === 'P6' ? binary(bytes, header, count) : plain(bytes, header, count);
  return { width: header.width, height: header.height, channels, maxval: header.maxval, samples };
}

function binary(bytes: Uint8Array, { maxval, offset }: Header, count: number): Uint8Array | Uint16Array {
  const width = maxval > 255 ? 2 : 1;
  const needed = offset + count * width;
  if (bytes.length < needed)
    throw new PnmFault(`truncated at ${grouped(bytes.length)} of ${grouped(needed)} bytes`);
  const samples = width === 1 ? bytes.slice(offset, needed) : bigEndian(bytes, offset, count);
  const full = maxval === 255 || maxval === 65_535;
  for (let i = 0; i < count && !full; i++) {
    if (samples[i]! > maxval)
      throw new PnmFault(`sample ${i + 1} is ${samples[i]}, above its maximum value ${maxval}`);
  }
  return samples;
}

function bigEndian(bytes: Uint8Array, offset: number, count: number): Uint16Array {
  const samples = new Uint16Array(count);
  for (let i = 0; i < count; i++) samples[i] = (bytes[offset + 2 * i]! << 8) | bytes[offset + 2 * i + 1]!;
  return samples;
}

function plain(bytes: Uint8Array, { maxval, offset }: Header, count: number): Uint16Array {
  // Every sample takes a digit and a blank (the last needs no blank): checked before memory is taken.
  if (bytes.length - offset + 1 < count * 2)
    throw new PnmFault(`truncated: too short for ${grouped(count)} values`);
  const samples = new Uint16Array(count);
  let at = offset;
  for (let i = 0; i < count; i++) {
    at = skipBlanks(bytes, at);
    const start = at;
    let value = 0;
    while (at < bytes.length && isDigit(bytes[at]!) && at - start < 6)
      value = value * 10 + (bytes[at++]! - 48);
    if (at === start) {
      throw new PnmFault(
        at >= bytes.length
          ? `truncated at value ${grouped(i)} of ${grouped(count)}`
          : `value ${grouped(i + 1)} is not a number`,
      );
    }
    if (value > maxval) throw new PnmFault(`sample ${i + 1} is ${value}, above its maximum value ${maxval}`);
    samples[i] = value;
  }
  return samples;
}

function skipBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length) {
    if (WHITESPACE.has(bytes[at]!)) at++;
    else if (bytes[at] === HASH) while (at < bytes.length && !NEWLINES.has(bytes[at]!)) at++;
    else break;
  }
  return at;
}

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;
const ascii = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode(...bytes.subarray(start, end));
