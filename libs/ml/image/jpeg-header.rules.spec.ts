import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { jpegHeader } from './jpeg-header.rules.js';

const flat = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#804020' } });

describe('jpegHeader', () => {
  it.each<[name: string, make: () => Promise<Buffer>]>([
    ['baseline', () => flat(640, 480).jpeg().toBuffer()],
    ['progressive', () => flat(31, 97).jpeg({ progressive: true }).toBuffer()],
    ['grey', () => flat(96, 96).toColourspace('b-w').jpeg().toBuffer()],
    ['CMYK', () => flat(12, 9).toColourspace('cmyk').jpeg().toBuffer()],
    [
      'with EXIF, a profile and a note of rotation',
      () => flat(9, 5).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    ],
  ])('says of a %s file what the decoder says', async (_, make) => {
    const bytes = await make();
    const { width, height, channels } = await sharp(bytes).metadata();
    expect(jpegHeader(bytes)).toEqual({ width, height, channels });
  });

  it('leaves what is cut, damaged or unusual to the decoder', async () => {
    const bytes = await flat(40, 30).jpeg().toBuffer();
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
    expect(jpegHeader(bytes.subarray(0, frame + 6))).toBeNull();
    const changed = (at: number, value: number) => {
      const copy = Buffer.from(bytes);
      copy[at] = value;
      return copy;
    };
    expect(jpegHeader(changed(frame + 1, 0xc3))).toBeNull(); // lossless
    expect(jpegHeader(changed(frame + 4, 12))).toBeNull(); // 12 bit
    expect(jpegHeader(changed(frame + 9, 2))).toBeNull();
    expect(jpegHeader(Buffer.from([0xff, 0xd8, 0xff]))).toBeNull();
  });
});
