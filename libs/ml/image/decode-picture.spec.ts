import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePicture } from './decode-picture.js';
import type { PicturePolicy } from './picture-policy.js';

const side = 96;
const wave = Buffer.from(
  Uint8Array.from({ length: side * side * 3 }, (_, i) => 128 + Math.round(100 * Math.sin(i / 11))),
);
const colour = () => sharp(wave, { raw: { width: side, height: side, channels: 3 } });
const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#804020' } });
const policy: PicturePolicy = { sizePolicy: 'RESIZE', expandGrey: true };
const codes = async (bytes: Uint8Array, path = '', under = policy) =>
  (await decodePicture(bytes, under, path)).faults.map(({ code, severity }) => `${code} ${severity}`);
const grey = () =>
  sharp(wave.subarray(0, side * side), { raw: { width: side, height: side, channels: 1 } }).toColourspace(
    'b-w',
  );

describe('decodePicture', () => {
  it('gives the same pixels and digest for every lossless form of a picture', async () => {
    const ppm = Buffer.concat([Buffer.from(`P6\n${side} ${side}\n255\n`), wave]);
    const forms = [
      ppm,
      await colour().png().toBuffer(),
      await colour().webp({ lossless: true }).toBuffer(),
      await colour().ensureAlpha(1).png().toBuffer(),
    ];
    const decoded = await Promise.all(forms.map((form) => decodePicture(form, policy)));
    for (const one of decoded)
      expect([Buffer.from(one.pixels ?? []).equals(wave), one.pixelSha]).toEqual([
        true,
        decoded[0]!.pixelSha,
      ]);
  });

  it('gives 96x96x3 for every size and format', async () => {
    for (const bytes of [
      await flat(640, 480).jpeg().toBuffer(),
      await flat(7, 300).png().toBuffer(),
      await flat(96, 96).webp().toBuffer(),
    ]) {
      expect((await decodePicture(bytes, policy)).pixels).toHaveLength(27_648);
      expect((await decodePicture(bytes, { ...policy, sizePolicy: 'CENTER_CROP' })).pixels).toHaveLength(
        27_648,
      );
    }
  });

  it.each<[name: string, bytes: () => Promise<Buffer>, path: string, faults: string[]]>([
    ['a JPEG', () => colour().jpeg().toBuffer(), 'a.jpg', []],
    ['grey', () => grey().png().toBuffer(), 'a.png', ['GREY_EXPANDED WARN']],
    ['RGBA', () => colour().ensureAlpha(0.5).png().toBuffer(), 'a.png', ['CHANNELS_MISMATCH WARN']],
    ['CMYK', () => colour().toColourspace('cmyk').jpeg().toBuffer(), 'a.jpg', ['CHANNELS_MISMATCH WARN']],
    ['a palette', () => colour().png({ palette: true }).toBuffer(), 'a.png', ['CHANNELS_MISMATCH INFO']],
    ['16 bit', () => colour().toColourspace('rgb16').png().toBuffer(), 'a.png', ['BIT_DEPTH WARN']],
    [
      'a PGM of 16 bit',
      async () => Buffer.from('P5 1 1 65535 \xff\xff', 'latin1'),
      'a.pgm',
      ['GREY_EXPANDED WARN', 'BIT_DEPTH WARN'],
    ],
    ['a PNG named .jpg', () => colour().png().toBuffer(), 'a.jpg', ['FORMAT_MISMATCH WARN']],
    ['a GIF named .jpg', () => colour().gif().toBuffer(), 'a.jpg', ['FORMAT_MISMATCH FAIL']],
    ['a TIFF', () => colour().tiff().toBuffer(), 'a.tif', ['FORMAT_MISMATCH FAIL']],
    [
      'HEIC',
      async () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'),
      'a.jpg',
      ['FORMAT_MISMATCH FAIL'],
    ],
    [
      'SVG',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'a.png',
      ['FORMAT_MISMATCH FAIL'],
    ],
    ['a table', async () => Buffer.from('a,b\n'), 'a.csv', ['NOT_AN_IMAGE FAIL']],
    ['an archive', async () => Buffer.from('PK\x03\x04rest'), 'a.jpg', ['NOT_AN_IMAGE FAIL']],
    ['an empty file', async () => Buffer.alloc(0), 'a.jpg', ['DECODE_ERROR FAIL']],
    [
      'a cut JPEG',
      async () => (await colour().jpeg().toBuffer()).subarray(0, 1500),
      'a.jpg',
      ['DECODE_ERROR FAIL'],
    ],
    [
      'a cut PNG',
      async () => (await colour().png().toBuffer()).subarray(0, 500),
      'a.png',
      ['DECODE_ERROR FAIL'],
    ],
    [
      'a cut WebP',
      async () => (await colour().webp().toBuffer()).subarray(0, 500),
      'a.webp',
      ['DECODE_ERROR FAIL'],
    ],
    ['a cut PGM', async () => Buffer.from('P5 96 96 255 abc'), 'a.pgm', ['DECODE_ERROR FAIL']],
    [
      'a bomb of 196 megapixels',
      () => flat(14_000, 14_000).png({ compressionLevel: 9 }).toBuffer(),
      'a.png',
      ['DECODE_ERROR FAIL'],
    ],
    ['a PGM bomb', async () => Buffer.from('P5 60000 60000 255 abc'), 'a.pgm', ['DECODE_ERROR FAIL']],
  ])('judges %s', async (_, bytes, path, faults) => {
    expect(await codes(await bytes(), path)).toEqual(faults);
  });

  it('names the byte at which a file ends', async () => {
    const jpeg = await colour().jpeg().toBuffer();
    const zeroed = Buffer.concat([jpeg.subarray(0, 1500), Buffer.alloc(jpeg.length - 1500)]);
    const message = async (bytes: Buffer) => (await decodePicture(bytes, policy)).faults[0]?.message;
    expect(await message(zeroed)).toMatch(
      new RegExp(`^truncated at 1,[45]\\d\\d of ${jpeg.length.toLocaleString('en-US')} bytes`),
    );
    const png = await colour().png().toBuffer();
    png[200]! ^= 1;
    expect(await message(png)).toMatch(/^damaged: the checksum of IDAT/);
    expect(await message(await flat(14_000, 14_000).png().toBuffer())).toBe(
      'is 14000x14000, 196.0 megapixels; the most is 25',
    );
  });

  it('fails size and grey under the strict policy', async () => {
    const strict: PicturePolicy = { sizePolicy: 'STRICT', expandGrey: false };
    const pgm = Buffer.concat([Buffer.from('P5\n92 112\n255\n'), Buffer.alloc(92 * 112, 99)]);
    const decoded = await decodePicture(pgm, strict, 'a.pgm');
    expect(decoded.faults).toEqual([
      { code: 'SHAPE_MISMATCH', severity: 'FAIL', message: '92x112x1' },
      { code: 'CHANNELS_MISMATCH', severity: 'FAIL', message: 'greyscale' },
    ]);
    expect(decoded.pixels).toBeNull();
    expect(await codes(await colour().png().toBuffer(), 'a.png', strict)).toEqual([]);
    expect(await codes(await colour().ensureAlpha(1).png().toBuffer(), 'a.png', strict)).toEqual([
      'CHANNELS_MISMATCH FAIL',
    ]);
  });

  it('turns pictures upright', async () => {
    const lying = await flat(40, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect((await decodePicture(lying, policy)).source?.pixels).toMatchObject({ width: 20, height: 40 });
  });
});
