import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePicture } from './decode-picture.js';
import { withoutMetadata } from './metadata.rules.js';

const noise = Buffer.from(Uint8Array.from({ length: 96 * 96 * 3 }, (_, i) => (i * i) % 251));
const picture = () =>
  sharp(noise, { raw: { width: 96, height: 96, channels: 3 } }).withExif({
    IFD0: { Copyright: 'home-address' },
  });
const policy = { sizePolicy: 'RESIZE', expandGrey: true } as const;
const shaOf = async (bytes: Uint8Array) => (await decodePicture(bytes, policy)).pixelSha;

describe('withoutMetadata', () => {
  it.each<[kind: 'JPEG' | 'PNG', name: string, make: () => Promise<Buffer>]>([
    ['JPEG', 'baseline', () => picture().jpeg().toBuffer()],
    ['JPEG', 'progressive', () => picture().jpeg({ progressive: true }).toBuffer()],
    ['JPEG', 'CMYK', () => picture().toColourspace('cmyk').jpeg().toBuffer()],
    ['PNG', 'colour', () => picture().png().toBuffer()],
    ['PNG', 'palette', () => picture().png({ palette: true }).toBuffer()],
  ])('leaves the pixels of a %s (%s) and nothing else', async (kind, _, make) => {
    const bytes = Buffer.concat([await make(), Buffer.from('PK\x03\x04 hidden archive')]);
    expect(bytes.includes('home-address')).toBe(true);
    const bare = Buffer.from(withoutMetadata(kind, bytes) ?? []);
    expect([bare.includes('home-address'), bare.includes('hidden archive')]).toEqual([false, false]);
    expect(await shaOf(bare)).toBe(await shaOf(bytes));
  });

  it('is null for what it does not understand', async () => {
    expect(withoutMetadata('WEBP', await picture().webp().toBuffer())).toBeNull();
    expect(withoutMetadata('JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 1, 2]))).toBeNull();
  });
});
