import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { jpegFrame } from './jpeg-frame.rules.js';

const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#804020' } });
const plain = () => flat(7, 5).jpeg().toBuffer();

/** Where the frame's marker stands. */
const frameOf = (bytes: Buffer): number => bytes.indexOf(Buffer.from([0xff, 0xc0]));

describe('jpegFrame', () => {
  it.each<[string, () => Promise<Buffer>]>([
    ['colour', plain],
    ['progressive', () => flat(640, 480).jpeg({ progressive: true }).toBuffer()],
    ['from another encoder', () => flat(33, 1).jpeg({ mozjpeg: true }).toBuffer()],
    ['grey', () => flat(96, 96).toColourspace('b-w').jpeg().toBuffer()],
    ['ink', () => flat(96, 96).toColourspace('cmyk').jpeg().toBuffer()],
    ['lying on its side', () => flat(40, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer()],
    ['with a profile', () => flat(40, 20).withIccProfile('p3').jpeg().toBuffer()],
  ])('says of a picture %s what libvips says', async (_, make) => {
    const bytes = await make();
    const { width, height, channels, depth } = await sharp(bytes).metadata();
    expect(depth).toBe('uchar');
    expect(jpegFrame(bytes)).toEqual({ width, height, components: channels });
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    [
      'a stray byte between segments',
      (b) => Buffer.concat([b.subarray(0, 2), Buffer.from([7]), b.subarray(2)]),
    ],
    [
      'a fill byte before a marker',
      (b) => Buffer.concat([b.subarray(0, 2), Buffer.from([255]), b.subarray(2)]),
    ],
    ['a lossless frame', (b) => set(b, frameOf(b) + 1, 0xc3)],
    ['twelve bits', (b) => set(b, frameOf(b) + 4, 12)],
    ['two components', (b) => set(b, frameOf(b) + 9, 2)],
    ['a height that is told later', (b) => set(set(b, frameOf(b) + 5, 0), frameOf(b) + 6, 0)],
    ['no frame before the scan', withoutFrame],
    ['a file that ends inside the frame', (b) => b.subarray(0, frameOf(b) + 6)],
    ['a segment that points behind the end', (b) => set(set(b, 4, 255), 5, 255)],
    ['nothing but its first bytes', (b) => b.subarray(0, 3)],
  ])('leaves %s to the decoder', async (_, spoil) => {
    expect(jpegFrame(spoil(await plain()))).toBeNull();
  });
});

function set(bytes: Buffer, at: number, value: number): Buffer {
  const spoilt = Buffer.from(bytes);
  spoilt[at] = value;
  return spoilt;
}

function withoutFrame(bytes: Buffer): Buffer {
  const at = frameOf(bytes);
  const end = at + 2 + bytes.readUInt16BE(at + 2);
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
}
