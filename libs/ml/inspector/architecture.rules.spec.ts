import { describe, expect, it } from 'vitest';
import { inspectArchitecture } from './architecture.rules.js';
import { SEED_INPUT, seedLayers } from './seed-architecture.rules.js';

describe('inspectArchitecture', () => {
  it.each([
    ['SEED_3X3', 2_589_861, 38_323_456],
    ['SEED_5X5', 2_720_933, 57_197_824],
  ] as const)('counts %s with five classes', (architecture, parameters, macs) =>
    expect(inspectArchitecture(SEED_INPUT, seedLayers(architecture, 5))).toMatchObject({
      parameters,
      macs,
      misfit: null,
    }),
  );

  it('explains [2,2,3,30] and names the next layer that does not fit', () => {
    const report = inspectArchitecture(
      [96, 96, 3],
      [
        { name: 'first', kind: 'conv', filter: [2, 2, 3, 30], pool: 2 },
        { name: 'second', kind: 'conv', filter: [3, 3, 16, 32], pool: 2 },
      ],
    );
    expect(report).toMatchObject({
      parameters: 390,
      layers: [{ outputShape: [48, 48, 30], parameters: 390 }],
    });
    expect(report.layers[0]?.meaning).toContain(
      '30 filters of 2x2 over 3 channels; 96x96x3 becomes 96x96x30',
    );
    expect(report.misfit).toBe(
      'second: filter [3,3,16,32] takes 16 channels, but 30 arrive (48x48x30); it must be [3,3,30,32].',
    );
  });

  it('rounds a pool of an odd size up (SAME)', () =>
    expect(
      inspectArchitecture([7, 5, 1], [{ name: 'p', kind: 'pool', pool: 2 }]).layers[0]?.outputShape,
    ).toEqual([4, 3, 1]));

  it('lays a picture out by itself before a dense layer', () =>
    expect(
      inspectArchitecture([6, 6, 128], [{ name: 'fc', kind: 'dense', units: 512 }]).layers[0],
    ).toMatchObject({
      kernelShape: [4608, 512],
      parameters: 4608 * 512 + 512,
    }));

  it.each([
    [
      'a convolution after flatten',
      [
        { name: 'f', kind: 'flatten' },
        { name: 'c', kind: 'conv', filter: [3, 3, 3, 8] },
      ],
      /^c: a convolution needs a picture/,
    ],
    [
      'a filter of three numbers',
      [{ name: 'c', kind: 'conv', filter: [3, 3, 8] }],
      /^c: a convolution needs filter/,
    ],
    ['a dense layer without units', [{ name: 'd', kind: 'dense' }], /^d: a dense layer needs units/],
    ['a pool after dense', [{ name: 'd', kind: 'dense', units: 4, pool: 2 }], /^d: a pool needs a picture/],
    ['an unknown kind', [{ name: 'x', kind: 'lstm' }], /^x: unknown kind "lstm"/],
    ['absurd sizes', [{ name: 'd', kind: 'dense', units: 2 ** 50 }], /2\^53/],
  ])('refuses %s', (_, layers, sentence) =>
    expect(inspectArchitecture([96, 96, 3], layers).misfit).toMatch(sentence),
  );
});
