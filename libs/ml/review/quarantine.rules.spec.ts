import { describe, expect, it } from 'vitest';
import { decisionsOfPixels, decisionsOfRows, type ReviewedRow } from './quarantine.rules.js';

const row = (position: number, pixelSha: string | null, more: Partial<ReviewedRow> = {}): ReviewedRow => ({
  position,
  split: 'TRAINING',
  line: position + 1,
  path: `${position}.ppm`,
  name: 'anna',
  pixelSha,
  ...more,
});

describe('decisionsOfRows', () => {
  const copies = [row(0, 'a'), row(1, 'a'), row(2, 'a'), row(3, 'a', { split: 'VALIDATION' })];

  it.each([
    [
      'one of three equal pictures',
      [1],
      [],
      [{ kept: 2, path: '1.ppm', split: 'TRAINING', labelName: 'anna' }],
    ],
    ['all three of them', [0, 1, 2], [], [{ kept: 0, path: '0.ppm' }]],
    ['the copy on the other side only', [3], [], [{ kept: 0, split: 'VALIDATION', path: '3.ppm' }]],
    ['both sides', [2, 3], [], [{ kept: 2 }, { kept: 0, split: 'VALIDATION' }]],
    [
      'another one when one is out',
      [1],
      [{ pixelSha: 'a', split: 'TRAINING' as const, labelName: 'anna', kept: 2, path: '2.ppm' }],
      [{ kept: 1, path: '1.ppm' }],
    ],
    [
      'nothing when it is out already',
      [2],
      [{ pixelSha: 'a', split: 'TRAINING' as const, labelName: 'anna', kept: 2, path: '2.ppm' }],
      [],
    ],
    [
      'nothing when its pixels are out everywhere',
      [0, 3],
      [{ pixelSha: 'a', split: null, labelName: null, kept: 0, path: 'x' }],
      [],
    ],
    [
      'it under this label, when it is out under another one',
      [0],
      [{ pixelSha: 'a', split: 'TRAINING' as const, labelName: 'bert', kept: 0, path: 'x' }],
      [{ kept: 2 }],
    ],
  ])('takes out %s', (_, selected, existing, expected) => {
    const chosen = selected.map((position) => copies[position]!);
    const decisions = decisionsOfRows(chosen, copies, existing);
    expect(decisions).toMatchObject(expected);
    expect(decisions).toHaveLength(expected.length);
  });

  it('knows what cannot be decoded by its place', () => {
    const broken = row(7, null);
    expect(decisionsOfRows([broken], [], [])).toMatchObject([
      { pixelSha: null, split: 'TRAINING', labelName: null, path: '7.ppm', kept: 0 },
    ]);
    const out = [{ pixelSha: null, split: 'TRAINING' as const, labelName: null, kept: 0, path: '7.ppm' }];
    expect(decisionsOfRows([broken], [], out)).toEqual([]);
  });
});

describe('decisionsOfPixels', () => {
  it('takes pixels out once, wherever they are', () => {
    const rows = [row(0, 'a'), row(1, 'a', { name: 'bert' }), row(2, 'b'), row(3, null)];
    expect(decisionsOfPixels(rows, [{ pixelSha: 'b', split: null }])).toMatchObject([
      { pixelSha: 'a', split: null, labelName: null, kept: 0 },
    ]);
    expect(decisionsOfPixels(rows, [{ pixelSha: 'b', split: 'TRAINING' }])).toHaveLength(2);
  });
});
