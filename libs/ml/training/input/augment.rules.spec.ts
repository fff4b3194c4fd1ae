import { describe, expect, it } from 'vitest';
import { Draws, PURPOSE } from '../random/draws.rules.js';
import {
  type Augmentation,
  augmentPicture,
  augmentRanges,
  DEFAULT_AUGMENT,
  drawAugmentation,
} from './augment.rules.js';

const SIZE = 8;
const NONE: Augmentation = {
  flip: false,
  brightness: 0,
  contrast: 1,
  hue: 0,
  saturation: 1,
  shiftX: 0,
  shiftY: 0,
  zoom: 1,
  rotate: 0,
};
const picture = Uint8Array.from({ length: SIZE * SIZE * 3 }, (_, i) => (i * 37) % 256);
const grey = Uint8Array.from({ length: SIZE * SIZE * 3 }, (_, i) => (Math.floor(i / 3) * 11) % 256);

const apply = (a: Partial<Augmentation>, from = picture): Float32Array => {
  const to = new Float32Array(from.length);
  augmentPicture(from, to, SIZE, { ...NONE, ...a });
  return to;
};
const pixel = (values: Float32Array, x: number, y: number): number[] => [
  ...values.subarray((y * SIZE + x) * 3, (y * SIZE + x) * 3 + 3),
];
const near = (a: number[], b: number[]): void => {
  for (const [i, value] of a.entries()) expect(value).toBeCloseTo(b[i]!, 5);
};

describe('augmentPicture', () => {
  it('changes nothing when nothing was drawn', () => {
    near(
      [...apply({})],
      [...picture].map((v) => v / 255),
    );
  });

  it('mirrors left and right', () => {
    const [plain, flipped] = [apply({}), apply({ flip: true })];
    near(pixel(flipped, 0, 3), pixel(plain, SIZE - 1, 3));
  });

  it('shifts by whole pixels and repeats the edge', () => {
    const [plain, shifted] = [apply({}), apply({ shiftX: 2, shiftY: -1 })];
    near(pixel(shifted, 5, 3), pixel(plain, 3, 4));
    near(pixel(shifted, 0, 3), pixel(plain, 0, 4));
  });

  it('turns by a right angle', () => {
    const [plain, turned] = [apply({}), apply({ rotate: Math.PI / 2 })];
    near(pixel(turned, 1, 2), pixel(plain, 2, SIZE - 2));
  });

  it('zooms around the centre', () => {
    near([...apply({ zoom: 1e6 }).subarray(0, 3)], [...apply({ zoom: 1e6 }).subarray(60, 63)]);
  });

  it.each([
    ['brightness', { brightness: 0.9 }],
    ['contrast', { contrast: 5 }],
    ['saturation and hue', { saturation: 9, hue: 2 }],
  ])('stays within 0..1 for %s', (_name, a) => {
    const values = apply(a);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThanOrEqual(1);
    expect([...values]).not.toEqual([...apply({})]);
  });

  it('keeps the mean of a picture under contrast', () => {
    const soft = Uint8Array.from({ length: picture.length }, (_, i) => 100 + (i % 40));
    const mean = (values: Float32Array): number => values.reduce((sum, v) => sum + v, 0) / values.length;
    expect(mean(apply({ contrast: 0.3 }, soft))).toBeCloseTo(mean(apply({}, soft)), 5);
  });

  it('leaves grey grey under hue and saturation', () => {
    near([...apply({ hue: 0.4, saturation: 1.7 }, grey)], [...apply({}, grey)]);
  });
});

describe('drawAugmentation', () => {
  const draws = new Draws(4, PURPOSE.augment);

  it('is the same for the same place and another one elsewhere', () => {
    const at = (step: number, row: number): Augmentation =>
      drawAugmentation(draws, step, row, DEFAULT_AUGMENT);
    expect(at(3, 5)).toEqual(at(3, 5));
    expect(at(3, 5)).not.toEqual(at(3, 6));
    expect(at(3, 5)).not.toEqual(at(4, 5));
  });

  it('stays in its ranges', () => {
    for (let row = 0; row < 500; row++) {
      const a = drawAugmentation(draws, 1, row, DEFAULT_AUGMENT);
      expect(Math.abs(a.shiftX)).toBeLessThanOrEqual(DEFAULT_AUGMENT.shift);
      expect(a.contrast).toBeGreaterThanOrEqual(DEFAULT_AUGMENT.contrast[0]);
      expect(a.contrast).toBeLessThanOrEqual(DEFAULT_AUGMENT.contrast[1]);
    }
  });
});

describe('augmentRanges', () => {
  it('takes single ranges over the defaults', () => {
    expect(augmentRanges({ flip: false })).toEqual({ ...DEFAULT_AUGMENT, flip: false });
    expect(augmentRanges(true)).toEqual(DEFAULT_AUGMENT);
    expect(augmentRanges(false)).toBeNull();
  });
});
