import { describe, expect, it } from 'vitest';
import { areaAverage, type Pixels } from './area-average.rules.js';
import { centreCrop, isGrey, toEightBit, toGrey, toRgb } from './colour.rules.js';

const grey = (width: number, height: number, data: number[]): Pixels => ({
  width,
  height,
  channels: 1,
  data: Uint8Array.from(data),
});

describe('areaAverage', () => {
  it.each<[name: string, source: Pixels, width: number, height: number, expected: number[]]>([
    ['means of whole blocks', grey(4, 2, [0, 10, 100, 200, 20, 30, 0, 100]), 2, 1, [15, 100]],
    ['shares of cut pixels', grey(3, 1, [0, 90, 30]), 2, 1, [30, 50]],
    ['half up', grey(2, 1, [0, 1]), 1, 1, [1]],
    ['enlarging repeats whole pixels', grey(2, 1, [10, 20]), 4, 1, [10, 10, 20, 20]],
    ['enlarging blends across a border', grey(2, 1, [0, 90]), 3, 1, [0, 45, 90]],
    ['the same size', grey(2, 2, [1, 2, 3, 4]), 2, 2, [1, 2, 3, 4]],
  ])('%s', (_, source, width, height, expected) => {
    expect([...areaAverage(source, width, height).data]).toEqual(expected);
  });

  it('keeps channels apart', () => {
    const source: Pixels = {
      width: 2,
      height: 1,
      channels: 3,
      data: Uint8Array.from([0, 100, 200, 10, 120, 240]),
    };
    expect([...areaAverage(source, 1, 1).data]).toEqual([5, 110, 220]);
  });

  it('keeps a flat picture flat at any size', () => {
    const source = grey(92, 112, new Array(92 * 112).fill(173));
    expect(new Set(areaAverage(source, 96, 96).data)).toEqual(new Set([173]));
  });
});

describe('colour', () => {
  it('rescales any maxval half up', () => {
    expect([
      ...toEightBit({
        width: 3,
        height: 1,
        channels: 1,
        maxval: 65_535,
        samples: Uint16Array.from([0, 32_768, 65_535]),
      }).data,
    ]).toEqual([0, 128, 255]);
    expect([
      ...toEightBit({ width: 2, height: 1, channels: 1, maxval: 2, samples: Uint8Array.from([1, 2]) }).data,
    ]).toEqual([128, 255]);
  });
  it('expands grey and weighs colour', () => {
    expect([...toRgb(grey(1, 1, [7])).data]).toEqual([7, 7, 7]);
    expect([
      ...toGrey({ width: 1, height: 1, channels: 3, data: Uint8Array.from([255, 0, 0]) }).data,
    ]).toEqual([76]);
    expect(isGrey(toRgb(grey(2, 1, [7, 9])))).toBe(true);
    expect(isGrey({ width: 1, height: 1, channels: 3, data: Uint8Array.from([1, 1, 2]) })).toBe(false);
  });
  it('crops the middle square', () => {
    expect([...centreCrop(grey(4, 1, [1, 2, 3, 4])).data]).toEqual([2]);
    expect(centreCrop(grey(5, 2, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]))).toMatchObject({
      width: 2,
      height: 2,
      data: Uint8Array.from([1, 2, 6, 7]),
    });
  });
});
