import { describe, expect, it } from 'vitest';
import { readPnm } from './pnm.rules.js';

const bytes = (text: string, ...rest: number[]) =>
  Buffer.concat([Buffer.from(text, 'latin1'), Buffer.from(rest)]);

describe('readPnm', () => {
  it.each<[name: string, file: Buffer, channels: number, maxval: number, samples: number[]]>([
    ['P5', bytes('P5\n2 1\n255\n', 7, 200), 1, 255, [7, 200]],
    [
      'P5 with comments anywhere in its header',
      bytes('P5 # grey\n#\n2#w\n 1 # h\n255\n', 35, 10),
      1,
      255,
      [35, 10],
    ],
    ['P5 of 16 bit, big endian', bytes('P5 2 1 65535 ', 1, 0, 255, 255), 1, 65_535, [256, 65_535]],
    ['P5 with a small maxval', bytes('P5 2 1 15 ', 0, 15), 1, 15, [0, 15]],
    ['P6', bytes('P6 1 1 255\n', 1, 2, 3), 3, 255, [1, 2, 3]],
    ['P2', bytes('P2\n2 2\n9\n0 9\n# half way\n3 4'), 1, 9, [0, 9, 3, 4]],
    ['P3', bytes('P3 1 1 255 255 0 7\n'), 3, 255, [255, 0, 7]],
    ['bytes after the last sample', bytes('P5 1 1 255 ', 5, 6, 7), 1, 255, [5]],
  ])('reads %s', (_, file, channels, maxval, samples) => {
    const raster = readPnm(file);
    expect([raster.channels, raster.maxval, [...raster.samples]]).toEqual([channels, maxval, samples]);
  });

  it.each<[name: string, file: Buffer, message: RegExp]>([
    ['a cut P5', bytes('P5 10 10 255 ', 1, 2, 3), /truncated at 16 of 113 bytes/],
    ['a cut header', bytes('P5 10'), /ends inside its header/],
    ['a cut P2', bytes('P2 2 2 255 1 2 3'), /truncated/],
    ['a width of zero', bytes('P5 0 1 255 '), /a side is zero/],
    ['a maxval of zero', bytes('P5 1 1 0 ', 0), /maximum value 0/],
    ['a maxval beyond 16 bit', bytes('P5 1 1 65536 ', 0, 0), /outside 1\.\.65535/],
    ['a sample above maxval', bytes('P5 1 1 15 ', 16), /sample 1 is 16/],
    ['words for numbers', bytes('P2 1 1 255 x'), /not a number/],
    ['a bomb of numbers', bytes('P5 999999999 999999999 255 ', 1), /truncated/],
    ['another format', bytes('P4 1 1 '), /not PGM or PPM/],
  ])('refuses %s', (_, file, message) => {
    expect(() => readPnm(file)).toThrow(message);
  });
});
