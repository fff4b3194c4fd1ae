import { describe, expect, it } from 'vitest';
import type { Hash64 } from '../image/difference-hash.rules.js';
import { NOTHING_ACCEPTED } from './acceptance.rules.js';
import type { Split } from './finding.js';
import { type ComparedPicture, exactFindings, nearFindings } from './similarity.rules.js';
import { readThresholds } from './thresholds.rules.js';

const { thresholds } = readThresholds(null);
const none = NOTHING_ACCEPTED;
const far: Hash64 = { high: 0x0f0f0f0f, low: 0xf0f0f0f0 };
const picture = (
  split: Split,
  row: number,
  label: number,
  pixelSha: string,
  hash: Hash64 = { high: row * 0x9e3779b1, low: row * 0x85ebca6b },
): ComparedPicture => ({
  split,
  label,
  pixelSha,
  hash: { high: hash.high >>> 0, low: hash.low >>> 0 },
  mirror: far,
  shown: { path: `${row}.pgm`, row, split, label: `c${label}`, pixelSha },
  usable: true,
});

describe('exactFindings', () => {
  it('tells two labels of the same pixels apart by split, each with lines of its own manifest', () => {
    const found = exactFindings(
      [
        picture('TRAINING', 1, 0, 'a'),
        picture('TRAINING', 45, 1, 'a'),
        picture('TRAINING', 2, 0, 'b'),
        picture('VALIDATION', 7, 1, 'b'),
        picture('VALIDATION', 8, 0, 'c'),
        picture('VALIDATION', 9, 1, 'c'),
      ],
      none,
    );
    expect(
      found
        .filter(({ code }) => code === 'SAME_PIXELS_TWO_LABELS')
        .map(({ split, count, rows }) => [split, count, rows]),
    ).toEqual([
      ['TRAINING', 1, [45]],
      ['VALIDATION', 1, [9]],
      ['BOTH', 1, [7]],
    ]);
  });
});

describe('nearFindings', () => {
  it('counts the copies of a validation picture that looks like a training picture', () => {
    const near: Hash64 = { high: 0x12345678, low: 0x9abcdef0 };
    const list = [
      picture('TRAINING', 1, 0, 'a', near),
      picture('VALIDATION', 1, 0, 'b', { ...near, low: near.low ^ 1 }),
      picture('VALIDATION', 2, 0, 'b', { ...near, low: near.low ^ 1 }),
      ...Array.from({ length: 14 }, (_, i) => picture('VALIDATION', 3 + i, 0, `v${i}`)),
    ];
    // 1 of 16 would pass as a warning; 2 of 16 are more than a tenth.
    expect(nearFindings(list, 16, thresholds, none).find(({ code }) => code === 'LEAK_NEAR')).toMatchObject({
      severity: 'FAIL',
      count: 1,
      message: expect.stringContaining('2 of 16 validation pictures (12.5 %)'),
    });
  });
});
