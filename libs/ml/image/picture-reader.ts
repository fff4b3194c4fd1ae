import sharp, { type Metadata } from 'sharp';
import { grouped } from '#platform';
import type { Pixels } from './area-average.rules.js';
import { toEightBit } from './colour.rules.js';
import { structuralFault } from './integrity.rules.js';
import { jpegFrame } from './jpeg-frame.rules.js';
import { claimedKind, type FileKind, fileKind, isPicture, mediaType, READABLE } from './magic-bytes.rules.js';
import { MOST_PIXELS, type PictureFault } from './picture-policy.js';
import { PnmFault, pnmHeader, readPnm } from './pnm.rules.js';

// libvips keeps decoded tiles and open files by default; each picture is read once here.
sharp.cache(false);

/** A picture decoded as it is: 8 bit, 1 or 3 channels, upright. */
export interface ReadPicture {
  kind: FileKind;
  pixels: Pixels;
  /** Channels and bits of the file, before alpha was dropped and values were brought to 8 bit. */
  channels: number;
  bits: number;
  /** What the file holds beside RGB or grey: repaired on reading. */
  layout: 'PLAIN' | 'ALPHA' | 'CMYK' | 'PALETTE';
}

/** Reads JPEG, PNG, WebP, PGM and PPM by content, never by name. A fault says why there is no picture. */
export async function readPicture(
  bytes: Uint8Array,
  path = '',
): Promise<{ picture: ReadPicture | null; fault: PictureFault | null }> {
  const kind = fileKind(bytes);
  const fault = refusal(kind, path) ?? damage(kind, bytes);
  if (fault) return { picture: null, fault };
  try {
    return {
      picture: await (kind === 'PGM' || kind === 'PPM' ? fromPnm(kind, bytes) : fromSharp(kind, bytes)),
      fault: null,
    };
  } catch (error) {
    return {
      picture: null,
      fault: { code: 'DECODE_ERROR', severity: 'FAIL', message: reason(error, bytes.length) },
    };
  }
}

function refusal(kind: FileKind, path: string): PictureFault | null {
  if (READABLE.includes(kind) || kind === 'EMPTY') return null;
  if (!isPicture(kind)) {
    return { code: 'NOT_AN_IMAGE', severity: 'FAIL', message: `is ${mediaType(kind, path)}, not an image` };
  }
  const claimed = claimedKind(path);
  const named = claimed !== null && claimed !== kind ? `, named like ${claimed}` : '';
  return {
    code: 'FORMAT_MISMATCH',
    severity: 'FAIL',
    message: `is ${kind}${named}; JPEG, PNG, WebP, PGM and PPM are read`,
  };
}

function damage(kind: FileKind, bytes: Uint8Array): PictureFault | null {
  const message = structuralFault(kind, bytes);
  return message === null ? null : { code: 'DECODE_ERROR', severity: 'FAIL', message };
}

class TooManyPixels extends Error {
  constructor(width: number, height: number) {
    super(
      `is ${width}x${height}, ${((width * height) / 1e6).toFixed(1)} megapixels; the most is ${MOST_PIXELS / 1e6}`,
    );
  }
}

function fromPnm(kind: FileKind, bytes: Uint8Array): ReadPicture {
  const header = pnmHeader(bytes);
  if (header.width * header.height > MOST_PIXELS) throw new TooManyPixels(header.width, header.height);
  const raster = readPnm(bytes);
  return {
    kind,
    pixels: toEightBit(raster),
    channels: raster.channels,
    bits: raster.maxval > 255 ? 16 : 8,
    layout: 'PLAIN',
  };
}

// Stray bytes between markers, or an odd colour profile, harm no pixel; every other complaint of a decoder counts.
const HARMLESS = /extraneous bytes|iCCP|cHRM|gAMA|sRGB profile/i;

function fromSharp(kind: FileKind, bytes: Uint8Array): Promise<ReadPicture> {
  return decodeSharp(kind, bytes, 'warning').catch((error: unknown) => {
    if (!(error instanceof Error) || !HARMLESS.test(error.message)) throw error;
    return decodeSharp(kind, bytes, 'error');
  });
}

/** What must be known of a file before its pixels are asked for. */
interface Header {
  width: number;
  height: number;
  channels: number;
  grey: boolean;
  deep: boolean;
  layout: ReadPicture['layout'];
}

async function decodeSharp(
  kind: FileKind,
  bytes: Uint8Array,
  failOn: 'warning' | 'error',
): Promise<ReadPicture> {
  // The own check comes first, so that the message names the size; sharp's limit is the second lock.
  const open = (limit: number | false) =>
    sharp(bytes, { limitInputPixels: limit, failOn, ignoreIcc: true, pages: 1 });
  // Asking libvips costs a third of decoding a small picture.
  const own = kind === 'JPEG' ? jpegHeader(bytes) : null;
  const { width, height, channels, grey, deep, layout } = own ?? headerOf(await open(false).metadata());
  if (width * height > MOST_PIXELS) throw new TooManyPixels(width, height);
  const space = `${grey ? (deep ? 'grey16' : 'b-w') : deep ? 'rgb16' : 'srgb'}`;
  const { data, info } = await open(MOST_PIXELS)
    .autoOrient()
    .removeAlpha()
    .toColourspace(space)
    .raw({ depth: deep ? 'ushort' : 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const pixels = toEightBit({
    width: info.width,
    height: info.height,
    channels: grey ? 1 : 3,
    maxval: deep ? 65_535 : 255,
    samples: firstChannels(data, info.channels, grey ? 1 : 3, deep),
  });
  return { kind, pixels, channels, bits: deep ? 16 : 8, layout };
}

function headerOf({ width, height, channels, space, depth, hasAlpha, isPalette }: Metadata): Header {
  const layout = space === 'cmyk' ? 'CMYK' : hasAlpha ? 'ALPHA' : isPalette ? 'PALETTE' : 'PLAIN';
  const grey = space === 'b-w' || space === 'grey16';
  return { width, height, channels, grey, deep: depth === 'ushort', layout };
}

/** The same without libvips; null where only libvips can say. */
function jpegHeader(bytes: Uint8Array): Header | null {
  const frame = jpegFrame(bytes);
  if (!frame) return null;
  const { width, height, components } = frame;
  const layout = components === 4 ? 'CMYK' : 'PLAIN';
  return { width, height, channels: components, grey: components === 1, deep: false, layout };
}

function firstChannels(data: Buffer, given: number, wanted: number, deep: boolean): Uint8Array | Uint16Array {
  const samples = deep
    ? new Uint16Array(data.buffer, data.byteOffset, data.length / 2)
    : new Uint8Array(data.buffer, data.byteOffset, data.length);
  return given === wanted ? samples : samples.filter((_, i) => i % given < wanted);
}

// libvips repeats itself over several lines; the first says it, without any path of this machine.
function reason(error: unknown, size: number): string {
  if (error instanceof PnmFault || error instanceof TooManyPixels) return error.message;
  const line = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  // A cut file may still hold the end marker of its preview picture: only the decoder notices.
  if (/premature end/i.test(line)) return `truncated at ${grouped(size)} bytes: the picture ends too early`;
  return `cannot be decoded: ${line.slice(0, 160).replace(/[\s:]+$/, '')}`;
}
